import { expect, jest, test } from '@jest/globals';
import { parse } from 'graphql';
import { execute } from './execute.ts';
import { Preparer } from './prepare.ts';
import type { OnFetch } from './run.ts';
import { localSupergraph } from './testing/subgraph.ts';

const { supergraph, send } = localSupergraph({
  a: {
    sdl: `type Query { thing: Thing } type Subscription { changed: Thing } type Thing @key(fields: "id") { id: ID! }`,
    resolvers: { Query: { thing: () => ({ id: '1' }) } },
  },
  b: { sdl: 'type Thing @key(fields: "id") { id: ID! size: Int }', resolvers: { Thing: { size: () => 3 } } },
});

test('who listens is told of each fetch: the nodes of the plan, when, and what came', async () => {
  const prepared = new Preparer(supergraph).prepare(parse('{ thing { size } }'));
  const onFetch = jest.fn<OnFetch>();
  await execute(prepared, { context: {}, send, onFetch });
  const [first, second] = onFetch.mock.calls;
  expect(prepared.fetchNodes).toEqual([first?.[0][0], second?.[0][0]]);
  expect(prepared.plan.node).toMatchObject({ kind: 'Sequence', nodes: [prepared.fetchNodes[0], { kind: 'Flatten' }] });
  expect(second?.[1].sent).toBeGreaterThanOrEqual(first?.[1].received ?? Number.POSITIVE_INFINITY);
  expect(second?.[2]?.data).toEqual({ _entities: [{ size: 3 }] });
});

test('who listens is told of a fetch that failed', async () => {
  const prepared = new Preparer(supergraph).prepare(parse('{ thing { size } }'));
  const onFetch = jest.fn<OnFetch>();
  const down = new Error('down');
  await execute(prepared, { context: {}, send: async () => Promise.reject(down), onFetch });
  expect(onFetch.mock.calls.map(([, , answer, error]) => [answer, error])).toEqual([[undefined, down]]);
});

test('an event of a subscription: the rest of the plan is run for it', async () => {
  const prepared = new Preparer(supergraph).prepare(parse('subscription { changed { id size } }'));
  expect(prepared.primary?.node).toMatchObject({ serviceName: 'a', operationKind: 'subscription' });
  const event = { data: { changed: { __typename: 'Thing', id: '1' } } };
  expect(await execute(prepared, { context: {}, send, event })).toEqual({ data: { changed: { id: '1', size: 3 } } });
  const failed = { data: { changed: null }, errors: [{ message: 'gone', path: ['changed'] }] };
  const { data, errors } = await execute(prepared, { context: {}, send, event: failed });
  expect([data, errors?.map(({ message }) => message)]).toEqual([{ changed: null }, ['gone']]);
});
