import { expect, test } from '@jest/globals';
import { parse, printSchema } from 'graphql';
import { Preparer } from '../prepare.ts';
import { goods, threads } from '../testing/argued.ts';
import { askable } from '../testing/ask.ts';
import { shop } from '../testing/shop.ts';

test('what is required and what is asked for are apart under aliases as well, in both directions', async () => {
  const { ask } = askable(goods);
  const text = '{ goods { price: weight usd own: price(in: "EUR") same: price(in: "USD") } }';
  expect(await ask(text)).toEqual({ data: { goods: [{ price: 2, usd: 20, own: 100, same: 10 }] } });
});

test('an alias of the client across fetches', async () => {
  const { ask } = askable(threads);
  expect(await ask('{ threads { lead { id } replies: id } }')).toEqual({
    data: { threads: [{ lead: { id: 'w0+w1+w2' }, replies: '1' }] },
  });
});

test('fields of a split fetch keep their arguments, conditions and fragments', async () => {
  const { ask, sent } = askable(goods);
  const text = `query ($two: Int!, $three: Int!, $yes: Boolean!) {
    goods { ...Usd ...Eur zone usual @include(if: $yes) other: eur(times: $two) @skip(if: $yes) }
  }
  fragment Usd on Good { usd(times: $two) one: usd } fragment Eur on Good { eur(times: $three) zone }`;
  const variables = { two: 2, three: 3, yes: true };
  expect(await ask(text, { variables })).toEqual({
    data: { goods: [{ usd: 40, one: 20, eur: 600, zone: 7, usual: 10 }] },
  });
  expect(sent.filter(({ subgraph }) => subgraph === 'post')).toHaveLength(1);
});

test('one of two currencies fails: an error of the object, and the other is told', async () => {
  const { ask } = askable(goods);
  expect(await ask('{ goods { lost price(in: "EUR") usd } }')).toEqual({
    data: { goods: [{ lost: null, price: 100, usd: 20 }] },
    errors: [{ message: 'There is no price in XXX.', path: ['goods', 0], service: 'goods' }],
  });
});

test('an error below what is required is one of the object that requires it', async () => {
  const people = { ...threads.people, sdl: threads.people?.sdl ?? '' };
  const fail = () => {
    throw new Error('Nobody wrote this.');
  };
  const { ask } = askable({ ...threads, people: { ...people, resolvers: { Reply: { writer: fail } } } });
  const { errors } = await ask('{ threads { lead { id } } }');
  expect(errors?.map(({ path }) => path)).toEqual([1, 2, 3].map(() => ['threads', 0]));
});

test('the names are reserved, and nothing that a client sees', async () => {
  const { ask, supergraph } = askable(goods);
  const [name] = [...supergraph.types.required.byName.keys()];
  expect(printSchema(supergraph.apiSchema)).not.toContain(name);
  await expect(ask(`{ goods { usd ${name}: weight } }`)).rejects.toThrow(`The alias "${name}" is reserved.`);
  await expect(ask(`{ goods { ${name} } }`)).rejects.toThrow(`Cannot query field "${name}"`);
});

test('fields below what is required, of interfaces and of objects, and of fragments', async () => {
  type Shape = { name: string; area: number };
  const { ask, sent } = askable({
    a: {
      sdl: `type Query { plan: Plan } type Plan @key(fields: "id") { id: ID! shape: Shape }
        interface Shape { name: String area(unit: String): Int }
        type Square implements Shape { name: String area(unit: String): Int side(unit: String): Int }
        type Disc implements Shape { name: String area(unit: String): Int }`,
      resolvers: {
        Query: { plan: () => ({ id: '1', shape: { __typename: 'Square', name: 'S' } }) },
        Square: {
          area: (_: unknown, { unit }: { unit: string }) => (unit === 'mm' ? 400 : 4),
          side: (_: unknown, { unit }: { unit: string }) => (unit === 'mm' ? 20 : 2),
        },
      },
    },
    b: {
      sdl: `type Plan @key(fields: "id") {
          id: ID! shape: Shape @external
          fine: Int @requires(fields: "shape { area(unit: \\"mm\\") ... on Square { side(unit: \\"mm\\") } }")
          rough: Int @requires(fields: "shape { name area(unit: \\"cm\\") }")
        }
        interface Shape { name: String area(unit: String): Int }
        type Square implements Shape @external { name: String area(unit: String): Int side(unit: String): Int }
        type Disc implements Shape @external { name: String area(unit: String): Int }`,
      resolvers: {
        Plan: {
          fine: ({ shape }: { shape: Shape & { side: number } }) => shape.area + shape.side,
          rough: ({ shape }: { shape: Shape }) => shape.area,
        },
      },
    },
  });
  const text = '{ plan { fine rough shape { area(unit: "cm") ... on Square { side } } } }';
  expect(await ask(text)).toEqual({ data: { plan: { fine: 420, rough: 4, shape: { area: 4, side: 2 } } } });
  const [fine, rough] = Object.values(sent[1]?.variables ?? {});
  expect([fine, rough]).toMatchObject([[{ shape: { area: 400, side: 20 } }], [{ shape: { name: 'S', area: 4 } }]]);
});

test('what is required requires something itself', async () => {
  const { ask } = askable({
    ...goods,
    post: {
      sdl: `type Good @key(fields: "id") {
          id: ID! weight: Int @external heavy(than: Int!): Boolean @requires(fields: "weight")
        }`,
      resolvers: {
        Good: { heavy: ({ weight }: { weight: number }, { than }: { than: number }) => weight > than },
      },
    },
    crane: {
      sdl: `type Good @key(fields: "id") {
          id: ID! heavy(than: Int!): Boolean @external lift: Boolean @requires(fields: "heavy(than: 1)")
        }`,
      resolvers: { Good: { lift: ({ heavy }: { heavy: boolean }) => heavy } },
    },
  });
  expect(await ask('{ goods { lift heavy(than: 5) } }')).toEqual({ data: { goods: [{ lift: true, heavy: false }] } });
});

test('where nothing with arguments is required the supergraph is planned as it is', () => {
  const { supergraph } = askable(shop);
  expect(supergraph.types.required.byName.size).toBe(0);
  expect(supergraph.planner.supergraph.apiSchema()).toBe(supergraph.plannedSchema);
});

test('plans with conditions and deferred parts are mended too', () => {
  const { supergraph } = askable(goods);
  const document = parse('query ($yes: Boolean!) { goods { id ... @defer { usd eur } usual @include(if: $yes) } }');
  const prepared = new Preparer(supergraph).prepare(document, { incremental: true, variables: { yes: true } });
  const operations = prepared.fetchNodes.map(({ operation }) => operation).join('\n');
  expect(prepared.deferral).toBeDefined();
  expect(operations).not.toMatch(/_required\d_price[^:]/);
  expect(operations).toMatch(/_required\d_price:price\(in:"EUR"\)/);
});
