import { buildOperationContext, executeQueryPlan } from '@apollo/gateway';
import type { DeferNode, FetchNode, PlanNode } from '@apollo/query-planner';
import type { GatewayGraphQLRequestMetrics } from '@apollo/server-gateway-interface';
import type { Trace } from '@apollo/usage-reporting-protobuf';
import { afterAll, describe, expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { execute } from '../engine/execute.ts';
import { Preparer } from '../engine/prepare.ts';
import type { Prepared } from '../engine/prepared.ts';
import { fullSchemaOf } from '../engine/testing/stock.ts';
import { people } from './testing/people.ts';
import { tracedSubgraphs } from './testing/tracedSubgraphs.ts';
import { observeForUsage } from './usageObserver.ts';

const local = tracedSubgraphs(people);
afterAll(() => local.stop());
const { supergraph } = local;
const preparer = new Preparer(supergraph);

type Tree = unknown;

/** A trace without its times, which are never the same. */
function treeOf(node: Trace.IQueryPlanNode | null | undefined): Tree {
  // Where the place of a fetch is null the stock executor leaves its node empty; where it is an empty list it does not.
  if (node?.fetch && !node.fetch.sentTime) return {};
  if (node?.fetch) {
    const { serviceName, trace, traceParsingFailed, sentTime, sentTimeOffset, receivedTime } = node.fetch;
    const times = [sentTime && 'sent', sentTimeOffset && 'offset', receivedTime && 'received'].filter(Boolean);
    return { serviceName, times, fields: fieldsOf(trace?.root), ...(traceParsingFailed && { traceParsingFailed }) };
  }
  if (node?.flatten) {
    const path = node.flatten.responsePath?.map(({ fieldName, index }) => fieldName ?? index).join('.');
    return { [path ?? '']: treeOf(node.flatten.node) };
  }
  if (node?.sequence) return { sequence: node.sequence.nodes?.map(treeOf) };
  if (node?.parallel) return { parallel: node.parallel.nodes?.map(treeOf) };
  return JSON.parse(JSON.stringify(node ?? null));
}

const fieldsOf = (node: Trace.INode | null | undefined, above = ''): string[] =>
  (node?.child ?? []).flatMap((child) => {
    const path = `${above}/${child.responseName || child.index}`;
    const { originalFieldName, parentType, type, error } = child;
    const told = [path, originalFieldName, parentType, type, error?.length && 'failed'].filter(Boolean).join(' ');
    return [...(type ? [told] : []), ...fieldsOf(child, path)];
  });

const start = process.hrtime();
const traced = (): GatewayGraphQLRequestMetrics => ({ captureTraces: true, startHrTime: start });

async function ours(text: string, send = local.send, variables = {}): Promise<Tree> {
  const prepared = preparer.prepare(parse(text));
  const metrics = traced();
  const onFetch = observeForUsage(prepared, metrics);
  await execute(prepared, { context: {}, send, onFetch, variables });
  return treeOf(metrics.queryPlanTrace);
}

async function stock(text: string, send = local.send): Promise<Tree> {
  type Services = Parameters<typeof executeQueryPlan>[1];
  const document = parse(text);
  const services: Services = Object.fromEntries(
    supergraph.subgraphs.map(({ name }) => [
      name,
      {
        async process({ request: { query = '', operationName, variables } }) {
          const answer = await send({ subgraph: name, query, operationName, variables, isMutation: false }, {});
          return answer as Awaited<ReturnType<Services[string]['process']>>;
        },
      },
    ]),
  );
  const quiet = { error: () => {} };
  const request = { request: { variables: {} }, metrics: traced(), logger: quiet, context: {} };
  const operation = buildOperationContext({
    schema: supergraph.apiSchema,
    operationDocument: document,
    operationName: undefined,
  });
  await executeQueryPlan(
    preparer.prepare(document).plan,
    services,
    request as unknown as Parameters<typeof executeQueryPlan>[2],
    operation,
    fullSchemaOf(supergraph),
    supergraph.plannedSchema,
  );
  return treeOf(request.metrics.queryPlanTrace);
}

describe('the tree is that of the stock executor', () => {
  test.each([
    ['a fetch', '{ me { called: name } }'],
    ['one after the other', '{ people { name posts { text(length: 1) } } }'],
    ['side by side', '{ me { name } latest { title author { likes } } }'],
    ['joined', '{ me { likes } people { posts { title } } }'],
    ['joined, and nothing to ask for', '{ absent { broken } me { likes } boss { posts { title } } }'],
    ['a fetch that nothing came for', '{ absent { likes } }'],
  ])('%s', async (_, text) => {
    const tree = await ours(text);
    expect(tree).toEqual(await stock(text));
    expect(JSON.stringify(tree)).toContain('Query');
  });

  test('a fetch that failed', async () => {
    const send: typeof local.send = async (request, context) => {
      if (request.subgraph === 'posts') throw new Error('down');
      return local.send(request, context);
    };
    const tree = await ours('{ me { likes } }', send);
    expect(tree).toEqual(await stock('{ me { likes } }', send));
    expect(tree).toMatchObject({ sequence: [{}, { me: { times: ['sent', 'offset'], fields: [] } }] });
  });

  test('a subgraph that does not trace, and one whose trace is none', async () => {
    const send: typeof local.send = async (request, context) => {
      const { extensions: _, ...answer } = await local.send(request, context);
      return request.subgraph === 'posts' ? { ...answer, extensions: { ftv1: 'AAAA' } } : answer;
    };
    const tree = await ours('{ me { likes } }', send);
    expect(tree).toEqual(await stock('{ me { likes } }', send));
    expect(tree).toMatchObject({ sequence: [{ fields: [] }, { me: { fields: [], traceParsingFailed: true } }] });
  });
});

test('of fetches that asked one question the first has the trace, and all have the times', async () => {
  const times = ['sent', 'offset', 'received'];
  expect(await ours('{ me { likes } boss { likes } }')).toMatchObject({
    sequence: [
      { serviceName: 'people' },
      {
        parallel: [
          {
            me: {
              times,
              fields: ['/_entities Query [_Entity]!', '/_entities/0/likes Person Int', '/_entities/1/likes Person Int'],
            },
          },
          { boss: { times, fields: [] } },
        ],
      },
    ],
  });
});

test('what a mutation leaves open is asked for by a query', async () => {
  const text = 'mutation { rename(id: "1", name: "you") { likes } }';
  expect(JSON.stringify(await ours(text))).toContain('/_entities Query [_Entity]!');
});

test('a branch that was not taken', async () => {
  const text = 'query ($yes: Boolean!) { latest @include(if: $yes) { title } }';
  expect(await ours(text, local.send, { yes: false })).toEqual({ parallel: [{}] });
  expect(await ours(text, local.send, { yes: true })).toMatchObject({
    parallel: [{ fields: ['/latest Query [Post!]!', '/latest/0/title Post String!'] }],
  });
});

test('a plan without a fetch has no trace', async () => {
  expect(await ours('{ __typename }')).toEqual({});
});

describe('what subgraphs are asked of otherwise', () => {
  const timing = { sent: performance.now(), received: performance.now() };
  const answered = (trace: object) => ({ data: {}, extensions: { ftv1: trace } });

  test('the event of a subscription, and what it takes to complete it', async () => {
    const prepared = preparer.prepare(parse('subscription { joined { name likes } }'));
    const primary = prepared.primary?.node as FetchNode;
    const event = { data: { joined: { __typename: 'Person', id: '1', name: 'me' } } };
    const { onFetch, metrics } = observed(prepared);
    onFetch([primary], timing, event);
    await execute(prepared, { context: {}, send: local.send, onFetch, event });
    expect(treeOf(metrics.queryPlanTrace)).toMatchObject({
      sequence: [
        { serviceName: 'people', times: ['sent', 'offset', 'received'] },
        { sequence: [{ joined: { fields: ['/_entities Query [_Entity]!', '/_entities/0/likes Person Int'] } }] },
      ],
    });
  });

  test('a fetch that is made for each value of its arguments', () => {
    const prepared = preparer.prepare(parse('{ me { name } }'));
    const nodes = prepared.fetchNodes;
    const { onFetch, metrics } = observed(prepared);
    onFetch(nodes, timing, answered({}));
    onFetch(nodes, timing, answered({}));
    expect(treeOf(metrics.queryPlanTrace)).toMatchObject({
      parallel: [{ serviceName: 'people' }, { serviceName: 'people' }],
    });
  });

  test('@defer: its parts in order', () => {
    const prepared = preparer.prepare(parse('{ me { likes } latest { title } }'));
    const [first, ...others] = prepared.fetchNodes;
    const part = (node: PlanNode) => ({ depends: [], queryPath: [], node });
    const node: DeferNode = { kind: 'Defer', primary: { node: first }, deferred: others.map(part) };
    const { onFetch, metrics } = observed({ ...prepared, plan: { kind: 'QueryPlan', node } } as Prepared);
    for (const fetch of prepared.fetchNodes) onFetch([fetch], timing, { data: {} });
    const [one, ...rest] = prepared.fetchNodes.map(({ serviceName }) => ({ serviceName }));
    expect(treeOf(metrics.queryPlanTrace)).toMatchObject({ sequence: [one, { parallel: rest }] });
  });

  function observed(prepared: Prepared) {
    const metrics = traced();
    return { metrics, onFetch: observeForUsage(prepared, metrics) };
  }
});

test('times are told from the beginning of the request and by the clock on the wall', () => {
  const prepared = preparer.prepare(parse('{ me { name } }'));
  const metrics: GatewayGraphQLRequestMetrics = { captureTraces: true, startHrTime: process.hrtime() };
  const before = performance.now();
  const onFetch = observeForUsage(prepared, metrics);
  onFetch(prepared.fetchNodes, { sent: before + 1_000, received: before + 2_500 }, { data: {} });
  const { sentTimeOffset, sentTime, receivedTime } = metrics.queryPlanTrace?.fetch ?? {};
  const ms = (time: { seconds?: number | null; nanos?: number | null } | null | undefined) =>
    Number(time?.seconds) * 1_000 + Number(time?.nanos) / 1e6;
  expect(Math.abs(Number(sentTimeOffset) / 1e6 - 1_000)).toBeLessThan(50);
  expect(Math.abs(ms(sentTime) - Date.now() - 1_000)).toBeLessThan(1_000);
  expect(Math.round(ms(receivedTime) - ms(sentTime))).toBe(1_500);
});
