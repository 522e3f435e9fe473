import { expect, test } from '@jest/globals';
import { answering, askable } from './testing/ask.ts';

const zoo = {
  sdl: `
    type Query { animals: [Animal] found: [Found!] }
    interface Animal { id: ID! name: String }
    type Cat implements Animal @key(fields: "id") { id: ID! name: String lives: Int }
    type Dog implements Animal @key(fields: "id") { id: ID! name: String tricks: [String!] }
    type Ghost implements Animal @inaccessible { id: ID! name: String }
    union Found = Cat | Dog`,
  resolvers: {
    Query: {
      animals: () => [
        { __typename: 'Cat', id: 'c', name: 'Cleo', lives: 9 },
        { __typename: 'Dog', id: 'd', name: 'Dax', tricks: [] },
        { __typename: 'Ghost', id: 'g' },
      ],
      found: () => [{ __typename: 'Dog', id: 'd' }],
    },
  },
};

const vet = {
  sdl: `
    type Cat @key(fields: "id") { id: ID! weight: Float }
    type Dog @key(fields: "id") { id: ID! weight: Float }`,
  resolvers: { Cat: { weight: () => 4.5 }, Dog: { weight: () => 20 } },
};

test('interfaces and unions, through several subgraphs; an object of an inaccessible type is null', async () => {
  const { ask } = askable({ zoo, vet });
  const { data, errors } = await ask(`{
    animals { kind: __typename ...Named ... on Cat { lives weight } ... on Dog { tricks weight } }
    found { ... on Cat { id } ... on Animal { name id } }
  } fragment Named on Animal { name }`);
  expect(data).toEqual({
    animals: [
      { kind: 'Cat', name: 'Cleo', lives: 9, weight: 4.5 },
      { kind: 'Dog', name: 'Dax', tricks: [], weight: 20 },
      null,
    ],
    found: [{ name: null, id: 'd' }],
  });
  expect(errors).toEqual([
    {
      message: 'Invalid __typename found for object at an item of field Query.animals.',
      path: ['animals', 2],
      service: 'zoo',
    },
  ]);
});

const media = {
  catalog: {
    sdl: `
      type Query { first: Media }
      interface Media @key(fields: "id") { id: ID! title: String }
      type Book implements Media @key(fields: "id") { id: ID! title: String pages: Int }
      type Film implements Media @key(fields: "id") { id: ID! title: String }`,
    resolvers: {
      Query: { first: () => ({ __typename: 'Book', id: '1', title: 'T' }) },
      Media: { __resolveReference: ({ id }: { id: string }) => ({ __typename: 'Book', id, title: 'T', pages: 7 }) },
      Book: { pages: () => 7 },
    },
  },
  ratings: {
    sdl: `
      type Query { best: [Media] }
      type Media @interfaceObject @key(fields: "id") { id: ID! stars: Int comments: [String] }`,
    resolvers: { Query: { best: () => [{ id: '1' }] }, Media: { stars: () => 5, comments: () => ['good'] } },
  },
};

test('an interface object adds fields to every type, and knows none of them', async () => {
  const { ask, sent } = askable(media);
  expect((await ask('{ first { __typename stars } best { stars ... on Book { pages } __typename } }')).data).toEqual({
    first: { __typename: 'Book', stars: 5 },
    best: [{ stars: 5, pages: 7, __typename: 'Book' }],
  });
  expect(sent.filter(({ subgraph }) => subgraph === 'ratings')[1]?.variables?.representations).toEqual([
    { __typename: 'Media', id: '1' },
  ]);
});

test('an interface object does not take back the type that is known', async () => {
  const { ask } = askable(media);
  const { data } = await ask(
    '{ best { kind: __typename stars ... on Book { title ... on Media { comments ... on Book { pages } __typename } } } }',
  );
  expect(data).toEqual({
    best: [{ kind: 'Book', stars: 5, title: 'T', comments: ['good'], pages: 7, __typename: 'Book' }],
  });
});

test('paths with type conditions: only objects of these types are completed', async () => {
  const { ask, sent } = askable(
    {
      a: {
        sdl: `
          type Query { boxes: [Box] }
          interface Box { thing: Thing }
          type Red implements Box { thing: Thing }
          type Blue implements Box { thing: Thing }
          type Thing @key(fields: "id") { id: ID! }`,
        resolvers: {
          Query: { boxes: () => ['Red', 'Blue'].map((__typename, at) => ({ __typename, thing: { id: `${at}` } })) },
        },
      },
      b: {
        sdl: 'type Thing @key(fields: "id") { id: ID! size(in: String): String }',
        resolvers: { Thing: { size: ({ id }: { id: string }, args: { in: string }) => `${id}${args.in}` } },
      },
    },
    { typeConditionedFetching: true },
  );
  const { data } = await ask(
    '{ boxes { ... on Red { thing { size(in: "cm") } } ... on Blue { thing { size(in: "mm") } } } }',
  );
  expect(data).toEqual({ boxes: [{ thing: { size: '0cm' } }, { thing: { size: '1mm' } }] });
  expect(sent.slice(1).flatMap(({ variables }) => Object.values(variables ?? {}))).toEqual([
    [{ __typename: 'Thing', id: '0' }],
    [{ __typename: 'Thing', id: '1' }],
  ]);
});

test('enum values that are unknown or inaccessible, and scalars of another kind, are null with an error', async () => {
  const sdl = `type Query { thing: Thing }
    type Thing { color: Color colors: [Color] count: Int! @tag(name: "x") name: String }
    enum Color { RED SECRET @inaccessible }`;
  const thing = { color: 'SECRET', colors: ['RED', 'PINK'], count: 1, name: 5 };
  const { ask } = answering({ a: sdl }, () => ({ data: { thing } }));
  const { data, errors } = await ask('{ thing { color colors count name } }');
  expect(data).toEqual({ thing: { color: null, colors: ['RED', null], count: 1, name: null } });
  expect(errors?.map(({ path }) => path)).toEqual([
    ['thing', 'color'],
    ['thing', 'colors', 1],
    ['thing', 'name'],
  ]);
});
