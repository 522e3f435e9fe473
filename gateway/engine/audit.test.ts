import { describe, expect, test } from '@jest/globals';
import { goods, threads } from './testing/argued.ts';
import { askable } from './testing/ask.ts';

/** What the planner gets wrong of https://github.com/graphql-hive/federation-gateway-audit, on supergraphs of our own. */

describe('a subgraph that is come back to by a key that it does not resolve', () => {
  const keys = ['"id", resolvable: false', '"code", resolvable: false', '"id size { width height }"'];
  const machines = (order: readonly string[]) =>
    askable({
      stock: {
        sdl: `type Part @key(fields: "id") @key(fields: "code", resolvable: false)
            @key(fields: "id size { width height }", resolvable: false) {
            id: ID! code: ID! size: Size! label: String!
          }
          type Size { width: Int! height: Int! }`,
        resolvers: { Part: { label: ({ id }: { id: string }) => `Part ${id}` } },
      },
      workshop: {
        sdl: `type Query { machine: Machine } type Machine { parts: [Part!]! } type Size { width: Int! height: Int! }
          type Part ${order.map((key) => `@key(fields: ${key})`).join(' ')} {
            id: ID! code: ID! size: Size! label: String! @external plate: String! @requires(fields: "label")
          }`,
        resolvers: {
          Query: { machine: () => ({ parts: [{ id: '1', code: 'c', size: { width: 2, height: 3 } }] }) },
          Part: {
            __resolveReference: (part: { size?: object }) => (part.size ? part : null),
            plate: ({ label }: { label: string }) => `[${label}]`,
          },
        },
      },
    });

  test.each([[keys], [keys.toReversed()]])('the one that it resolves is taken: %j', async (order) => {
    const { ask, sent } = machines(order);
    const { data, errors } = await ask('{ machine { parts { id label plate } } }');
    expect([data, errors]).toEqual([
      { machine: { parts: [{ id: '1', label: 'Part 1', plate: '[Part 1]' }] } },
      undefined,
    ]);
    expect(sent.at(-1)?.variables?.representations).toEqual([
      { __typename: 'Part', id: '1', label: 'Part 1', size: { width: 2, height: 3 } },
    ]);
  });

  test('what needs no key is asked as before', async () => {
    const { ask, sent } = machines(keys);
    await ask('{ machine { parts { id code } } }');
    expect(sent.map(({ query }) => query)).toEqual(['{machine{parts{id code}}}']);
  });
});

describe('an interface object that cannot be resolved', () => {
  const { ask, sent } = askable({
    a: {
      sdl: `type Query { pick: Thing other: Int box: Box boxes: [Box] } type Box { label: String pick: Thing }
        interface Thing @key(fields: "id") { id: ID! }`,
      resolvers: {
        Query: { other: () => 1, box: () => null, boxes: () => [{ label: 'one' }, null, { label: 'three' }] },
      },
    },
    b: {
      sdl: 'type Query { known: Thing } type Thing @interfaceObject @key(fields: "id") { id: ID! note: String }',
      resolvers: { Query: { known: () => ({ id: '1', note: 'a note' }) } },
    },
  });
  const message = 'No subgraph can be asked for field Query.pick here.';

  test('an empty plan is an error, and no response', async () => {
    expect(await ask('{ pick { note } }')).toEqual({ data: null, errors: [{ message, path: ['pick'] }] });
    expect(sent).toHaveLength(0);
  });

  test('what else is asked for is answered', async () => {
    expect(await ask('{ other pick { note } kind: __typename }')).toEqual({
      data: { other: 1, pick: null, kind: 'Query' },
      errors: [{ message, path: ['pick'] }],
    });
  });

  test('below other objects it is an error of each that is there', async () => {
    const text = 'No subgraph can be asked for field Box.pick here.';
    expect(await ask('{ boxes { label pick { note } } box { label pick { note } } }')).toEqual({
      data: { boxes: [{ label: 'one', pick: null }, null, { label: 'three', pick: null }], box: null },
      errors: [0, 2].map((at) => ({ message: text, path: ['boxes', at, 'pick'] })),
    });
  });

  test('what is resolvable, left out or not of any subgraph is no error', async () => {
    expect(await ask('{ known { note } }')).toEqual({ data: { known: { note: 'a note' } } });
    expect(await ask('{ pick @skip(if: true) { note } }')).toEqual({ data: {} });
    const text = 'query ($no: Boolean!) { pick @include(if: $no) { note } __typename __type(name: "Box") { name } }';
    expect(await ask(text, { variables: { no: false } })).toEqual({
      data: { __typename: 'Query', __type: { name: 'Box' } },
    });
  });
});

describe('a field that is required with other arguments than the client asks for', () => {
  const expected = { data: { threads: [{ lead: { id: 'w0+w1+w2' }, replies: [{ id: '0' }] }] } };

  test.each([
    ['a literal', '{ threads { lead { id } replies(first: 1) { id } } }'],
    ['a variable', 'query ($n: Int = 1) { threads { lead { id } replies(first: $n) { id } } }'],
    [
      'a variable in two fragments',
      `query ($n: Int = 1) { threads { lead { id } ...A ...B } }
        fragment A on Thread { replies(first: $n) { id } } fragment B on Thread { replies(first: $n) { id } }`,
    ],
  ])('%s', async (_, text) => {
    const { ask, sent } = askable(threads);
    expect(await ask(text)).toEqual(expected);
    expect(sent.at(-1)?.variables?.representations).toEqual([
      { __typename: 'Thread', id: '1', replies: ['w0', 'w1', 'w2'].map((writer) => ({ writer })) },
    ]);
  });
});

test('two fields that require one field with different arguments: two representations, in one request', async () => {
  const { ask, sent } = askable(goods);
  expect(await ask('{ goods { usd eur } }')).toEqual({ data: { goods: [{ usd: 20, eur: 200 }] } });
  expect(sent.map(({ subgraph }) => subgraph)).toEqual(['goods', 'post']);
  expect(Object.values(sent[1]?.variables ?? {})).toEqual([
    [{ __typename: 'Good', id: '1', price: 10, weight: 2 }],
    [{ __typename: 'Good', id: '1', price: 100, weight: 2 }],
  ]);
});
