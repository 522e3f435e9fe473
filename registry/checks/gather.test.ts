import { beforeEach, expect, test } from '@jest/globals';
import type { Variant } from '../graphs/graphs.ts';
import { defaultSettings } from '../graphs/settings.ts';
import type { FieldUse } from '../usage/ask.ts';
import { createGatherer } from './gather.ts';
import type { SentOperation } from './operations/sentOperation.ts';

const hourMs = 3_600_000;
const now = Date.now();
const variant = (name: string, hoursOld: number, contracts: string[] = []): Variant => ({
  ref: { graphId: 'shop', variant: name },
  kind: contracts.length > 0 ? 'subgraphs' : 'contract',
  born: `born ${name}`,
  createdAt: new Date(now - hoursOld * hourMs).toISOString(),
  contracts,
  ...(contracts.length === 0 && {
    contract: { sourceVariant: 'main', filter: { include: [], exclude: [], hideUnreachableTypes: false } },
  }),
});
const variants = [variant('main', 48, ['partner']), variant('partner', 2)];
const known: SentOperation = { id: 'a', signature: '{ a }', clients: [{ name: 'web', version: '1', count: 1 }] };
const unknown: SentOperation = { id: '', clients: [{ name: '(others)', version: '', count: 1 }] };
const use: FieldUse = {
  parentType: 'Query',
  field: 'a',
  requests: 9,
  executions: 0,
  errors: 0,
  p50Ms: 0,
  p95Ms: 0,
  p99Ms: 0,
};

let sent: Record<string, SentOperation[]>;
let asked: [what: string, ref: string, from: number, to: number][];
let marked: string[];

const gather = createGatherer(
  {
    variant: async ({ variant: name }) => variants.find(({ ref }) => ref.variant === name),
    settings: async () => defaultSettings,
    subgraphs: async () => [],
    document: async () => '',
    apiSchema: async () => undefined,
  },
  {
    operationsIn: async (ref, from, to) => {
      asked.push(['operations', ref, from, to]);
      return sent[ref] ?? [];
    },
    fieldUse: async (ref, from, to) => {
      asked.push(['fields', ref, from, to]);
      return [use];
    },
  },
  {
    inForce: async ({ ref, born }) => {
      marked.push(`${ref.variant} ${born}`);
      return {};
    },
  },
);
const question = (from?: number) =>
  gather({ kind: 'schema', apiSdl: '', ref: { graphId: 'shop', variant: 'main' }, config: { from } });

beforeEach(() => {
  [sent, asked, marked] = [{}, [], []];
});

test('what was sent or said before a variant was born is no part of it', async () => {
  await question();
  const from = Object.fromEntries(asked.map(([, ref, start]) => [ref, start]));
  expect(from).toEqual({ 'shop@main': now - 48 * hourMs, 'shop@partner': now - 2 * hourMs });
  expect(marked.toSorted()).toEqual(['main born main', 'partner born partner']);

  asked = [];
  await question(Math.floor((now - hourMs) / 1_000));
  expect(asked.map(([, , start]) => start)).toEqual(Array(2).fill(Math.floor((now - hourMs) / 1_000) * 1_000));
});

test('fields are asked for only where the text of an operation is not known, of that variant and window', async () => {
  sent = { 'shop@main': [known], 'shop@partner': [known, unknown] };
  const { options, contracts } = await question();
  expect(options.fieldRequests).toBeUndefined();
  expect(contracts.map((contract) => contract.options.fieldRequests)).toEqual([new Map([['Query.a', 9]])]);
  const fields = asked.filter(([what]) => what === 'fields');
  const operations = asked.filter(([what, ref]) => what === 'operations' && ref === 'shop@partner');
  expect(fields.map(([, ...window]) => window)).toEqual(operations.map(([, ...window]) => window));
});
