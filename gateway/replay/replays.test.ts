import { afterEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'graphql';
import { execute } from '../engine/execute.ts';
import { Preparer } from '../engine/prepare.ts';
import { localSupergraph } from '../engine/testing/subgraph.ts';
import { readAnswer } from '../transport/answer.ts';
import type { TransportContext } from '../transport/headers.ts';
import type { Question } from '../transport/transport.ts';
import { Replays } from './replays.ts';

/** What the subgraphs answer now. */
let world = { ids: ['1', '2'], name: 'Ann', size: 3, isBroken: false };
const first = { ...world };
afterEach(() => {
  world = { ...first };
});

const { supergraph, send } = localSupergraph({
  people: {
    sdl: `type Query { people(first: Int): [Person!] me: Person } type Mutation { rename: Person }
      type Person @key(fields: "id") { id: ID! name: String }`,
    resolvers: {
      Query: { people: () => world.ids.map((id) => ({ id })), me: () => ({ id: '1' }) },
      Mutation: { rename: () => ({ id: '1' }) },
      Person: { name: () => world.name },
    },
  },
  shoes: {
    sdl: `type Person @key(fields: "id") { id: ID! size: Int shop: Shop } type Shop @key(fields: "id") { id: ID! }`,
    resolvers: {
      Person: {
        size: ({ id }: { id: string }) => {
          if (world.isBroken) throw new Error('no size');
          return world.size + Number(id);
        },
        shop: () => ({ id: 's' }),
      },
    },
  },
  shops: { sdl: 'type Shop @key(fields: "id") { id: ID! city: String }', resolvers: { Shop: { city: () => 'Rome' } } },
});

const query = 'query ($first: Int) { people(first: $first) { name size shop { city } } }';
const context: TransportContext = {
  authorization: 'Bearer a',
  correlationId: '0'.repeat(32),
  deadline: Number.POSITIVE_INFINITY,
};

/** Executes as the gateway does, and says how often each subgraph was asked, and by whom. */
function start(size = 100_000) {
  const asked: string[] = [];
  let executed = 0;
  const ask = async ({ subgraph, body, isMutation }: Question, { authorization }: TransportContext) => {
    asked.push(`${subgraph} ${authorization}`);
    return JSON.stringify(await send({ subgraph, isMutation, ...JSON.parse(body) }, {}));
  };
  const replays = new Replays({ ask, read: readAnswer }, size);
  const preparer = new Preparer(supergraph);
  const run = async (text = query, variables: Record<string, unknown> = {}, as = context) => {
    const prepared = preparer.prepare(parse(text), { source: text });
    executed = 0;
    const done = await replays.execute(prepared, variables, as, (way) => {
      executed++;
      return execute(prepared, { variables, context: {}, send: way });
    });
    const answer = done.text === undefined ? done.result : JSON.parse(done.text);
    return { answer, count: asked.splice(0), isReplayed: executed === 0 };
  };
  const plain = async (text = query, variables: Record<string, unknown> = {}) =>
    JSON.parse(JSON.stringify(await execute(preparer.prepare(parse(text)), { variables, context: {}, send })));
  return { run, plain };
}

test('every subgraph is asked again, as whoever asks now, and the answer is the same', async () => {
  const { run, plain } = start();
  const before = await run();
  const again = await run(query, {}, { ...context, authorization: 'Bearer b' });
  expect([before.isReplayed, again.isReplayed]).toEqual([false, true]);
  expect(again.answer).toEqual(before.answer);
  expect(again.answer).toEqual(await plain());
  expect(before.count).toEqual(['people Bearer a', 'shoes Bearer a', 'shops Bearer a']);
  expect(again.count).toEqual(['people Bearer b', 'shoes Bearer b', 'shops Bearer b']);
});

describe('when something else comes', () => {
  test.each([
    ['at first', { name: 'Ben' }],
    ['of an entity', { size: 4 }],
    ['in number', { ids: ['1', '2', '3'] }],
    ['nothing', { ids: [] }],
  ])('%s, the answer is made anew, and nothing is asked twice', async (_, change) => {
    const { run, plain } = start();
    await run();
    world = { ...world, ...change };
    const { answer, count, isReplayed } = await run();
    expect(isReplayed).toBe(false);
    expect(answer).toEqual(await plain());
    expect(new Set(count).size).toBe(count.length);
  });

  test('as an error, it is told, and not remembered', async () => {
    const { run } = start();
    await run();
    world.isBroken = true;
    const failed = await run();
    expect(failed.isReplayed).toBe(false);
    expect(failed.answer).toMatchObject({ errors: [{ message: 'no size' }, { message: 'no size' }] });
    world.isBroken = false;
    expect((await run()).answer).not.toHaveProperty('errors');
  });
});

test('other variables are another question', async () => {
  const { run } = start();
  expect((await run(query, { first: 1 })).answer).toEqual((await run(query, { first: 2 })).answer);
});

test('what is larger than the memory is executed each time', async () => {
  const { run, plain } = start(10);
  await run();
  const { answer, isReplayed } = await run();
  expect(isReplayed).toBe(false);
  expect(answer).toEqual(await plain());
});

test('whatever the world does between two requests, the answer is that of the world as it is', async () => {
  const { run, plain } = start();
  const change = fc.record(
    {
      ids: fc.uniqueArray(fc.constantFrom('1', '2', '3'), { maxLength: 3 }),
      name: fc.constantFrom('Ann', 'Ben'),
      size: fc.integer({ min: 0, max: 1 }),
    },
    { requiredKeys: [] },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 2, maxLength: 6 }), async (changes) => {
      for (const next of changes) {
        world = { ...world, ...next };
        expect((await run()).answer).toEqual(await plain());
      }
    }),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 50) },
  );
});
