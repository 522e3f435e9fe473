import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog, ensureTable, type Item, queryPartition } from '@banyan/kit';
import { expect } from '@jest/globals';
import { startAws } from '../../dev/aws/aws.ts';
import { awsEnvironment } from '../../dev/services.ts';
import { createDocuments } from '../../registry/documents.ts';
import type { Builder } from '../../registry/graphs/builder.ts';
import { directBuilder } from '../../registry/graphs/directBuilder.ts';
import { type GraphRef, parseGraphRef } from '../../registry/graphs/graphRef.ts';
import { createGraphs, type Graphs } from '../../registry/graphs/graphs.ts';
import type { Happening } from '../../registry/graphs/happening.ts';
import { GraphMistake } from '../../registry/graphs/mistake.ts';
import { createGraphStore } from '../../registry/graphs/store.ts';
import { openTable } from '../../registry/graphs/table.ts';

export const by = { keyId: 'key-1', name: 'ci' };

const header = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key", "@tag"])';

/** Two subgraphs that share an entity, and what breaks them. */
export const sdl = {
  people: `${header}
type Query { viewer: User @tag(name: "public") }
type User @key(fields: "id") @tag(name: "public") { id: ID! name: String }
`,
  posts: `${header}
type Query { posts: [Post!] }
type Post @key(fields: "id") { id: ID! text: String @tag(name: "public") author: User }
type User @key(fields: "id", resolvable: false) { id: ID! }
`,
  /** Its query is what another subgraph has too, and neither shares. */
  clash: `${header}
type Query { viewer: String }
`,
};

/** A subgraph that composes with every other one. */
export const lonely = (name: string, type = 'Int') => `type Query { ${name}: ${type} }\n`;

/** The store of graphs on embedded AWS of its own, with as many instances of the rules as wanted. */
export async function startGraphsWorld() {
  const before = { ...process.env };
  const path = await mkdtemp(join(tmpdir(), 'banyan-graphs-'));
  const bucket = 'registry-of-a-test';
  const aws = await startAws({ path, dynamodbPort: 0, kinesisPort: 0, s3Port: 0, buckets: [bucket] });
  const port = (url: string) => Number(new URL(url).port);
  const ports = { DynamoDB: port(aws.dynamodbUrl), Kinesis: port(aws.kinesisUrl), S3: port(aws.s3Url) };
  Object.assign(process.env, awsEnvironment(ports));
  const log = createLog('test', 'silent');
  const prefix = 'of-a-test-';
  const at = openTable(prefix);
  const store = createGraphStore(at);
  const documents = createDocuments(bucket);
  await Promise.all([ensureTable(at.client, at.table), documents.ensure()]);
  const told: Happening[] = [];
  const closing = [() => documents.close(), () => at.client.destroy()];

  const start = (builder: Builder = directBuilder): Graphs =>
    createGraphs({ store, documents, builder, announce: (happening) => told.push(happening), log });

  return {
    aws,
    bucket,
    prefix,
    store,
    documents,
    told,
    graphs: start(),
    /** The same rules with another builder. */
    start,
    /**
     * Another process, as far as one can tell: nothing in memory is shared.
     * @param between happens once, between the first thing that it reads of the table and the next.
     */
    startAnother(between?: () => Promise<unknown>): Graphs {
      const otherAt = openTable(prefix);
      const otherDocuments = createDocuments(bucket);
      let left = between;
      otherAt.client.middlewareStack.add(
        (next, { commandName }) =>
          async (args) => {
            const answer = await next(args);
            const work = commandName === 'GetItemCommand' ? left : undefined;
            if (work) left = undefined;
            await work?.();
            return answer;
          },
        { step: 'initialize' },
      );
      closing.push(otherDocuments.close, () => otherAt.client.destroy());
      return createGraphs({ store: createGraphStore(otherAt), documents: otherDocuments, builder: directBuilder, log });
    },
    /** What webhooks still are to tell of. */
    waiting: () => queryPartition<Happening & Item>(at.client, at.table, { pk: 'ANNOUNCE', prefix: '', limit: 1_000 }),
    async stop() {
      for (const close of closing) close();
      await aws.close();
      await rm(path, { recursive: true, force: true });
      process.env = before;
    },
  };
}

export type GraphsWorld = Awaited<ReturnType<typeof startGraphsWorld>>;

/** A variant of a graph that no other test has. */
let graphs = 0;
export const newGraph = (): string => `graph-${++graphs}`;
export const ref = (text: string): GraphRef => parseGraphRef(text);

/** Publishes a subgraph with a URL of its own. */
export const publish = (rules: Graphs, to: GraphRef, name: string, text: string, url = `http://${name}.test/graphql`) =>
  rules.publishSubgraph({ ref: to, name, url, sdl: text, by });

/** The mistake for which something is refused. */
export async function refused(work: Promise<unknown>): Promise<GraphMistake> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof GraphMistake) return error;
  throw error ?? new Error('it was not refused');
}

/**
 * Sees that what clients of a variant have is whole, and that its contracts are in step with it. The last write of a publisher that was
 * killed may still be on its way; what is seen must then be whole as soon as nothing moves any more.
 */
export async function expectWhole(rules: Graphs, at: GraphRef): Promise<void> {
  for (;;) {
    const before = await rules.variant(at);
    const seen = await seeWhole(rules, at).then(
      () => undefined,
      (error: unknown) => ({ error }),
    );
    const after = await rules.variant(at);
    if (before?.lastLaunch?.id !== after?.lastLaunch?.id) continue;
    if (seen) throw seen.error;
    return;
  }
}

async function seeWhole(rules: Graphs, at: GraphRef): Promise<void> {
  const variant = await rules.variant(at);
  const launch = variant?.lastLaunch && (await rules.launch(at, variant.lastLaunch.id));
  if (!variant || !launch) throw new Error('no such variant, or no launch of it');
  const published = new Map((await rules.subgraphs(at)).map(({ name, url, schemaId }) => [name, { url, schemaId }]));
  expect(published).toEqual(await rules.buildInput(launch));
  for (const { schemaId } of published.values()) await rules.document(schemaId);

  const supergraph = await rules.supergraph(at);
  if (launch.status === 'succeeded') expect(supergraph?.launchId).toBe(launch.id);
  if (!supergraph) return;
  expect(createHash('sha256').update(supergraph.sdl).digest('hex')).toBe(supergraph.id);
  expect((await rules.launch(at, supergraph.launchId))?.supergraphId).toBe(supergraph.id);
  expect(await rules.apiSchema(at)).toContain('type Query');
  for (const name of variant.contracts) {
    const contractRef = { ...at, variant: name };
    const contract = await rules.variant(contractRef);
    const followed = contract?.lastLaunch && (await rules.launch(contractRef, contract.lastLaunch.id));
    expect([name, followed?.contract?.sourceLaunchId]).toEqual([name, supergraph.launchId]);
    if (followed?.status === 'succeeded') expect((await rules.supergraph(contractRef))?.launchId).toBe(followed.id);
  }
}
