import { failure } from '@banyan/kit';
import { afterAll, describe, expect, test } from '@jest/globals';
import type { SendToSubgraph } from '../engine/subgraphs.ts';
import { engineGateway, stockGateway } from './testing/gateways.ts';
import { people } from './testing/people.ts';
import { reported } from './testing/reports.ts';
import { tracedSubgraphs } from './testing/tracedSubgraphs.ts';

const local = tracedSubgraphs(people);
afterAll(() => local.stop());

const ofEngine = (query: string, send: SendToSubgraph<unknown> = local.send) =>
  reported(engineGateway({ ...local, send }), [{ query }]);

/** No client can ask for `_entities`, and we ask for it less often. */
const clientFields = <Figure>(fields: Record<string, Figure>) =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !name.endsWith('._entities')));

describe("as the stock executor's", () => {
  test.each([
    ['one fetch', '{ me { name } }'],
    ['aliases', '{ first: me { called: name } me { name } }'],
    ['one after the other', '{ people { name posts { title short: text(length: 1) text } } }'],
    ['side by side', '{ me { name } latest { title author { likes } } }'],
    ['a mutation', 'mutation { rename(id: "1", name: "you") { name likes } }'],
    ['what is not there', '{ absent { name likes } me { name } }'],
    ['a field that fails', '{ people { name broken } }'],
    ['a root field that fails', '{ broken { name } me { likes } }'],
    ['an entity that fails', '{ me { fatal } }'],
    ['joined: two questions', '{ me { likes } people { posts { title } } }'],
    ['joined: one question', '{ me { likes } boss { likes } }'],
    ['joined: three, two of them alike', '{ me { likes } boss { likes } people { likes posts { title } } }'],
    ['joined: one has nothing to ask for', '{ me { likes } boss { posts { title } } absent { broken } }'],
    ['joined: of one there is no entity', '{ gone { likes } me { posts { title } } }'],
    ['joined: one fails at fields', '{ me { likes } boss { broken } }'],
  ])('the figures of %s', async (_, query) => {
    const ours = await ofEngine(query);
    const stock = await reported(stockGateway(local), [{ query }]);
    expect(clientFields(ours.fields)).toEqual(clientFields(stock.fields));
    expect(Object.keys(ours.fields)).not.toEqual([]);
    expect(ours.errorPaths).toEqual(stock.errorPaths);
    expect(ours).toMatchObject({ requests: 1, failed: stock.failed, isTimed: true });
  });

  test('the errors of a request that is not traced', async () => {
    const untraced: SendToSubgraph<unknown> = async (request, context) => {
      const { extensions: _, ...answer } = await local.send(request, context);
      return answer;
    };
    const operations = [{ query: '{ me { likes } boss { broken } }' }, { query: '{ me { name } }' }];
    const ours = await reported(engineGateway({ ...local, send: untraced }), operations, 0);
    expect(ours).toEqual(await reported(stockGateway({ ...local, send: untraced }), operations, 0));
    expect(ours).toMatchObject({ failed: 1, errorPaths: ['/service:posts/_entities/broken 1'], fields: {} });
  });
});

test('a subgraph that is away costs the request an error', async () => {
  const send: SendToSubgraph<unknown> = async (request, context) => {
    const { subgraph: service } = request;
    if (service === 'posts') throw failure('SUBGRAPH_UNAVAILABLE', 'It is not available.', { service });
    return local.send(request, context);
  };
  const { fields, failed } = await ofEngine('{ me { likes } }', send);
  expect([fields, failed]).toEqual([{ 'Query.me': [1, 0], 'Person.id': [1, 0] }, 1]);
});

describe('what is asked once counts once', () => {
  test('the fields of fetches that ask one question', async () => {
    local.sent.length = 0;
    const { fields } = await ofEngine('{ me { likes } boss { likes } again: me { likes } }');
    expect(local.sent.map(({ subgraph }) => subgraph)).toEqual(['people', 'posts']);
    // Twice the same person is one entity.
    expect(fields['Person.likes']).toEqual([2, 0]);
    expect(fields['Query._entities']).toEqual([1, 0]);
  });

  test('what had to be asked again', async () => {
    let joined = 0;
    const send: SendToSubgraph<unknown> = async (request, context) => {
      const answer = await local.send(request, context);
      if (!request.query.includes('_0:')) return answer;
      joined++;
      return { ...answer, data: null, errors: [{ message: 'no entities', path: ['_1'] }] };
    };
    const { fields, failed } = await ofEngine('{ me { likes } boss { posts { title } } }', send);
    expect(joined).toBe(1);
    expect(fields).toMatchObject({ 'Person.likes': [1, 0], 'Person.posts': [1, 0], 'Post.title': [2, 0] });
    expect(failed).toBe(0);
  });
});

test('what a condition has let through counts', async () => {
  const query = `query ($latest: Boolean!, $me: Boolean!) {
    boss { name } latest @include(if: $latest) { title } me @skip(if: $me) { likes }
  }`;
  const fields = async (latest: boolean, me: boolean) =>
    clientFields((await reported(engineGateway(local), [{ query, variables: { latest, me } }])).fields);
  const always = { 'Query.boss': [1, 0], 'Person.name': [1, 0] };
  const ofLatest = { 'Query.latest': [1, 0], 'Post.title': [1, 0] };
  const ofMe = { 'Query.me': [1, 0], 'Person.id': [1, 0], 'Person.likes': [1, 0] };
  expect(await fields(false, true)).toEqual(always);
  expect(await fields(true, true)).toEqual({ ...always, ...ofLatest });
  expect(await fields(false, false)).toEqual({ ...always, ...ofMe });
  expect(await fields(true, false)).toEqual({ ...always, ...ofLatest, ...ofMe });
});

describe('what a subgraph sends in place of a trace costs no more than that trace', () => {
  /** A field 12, the child of a node, in a field 12, … */
  const nested = (depth: number): Buffer => {
    let message = Buffer.alloc(0);
    for (let at = 0; at < depth; at++)
      message = Buffer.concat([Buffer.from([0x62, ...varint(message.length)]), message]);
    return Buffer.concat([Buffer.from([0x72, ...varint(message.length)]), message]);
  };
  const varint = (value: number): number[] => (value < 128 ? [value] : [(value & 127) | 128, ...varint(value >> 7)]);
  /** As many empty fields 12 beside one another. */
  const wide = (nodes: number): Buffer => {
    const message = Buffer.alloc(2 * nodes);
    for (let at = 0; at < message.length; at += 2) message[at] = 0x62;
    return Buffer.concat([Buffer.from([0x72, ...varint(message.length)]), message]);
  };
  /** The root: a node with a name, and an index as well. */
  const twoIds = Buffer.from([0x72, 5, 0x0a, 1, 97, 0x10, 1]);

  test.each([
    ['no text', { trace: true }],
    ['no base64', '$$$ not base64 $$$'],
    ['nothing', ''],
    ['ten megabytes', 'A'.repeat(10 * 1024 * 1024)],
    ['no protobuf', Buffer.from('hello, I am a trace').toString('base64')],
    ['a deep one', nested(1_000).toString('base64')],
    ['a very deep one', nested(20_000).toString('base64')],
    ['one with two ids for a node', twoIds.toString('base64')],
    ['one of very many nodes', wide(300_000).toString('base64')],
  ])('%s', async (_, ftv1) => {
    const send: SendToSubgraph<unknown> = async (request, context) => {
      const answer = await local.send(request, context);
      return request.subgraph === 'posts' ? { ...answer, extensions: { ftv1 } } : answer;
    };
    const { fields, requests, failed, errorPaths } = await ofEngine('{ me { name broken } }', send);
    expect({ fields, requests, failed, errorPaths }).toEqual({
      fields: { 'Query.me': [1, 0], 'Person.id': [1, 0], 'Person.name': [1, 0] },
      requests: 1,
      failed: 1,
      errorPaths: ['/service:posts/_entities/broken 1'],
    });
  });

  test('an error at a place that is very deep', async () => {
    const path = Array.from({ length: 100_000 }, () => 'a');
    const send: SendToSubgraph<unknown> = async (request, context) => {
      const answer = await local.send(request, context);
      return request.subgraph === 'posts' ? { data: null, errors: [{ message: 'no', path }] } : answer;
    };
    const { fields, failed, errorPaths } = await ofEngine('{ me { name likes } }', send);
    expect([Object.keys(fields), failed]).toEqual([['Query.me', 'Person.id', 'Person.name'], 1]);
    expect(errorPaths).toHaveLength(1);
  });
});
