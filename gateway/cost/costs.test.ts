import { compose } from '@banyan/kit/composition';
import { describe, expect, test } from '@jest/globals';
import { readCosts } from './costs.ts';

/** Composes subgraphs with the imports given, and reads what the supergraph says of costs. */
function costsOf(...subgraphs: (readonly [imports: string, sdl: string])[]) {
  const build = compose(
    subgraphs.map(([imports, sdl], index) => ({
      name: `s${index}`,
      url: `http://localhost:${index + 1}/graphql`,
      sdl: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [${imports}])\n${sdl}`,
    })),
  );
  if (!build.ok) throw new Error(JSON.stringify(build.errors));
  const { weights, listSizes } = readCosts(build.supergraphSdl);
  return { weights: Object.fromEntries(weights), listSizes: Object.fromEntries(listSizes) };
}

describe('through composition', () => {
  test.each([
    ['imported', '"@cost", "@listSize"', '@cost', '@listSize'],
    ['renamed', '{ name: "@cost", as: "@price" }, { name: "@listSize", as: "@sized" }', '@price', '@sized'],
    ['prefixed', '"@key"', '@federation__cost', '@federation__listSize'],
    ['one of them imported', '"@cost"', '@cost', '@federation__listSize'],
    ['swapped', '{ name: "@cost", as: "@listSize" }, { name: "@listSize", as: "@cost" }', '@listSize', '@cost'],
  ])('directives that are %s', (_, imports, cost, listSize) => {
    const sdl = `type Query { users(max: Int): [Int] ${cost}(weight: 4) ${listSize}(slicingArguments: ["max"]) }`;
    expect(costsOf([imports, sdl])).toEqual({
      weights: { 'Query.users': 4 },
      listSizes: {
        'Query.users': {
          assumedSize: undefined,
          slicingArguments: [['max']],
          sizedFields: [],
          requireOneSlicingArgument: true,
        },
      },
    });
  });

  test('every place that can have a weight', () => {
    const sdl = `
      type Query { user(id: ID @cost(weight: 1), filter: Filter): User @cost(weight: 2) kind: Kind token: Token }
      type User @cost(weight: 3) { id: ID! }
      enum Kind @cost(weight: 4) { K }
      scalar Token @cost(weight: 5)
      input Filter { approx: Boolean @cost(weight: -6) }`;
    expect(costsOf(['"@cost"', sdl]).weights).toEqual({
      'Query.user(id:)': 1,
      'Query.user': 2,
      User: 3,
      Kind: 4,
      Token: 5,
      'Filter.approx': -6,
    });
  });

  test('what subgraphs say of the same field, composition makes one', () => {
    const subgraph = (directives: string) =>
      ['"@shareable", "@cost", "@listSize"', `type Query { users(n: Int): [Int] @shareable ${directives} }`] as const;
    const { weights, listSizes } = costsOf(
      subgraph('@cost(weight: 3) @listSize(slicingArguments: ["n"], requireOneSlicingArgument: false)'),
      subgraph('@cost(weight: 5) @listSize(assumedSize: 30)'),
    );
    expect(weights).toEqual({ 'Query.users': 5 });
    expect(listSizes['Query.users']).toEqual({
      assumedSize: 30,
      slicingArguments: [['n']],
      sizedFields: [],
      requireOneSlicingArgument: false,
    });
  });
});

describe('as other composers may write it', () => {
  const read = (links: string, field: string) =>
    Object.fromEntries(readCosts(`schema ${links} { query: Query } type Query { field: Int ${field} }`).weights);
  const url = 'https://specs.apollo.dev/cost/v0.1';

  test.each([
    ['not imported', `@link(url: "${url}")`, '@cost(weight: 2)', 2],
    ['under another namespace', `@link(url: "${url}", as: "price")`, '@price__cost(weight: 2)', undefined],
    ['under another namespace, by its name', `@link(url: "${url}", as: "price")`, '@price(weight: 2)', 2],
    ['a string, as the specification has it', `@link(url: "${url}")`, '@cost(weight: "2.5")', 2.5],
    ['somebody else’s', '@link(url: "https://specs.example.com/cost/v0.1")', '@cost(weight: 2)', undefined],
    ['not linked', '', '@cost(weight: 2)', undefined],
  ])('%s', (_, link, directive, expected) => {
    expect(read(link, directive)['Query.field']).toBe(expected);
  });

  test('lists by the namespace', () => {
    const sdl = `schema @link(url: "${url}", as: "price") { query: Query }
      type Query { users(page: Page): [Int] @price__listSize(slicingArguments: ["page.first"], sizedFields: ["a.b"]) }`;
    expect(readCosts(sdl).listSizes.get('Query.users')).toMatchObject({
      slicingArguments: [['page', 'first']],
      sizedFields: [['a', 'b']],
    });
  });

  test.each([
    ['a version to come', '@link(url: "https://specs.apollo.dev/cost/v0.2")', '', 'only v0.1 is known'],
    ['a weight that is none', `@link(url: "${url}")`, '@cost(weight: "much")', 'Query.field'],
    ['no weight', `@link(url: "${url}")`, '@cost', 'Query.field'],
    ['a size that is none', `@link(url: "${url}")`, '@cost__listSize(assumedSize: "1")', 'assumedSize'],
    ['names that are none', `@link(url: "${url}")`, '@cost__listSize(slicingArguments: 1)', 'slicingArguments'],
  ])('%s is not guessed at', (_, link, directive, message) => {
    expect(() => read(link, directive)).toThrow(message);
  });
});
