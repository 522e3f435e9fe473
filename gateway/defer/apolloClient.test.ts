import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { Defer20220824Handler, GraphQL17Alpha9Handler } from '@apollo/client/incremental';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { inParts } from '../engine/defer/testing/askInParts.ts';
import type { SubgraphAnswer } from '../engine/subgraphs.ts';
import type { IncrementalFormat } from './acceptHeader.ts';
import { type DeferServer, startDeferServer } from './testing/deferServer.ts';

const thing = (id: string) => ({ __typename: 'Thing', id, name: `name ${id}` });
let answerOfB: (count: number) => Promise<SubgraphAnswer>;

const local = inParts(
  {
    a: 'type Query { thing: Thing things: [Thing!]! } type Thing @key(fields: "id") { id: ID! name: String }',
    b: 'type Thing @key(fields: "id") { id: ID! size: Int! parts: [Part!] } type Part { label: String! width: Int }',
  },
  async ({ subgraph, query, variables = {} }) => {
    const things = ['1', '2'].map(thing);
    const count = (variables.representations as unknown[] | undefined)?.length ?? 0;
    if (subgraph === 'b') return answerOfB(count);
    return { data: query.includes('_entities') ? { _entities: things.slice(0, count) } : { thing: things[0], things } };
  },
);
let server: DeferServer;
beforeAll(async () => {
  server = await startDeferServer(local);
});
afterAll(() => server.close());

const sizes = (count: number): SubgraphAnswer => ({
  data: { _entities: Array.from({ length: count }, (_, at) => ({ size: at, parts: [{ label: 'x', width: at }] })) },
});

/** What a real client is told of, in turn. */
async function seen(format: IncrementalFormat, text: string, variables: Record<string, unknown> = {}) {
  const client = new ApolloClient({
    cache: new InMemoryCache(),
    link: new HttpLink({ uri: server.url }),
    incrementalHandler: format === 'deferSpec' ? new Defer20220824Handler() : new GraphQL17Alpha9Handler(),
  });
  const told: { data: unknown; error?: string; state: string }[] = [];
  const query = client.watchQuery({ query: gql(text), variables, errorPolicy: 'all', fetchPolicy: 'network-only' });
  await new Promise<void>((resolve) => {
    query.subscribe(({ data, error, dataState, loading, networkStatus }) => {
      if (data !== undefined) told.push({ data, ...(error && { error: error.message }), state: dataState });
      if (!loading && networkStatus !== 1) resolve();
    });
  });
  client.stop();
  return told;
}

const formats: IncrementalFormat[] = ['deferSpec', 'incrementalSpec'];

test.each(formats)('Apollo Client with %s shows first what is not deferred, then all', async (format) => {
  const late = Promise.withResolvers<void>();
  answerOfB = async (count) => {
    await late.promise;
    return sizes(count);
  };
  const told = seen(
    format,
    'query ($if: Boolean!) { things { id ...Size @defer(if: $if) } } fragment Size on Thing { size }',
    {
      if: true,
    },
  );
  setTimeout(() => late.resolve(), 100);
  const [first, ...rest] = await told;
  const things = [thing('1'), thing('2')].map(({ __typename, id }) => ({ __typename, id }));
  expect(first).toEqual({ data: { things }, state: 'streaming' });
  expect(rest.at(-1)).toEqual({
    data: { things: things.map((each, at) => ({ ...each, size: at })) },
    state: 'complete',
  });
});

test.each(formats)('Apollo Client with %s merges nested parts and what it has already', async (format) => {
  answerOfB = async (count) => sizes(count);
  const told = await seen(
    format,
    `{ thing { id name ... @defer(label: "outer") { id name size parts { label ... @defer(label: "inner") { label width } } } } }`,
  );
  const parts = [{ __typename: 'Part', label: 'x', width: 0 }];
  expect(told.at(-1)).toEqual({ data: { thing: { ...thing('1'), size: 0, parts } }, state: 'complete' });
});

test.each(formats)('Apollo Client with %s gets the error of a part that failed', async (format) => {
  answerOfB = () => Promise.reject(new Error('down'));
  const told = await seen(format, '{ thing { id ... @defer { size } } }');
  const { __typename, id } = thing('1');
  expect(told.at(-1)).toMatchObject({ data: { thing: { __typename, id } }, error: 'down' });
});

test.each(formats)('Apollo Client with %s gets an answer in which nothing is deferred', async (format) => {
  answerOfB = async (count) => sizes(count);
  const text = 'query ($if: Boolean!) { thing { id ... @defer(if: $if) { size } } }';
  expect((await seen(format, text, { if: false })).at(-1)).toEqual({
    data: { thing: { __typename: 'Thing', id: '1', size: 0 } },
    state: 'complete',
  });
});
