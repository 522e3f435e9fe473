import { expect, test } from '@jest/globals';
import { type FieldNode, Kind, parse, visit } from 'graphql';
import { type CompletedPart, executeIncrementally } from './executeIncrementally.ts';
import { inParts } from './testing/askInParts.ts';

test('subgraphs may call their root types otherwise', async () => {
  const { ask } = inParts({
    one: { sdl: 'schema { query: Root } type Root { one: Int }', resolvers: { Root: { one: () => 1 } } },
    two: { sdl: 'schema { query: Reading } type Reading { two: Int }', resolvers: { Reading: { two: () => 2 } } },
  });
  expect(await ask('{ one ... on Query @defer { two } }')).toEqual([
    { data: { one: 1 }, pending: [{ path: [] }] },
    [{ path: [], data: { two: 2 } }],
  ]);
});

test('what is deferred of objects whose type only another subgraph knows comes at once', async () => {
  const { ask } = inParts({
    media: {
      sdl: `type Query { other: Int } interface Media @key(fields: "id") { id: ID! title: String }
        type Book implements Media @key(fields: "id") { id: ID! title: String pages: Int }`,
      resolvers: {
        Media: { __resolveReference: ({ id }: { id: string }) => ({ __typename: 'Book', id, title: 't', pages: 9 }) },
        Book: { __resolveReference: ({ id }: { id: string }) => ({ id, title: 't', pages: 9 }) },
      },
    },
    ratings: {
      sdl: 'type Query { best: Media } type Media @interfaceObject @key(fields: "id") { id: ID! stars: Int }',
      resolvers: { Query: { best: () => ({ __typename: 'Media', id: '1', stars: 5 }) } },
    },
  });
  expect(await ask('{ best { stars ... on Book @defer { pages } } }')).toEqual([
    { data: { best: { stars: 5, pages: 9 } } },
  ]);
});

test('a fragment on an interface is deferred where its type is that of the object', async () => {
  const { ask } = inParts({
    zoo: {
      sdl: `type Query { animals: [Animal] } interface Animal { name: String }
        type Cat implements Animal @key(fields: "id") { id: ID! name: String } type Dog implements Animal { name: String }`,
      resolvers: {
        Query: {
          animals: () => [
            { __typename: 'Cat', id: '1', name: 'c' },
            { __typename: 'Dog', name: 'd' },
          ],
        },
      },
    },
    vet: { sdl: 'type Cat @key(fields: "id") { id: ID! lives: Int }', resolvers: { Cat: { lives: () => 7 } } },
  });
  expect(await ask('{ animals { name ... on Cat @defer { lives } } }')).toEqual([
    { data: { animals: [{ name: 'c' }, { name: 'd' }] }, pending: [{ path: ['animals', 0] }] },
    [{ path: ['animals', 0], data: { lives: 7 } }],
  ]);
});

test('a deferred field that the caller may not read is null, and is not asked for', async () => {
  const { preparer, send, sent } = inParts({
    a: {
      sdl: 'type Query { thing: Thing } type Thing @key(fields: "id") { id: ID! name: String }',
      resolvers: { Query: { thing: () => ({ id: '1', name: 'n' }) } },
    },
    b: {
      sdl: 'type Thing @key(fields: "id") { id: ID! size: Int secret: String }',
      resolvers: { Thing: { size: () => 3, secret: () => 'secret' } },
    },
  });
  const document = parse('{ thing { name ... @defer(label: "l") { size secret } ... @defer { secret } } }');
  const refused = new Map<FieldNode, unknown>();
  const planned = visit(document, {
    [Kind.FIELD]: (node) => {
      if (node.name.value !== 'secret') return undefined;
      refused.set(node, {});
      return null;
    },
    [Kind.INLINE_FRAGMENT]: { leave: (node) => (node.selectionSet.selections.length === 0 ? null : undefined) },
  });
  const options = { planned, projection: document, refused, extraKey: 'nobody', incremental: true };
  const { initial, subsequent } = await executeIncrementally(preparer.prepare(document, options), {
    context: {},
    send,
  });
  // Nothing is left of the second fragment that could be waited for.
  expect(initial.data).toEqual({ thing: { name: 'n', secret: null } });
  const completed: CompletedPart[] = [];
  for await (const result of subsequent) completed.push(...result.completed);
  const data = completed.map(({ pending, data }) => [pending.label, data]);
  expect(JSON.parse(JSON.stringify(data))).toEqual(expect.arrayContaining([['l', { size: 3, secret: null }]]));
  expect(JSON.stringify(completed)).not.toContain('"secret":"');
  expect(sent.some(({ query }) => query.includes('secret'))).toBe(false);
});

test('beyond a hundred deferred fragments everything comes at once', async () => {
  const { ask } = inParts({ a: { sdl: 'type Query { n: Int }', resolvers: { Query: { n: () => 1 } } } });
  const fragments = Array.from({ length: 101 }, (_, at) => `... @defer { n${at}: n }`);
  expect(await ask(`{ n ${fragments.join(' ')} }`)).toHaveLength(1);
  expect((await ask(`{ n ${fragments.slice(0, 20).join(' ')} }`)).length).toBeGreaterThan(1);
});
