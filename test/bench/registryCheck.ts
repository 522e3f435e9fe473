import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog } from '@banyan/kit';
import { createDocuments } from '../../registry/documents.ts';
import type { Builder } from '../../registry/graphs/builder.ts';
import { parseGraphRef } from '../../registry/graphs/graphRef.ts';
import { createGraphs } from '../../registry/graphs/graphs.ts';
import { createGraphStore } from '../../registry/graphs/store.ts';
import { openTable } from '../../registry/graphs/table.ts';
import { startRegistryWorld } from '../registry/registryWorld.ts';
import { reportTraffic } from '../registry/traffic.ts';

/**
 * `npm run bench:registry`, its first half: a variant of 200 subgraphs and 5,000 types, with 1,000 operations that clients sent.
 * How long the stock rover waits for a publish, and for a check of one subgraph.
 */

const subgraphCount = 200;
const typesEach = 25;
const operationCount = 1_000;
const limitMs = 120_000;
const ref = 'large@main';

const say = (line: string) => process.stdout.write(`${line}\n`);
const typeOf = (subgraph: number, type: number) => `S${subgraph}T${type}`;

/** Entities that refer to the next subgraph's, each with ten fields. */
function schemaOf(subgraph: number, without?: string): string {
  const next = (subgraph + 1) % subgraphCount;
  const types = Array.from({ length: typesEach }, (_, type) => {
    const fields = Array.from({ length: 8 }, (_, field) => `  "A field." f${field}: String`).filter(
      (_, field) => without !== `${typeOf(subgraph, type)}.f${field}`,
    );
    // One in five leads to a type of the next subgraph.
    const link = type % 5 === 0 ? `  "The next." next: ${typeOf(next, type)}\n` : '';
    return `"A type." type ${typeOf(subgraph, type)} @key(fields: "id") {\n  "The id." id: ID!\n${fields.join('\n')}\n${link}}`;
  });
  const stubs = Array.from({ length: typesEach / 5 }, (_, at) => {
    return `type ${typeOf(next, at * 5)} @key(fields: "id", resolvable: false) { id: ID! }`;
  });
  const roots = Array.from(
    { length: typesEach },
    (_, type) => `  "One." s${subgraph}t${type}: ${typeOf(subgraph, type)}`,
  );
  return `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
type Query {\n${roots.join('\n')}\n}\n${types.join('\n')}\n${stubs.join('\n')}\n`;
}

/** Stores subgraphs as publishes do that do not compose: to compose each time would be 200 times the work that is measured. */
async function store(count: number): Promise<void> {
  const at = openTable('banyan-');
  const documents = createDocuments('banyan-registry');
  const errors = [{ code: 'NOT_YET', message: 'The last one is not there.', places: [] }];
  const builder: Builder = {
    compose: async () => ({ ok: false, errors, hints: [] }),
    contract: async () => ({ ok: false, errors }),
  };
  const log = createLog('bench', 'silent');
  const graphs = createGraphs({ store: createGraphStore(at), documents, builder, log });
  const by = { keyId: 'bench', name: 'bench' };
  for (let subgraph = 0; subgraph < count; subgraph++) {
    const [name, url] = [`s${subgraph}`, `http://s${subgraph}.test/graphql`];
    await graphs.publishSubgraph({ ref: parseGraphRef(ref), name, url, sdl: schemaOf(subgraph), by });
  }
  documents.close();
  at.client.destroy();
}

const world = await startRegistryWorld({ LOG_LEVEL: 'error' });
const folder = await mkdtemp(join(tmpdir(), 'banyan-bench-'));
const seconds = (ms: number) => `${(ms / 1_000).toFixed(1)} s`;

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work();
  const ms = performance.now() - start;
  say(`${what.padEnd(56)} ${seconds(ms)}`);
  if (ms > limitMs) throw new Error(`${what} took longer than ${seconds(limitMs)}`);
  return result;
}

async function rover(args: string, expected = 0) {
  const run = await world.rover([...args.split(' '), '--client-timeout', '120']);
  if (run.code !== expected) throw new Error(`rover ${args} ended with ${run.code}:\n${run.stdout}\n${run.stderr}`);
  return run;
}

try {
  say(`${subgraphCount} subgraphs, ${subgraphCount * typesEach} types, ${operationCount} operations`);
  const file = async (name: string, sdl: string) => {
    const path = join(folder, name);
    await writeFile(path, sdl);
    return path;
  };
  const publish = async (subgraph: number) => {
    const path = await file(`${subgraph}.graphql`, schemaOf(subgraph));
    return rover(
      `subgraph publish ${ref} --name s${subgraph} --schema ${path} --routing-url http://s${subgraph}.test/graphql`,
    );
  };
  await timed(`${subgraphCount - 1} subgraphs stored, none composed`, () => store(subgraphCount - 1));
  await timed('rover subgraph publish (the last one)', () => publish(subgraphCount - 1));

  const operations = Array.from({ length: operationCount }, (_, at) => {
    const [subgraph, type] = [at % subgraphCount, Math.floor(at / subgraphCount) * 5];
    const query = `query Q${at}{s${subgraph}t${type}{f0 f1 f2 next{f3 f4}}}`;
    return { name: `Q${at}`, query, count: 100 };
  });
  await reportTraffic(world.url, world.adminKey, ref, operations);

  const same = await file('same.graphql', schemaOf(7));
  await timed('rover subgraph check, no change', () => rover(`subgraph check ${ref} --name s7 --schema ${same}`));
  const unused = await file('unused.graphql', schemaOf(7, `${typeOf(7, 1)}.f7`));
  await timed('rover subgraph check, a field that nobody asks for', () =>
    rover(`subgraph check ${ref} --name s7 --schema ${unused}`),
  );
  const used = await file('used.graphql', schemaOf(7, `${typeOf(7, 0)}.f0`));
  const run = await timed('rover subgraph check, a field that is asked for', () =>
    rover(`subgraph check ${ref} --name s7 --schema ${used}`, 1),
  );
  if (!/FIELD_REMOVED[\s\S]*Q7 /.test(run.stdout))
    throw new Error(`the check does not name the operation:\n${run.stdout}`);
  say(`memory of the registry with everything else: ${Math.round(process.memoryUsage().rss / 1024 / 1024)} MiB`);
} finally {
  await world.stop();
  await rm(folder, { recursive: true, force: true });
}
