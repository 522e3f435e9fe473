/// <reference lib="dom" />
import { explorerPlugin } from '@graphiql/plugin-explorer';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';
import 'graphiql/style.css';
import '@graphiql/plugin-explorer/style.css';

const workers: Record<string, string> = { json: 'json.worker.js', graphql: 'graphql.worker.js' };

/** Monaco, the editor, asks for its workers here; they are files beside this one. */
(globalThis as { MonacoEnvironment?: unknown }).MonacoEnvironment = {
  getWorker: (_id: string, label: string) => new Worker(`/explorer/${workers[label] ?? 'editor.worker.js'}`),
};

const endpoint = new URL('/graphql', location.href).href;
const sandbox = `https://studio.apollographql.com/sandbox/explorer?endpoint=${encodeURIComponent(endpoint)}`;

const welcome = `# Ask anything that the schema has.
# Left: the book describes each field,
# the folder builds a query by clicking.
# Ctrl-Space completes what you type.
#
# To ask as somebody, sign in and put
# the token under "Headers" below:
# { "authorization": "Bearer …" }

query Hello {
  __typename
}
`;

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <GraphiQL
      fetcher={createGraphiQLFetcher({ url: endpoint })}
      plugins={[explorerPlugin()]}
      defaultQuery={welcome}
      defaultEditorToolsVisibility="headers"
    >
      <GraphiQL.Logo>
        <a className="sandbox" href={sandbox} target="_blank" rel="noreferrer">
          Open in Apollo Sandbox
        </a>
      </GraphiQL.Logo>
    </GraphiQL>,
  );
}
