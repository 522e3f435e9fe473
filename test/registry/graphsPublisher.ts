import { writeSync } from 'node:fs';
import { createLog, hasCode } from '@banyan/kit';
import { createDocuments, type Documents } from '../../registry/documents.ts';
import type { Builder } from '../../registry/graphs/builder.ts';
import { parseGraphRef } from '../../registry/graphs/graphRef.ts';
import { createGraphs } from '../../registry/graphs/graphs.ts';
import { createGraphStore } from '../../registry/graphs/store.ts';
import { openTable } from '../../registry/graphs/table.ts';

/**
 * Publishes to one variant for ever, and promotes and rolls back in between, until somebody kills it; says `launch <id>` of each
 * launch that was answered. With DIE_AT_DOCUMENT it kills itself where so many documents have been put.
 */
const { TABLE_PREFIX = '', REGISTRY_BUCKET = '', GRAPH_REF = '', DIE_AT_DOCUMENT } = process.env;

/** Quick, and in its effect like the real one: the text depends on every subgraph and on the filter. */
const builder: Builder = {
  compose: async (subgraphs) => {
    const fields = subgraphs.map(({ name, sdl }) => `  ${name}: String # ${sdl}`).join('\n');
    return { ok: true, supergraphSdl: `# supergraph\n${fields}`, apiSdl: `type Query {\n${fields}\n}`, hints: [] };
  },
  contract: async (supergraphSdl, { include }) => ({
    ok: true,
    supergraphSdl: `# ${include}\n${supergraphSdl}`,
    apiSdl: `type Query {\n  a: Int # ${include}\n}`,
  }),
};

let left = Number(DIE_AT_DOCUMENT ?? Number.POSITIVE_INFINITY);

function mortal(documents: Documents): Documents {
  return {
    ...documents,
    async put(text) {
      const id = await documents.put(text);
      if (--left === 0) process.kill(process.pid, 'SIGKILL');
      return id;
    },
  };
}

const store = createGraphStore(openTable(TABLE_PREFIX));
const documents = mortal(createDocuments(REGISTRY_BUCKET));
const graphs = createGraphs({ store, documents, builder, log: createLog('publisher', 'silent') });
const main = parseGraphRef(GRAPH_REF);
const staging = { ...main, variant: 'staging' };
const by = { keyId: 'key', name: 'publisher' };

/** @param mark makes the schema another one. */
const publish = (name: string, mark: string, ref = main) =>
  persist(async () => {
    const sdl = `scalar Round # ${mark}`;
    return (await graphs.publishSubgraph({ ref, name, url: `http://${name}.test`, sdl, by })).launch;
  });

/** Tries again what a busy store did not answer in time, as a pipeline would. */
async function persist<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!hasCode(error, 'SUBGRAPH_TIMEOUT') && !hasCode(error, 'CONFLICT')) throw error;
    }
  }
}

const say = ({ id }: { id: string }) => writeSync(1, `launch ${id}\n`);

await publish('first', 'first');
await publish('staged', `${process.pid}`, staging);
for (const variant of ['one', 'two']) {
  const filter = { include: [variant], exclude: [], hideUnreachableTypes: false };
  await persist(() =>
    graphs.publishContract({ ref: { ...main, variant }, sourceVariant: main.variant, filter, launch: true, by }),
  );
}
for (let round = 0; ; round++) {
  say(await publish(`s${round % 5}`, `${process.pid}.${round}`));
  if (round % 4 === 2) say((await persist(() => graphs.rollback({ ref: main, by }))).launch);
  if (round % 4 === 3) say((await persist(() => graphs.promote({ from: staging, to: main, by }))).launch);
}
