import { expect, test } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { inParts } from './testing/askInParts.ts';

const sdls = {
  a: `
    type Query { things: [Thing] thing: Thing }
    type Thing @key(fields: "id") { id: ID! name: String! note: String! }`,
  b: 'type Thing @key(fields: "id") { id: ID! size: Int! color: String part: Part } type Part { label: String! }',
  c: 'type Thing @key(fields: "id") { id: ID! weight: Int! }',
};

const things = ['1', '2'].map((id) => ({ __typename: 'Thing', id, name: `n${id}` }));
const first = { data: { thing: things[0] } };

test('an error of a deferred part is told with it, at its path', async () => {
  const { ask } = inParts(sdls, ({ subgraph }) =>
    subgraph === 'a'
      ? { data: { things: [null, ...things] } }
      : {
          data: {
            _entities: [
              { color: 'red', part: null },
              { color: null, part: { label: 'x' } },
            ],
          },
          errors: [
            { message: 'no part', path: ['_entities', 0, 'part', 'label'] },
            { message: 'no color', path: ['_entities', 1, 'color'] },
          ],
        },
  );
  expect(await ask('{ things { id ... @defer { color part { label } } } }')).toEqual([
    { data: { things: [null, { id: '1' }, { id: '2' }] }, pending: [{ path: ['things', 1] }, { path: ['things', 2] }] },
    [
      {
        path: ['things', 1],
        data: { color: 'red', part: null },
        errors: [{ message: 'no part', path: ['things', 1, 'part', 'label'] }],
      },
      {
        path: ['things', 2],
        data: { color: null, part: { label: 'x' } },
        errors: [{ message: 'no color', path: ['things', 2, 'color'] }],
      },
    ],
  ]);
});

test('null for a non-null field goes up to the deferred part, no further', async () => {
  const { ask } = inParts(sdls, ({ subgraph }) =>
    subgraph === 'a' ? { data: { things } } : { data: { _entities: [{ size: null }, { size: 2 }] } },
  );
  expect(await ask('{ things { name ... @defer(label: "l") { size } } }')).toEqual([
    {
      data: { things: [{ name: 'n1' }, { name: 'n2' }] },
      pending: [
        { path: ['things', 0], label: 'l' },
        { path: ['things', 1], label: 'l' },
      ],
    },
    [
      {
        path: ['things', 0],
        label: 'l',
        data: null,
        errors: [{ message: 'Cannot return null for non-nullable field Thing.size.', path: ['things', 0, 'size'] }],
      },
      { path: ['things', 1], label: 'l', data: { size: 2 } },
    ],
  ]);
});

test('a subgraph that fails in a deferred part alone costs that part, once told', async () => {
  const { ask } = inParts(sdls, ({ subgraph }) => {
    if (subgraph === 'b') return new Error('down');
    return subgraph === 'a' ? first : { data: { _entities: [{ weight: 3 }] } };
  });
  const text = '{ thing { name ... @defer(label: "b") { color part { label } } ... @defer(label: "c") { weight } } }';
  const [initial, ...rest] = (await ask(text)) as [unknown, ...unknown[][]];
  expect(initial).toMatchObject({ data: { thing: { name: 'n1' } } });
  expect(initial).not.toHaveProperty('errors');
  expect(rest.flat()).toHaveLength(2);
  expect(rest.flat()).toEqual(
    expect.arrayContaining([
      { path: ['thing'], label: 'b', data: { color: null, part: null }, errors: [{ message: 'down' }] },
      { path: ['thing'], label: 'c', data: { weight: 3 } },
    ]),
  );
});

test('a part that cannot be null is null when its subgraph fails', async () => {
  const { ask } = inParts(sdls, ({ subgraph }) => (subgraph === 'a' ? first : new Error('down')));
  expect(await ask('{ thing { id ... @defer { size } } }')).toEqual([
    { data: { thing: { id: '1' } }, pending: [{ path: ['thing'] }] },
    [{ path: ['thing'], data: null, errors: [{ message: 'down' }] }],
  ]);
});

test('nothing is deferred of an object that null has taken away', async () => {
  const { ask, sent } = inParts(sdls, () => ({ data: { thing: { ...things[0], name: null } } }));
  expect(await ask('{ thing { name ... @defer { id } } }')).toEqual([
    {
      data: { thing: null },
      errors: [{ message: 'Cannot return null for non-nullable field Thing.name.', path: ['thing', 'name'] }],
    },
  ]);
  expect(sent).toHaveLength(1);
});

test('the errors that are known before are told with what comes first', async () => {
  const { ask } = inParts(sdls, ({ subgraph }) => (subgraph === 'a' ? first : { data: { _entities: [{ size: 1 }] } }));
  const errors = [new GraphQLError('not for you', { path: ['thing', 'note'] })];
  const [initial, next] = await ask('{ thing { id ... @defer { size } } }', { errors });
  expect(initial).toMatchObject({ errors: [{ message: 'not for you' }] });
  expect(next).toEqual([{ path: ['thing'], data: { size: 1 } }]);
});

test('variables that are not those of the operation are refused at once', async () => {
  const { ask, sent } = inParts(sdls, () => first);
  const [only, ...more] = await ask('query ($if: Boolean!) { thing { id ... @defer { color @skip(if: $if) } } }');
  expect(only).toEqual({ errors: [{ message: expect.stringContaining('$if') }] });
  expect([more, sent]).toEqual([[], []]);
});

test('what is fast does not wait for what is slow, and what comes together goes out together', async () => {
  const slow = Promise.withResolvers<void>();
  const { begin } = inParts(sdls, async ({ subgraph }) => {
    if (subgraph === 'a') return { data: { things } };
    if (subgraph === 'b') await slow.promise;
    const entities = [1, 2].map((value) => (subgraph === 'b' ? { size: value } : { weight: value }));
    return { data: { _entities: entities } };
  });
  const { initial, subsequent } = await begin(
    '{ things { id ... @defer(label: "b") { size } ... @defer(label: "c") { weight } } }',
  );
  expect(initial.hasNext).toBe(true);
  const next = async () => (await subsequent.next()).value;
  const labels = (result: Awaited<ReturnType<typeof next>>) =>
    result ? [result.completed.map(({ pending }) => pending.label), result.hasNext] : undefined;
  expect(labels(await next())).toEqual([['c', 'c'], true]);
  slow.resolve();
  expect(labels(await next())).toEqual([['b', 'b'], false]);
  expect(await next()).toBeUndefined();
});

test('whoever wants no more ends the work, even while it waits', async () => {
  const { begin, sent } = inParts(sdls, ({ subgraph }) =>
    subgraph === 'a' ? { data: { things } } : new Promise(() => undefined),
  );
  const { subsequent } = await begin('{ things { id ... @defer { size } } }');
  const waiting = subsequent.next();
  await subsequent.return();
  expect(await waiting).toEqual({ done: true, value: undefined });
  expect(sent).toHaveLength(2);
});
