import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until, want } from '../harness/client.ts';
import { startWorld, type World } from './world.ts';

interface Shown {
  photo: { id: string; width: number; height: number; camera: string };
}

const query = 'query ($id: ID!) { photo(id: $id) { id width height camera } }';
/** They have the same places every time, as those depend on nothing but the ids. */
const people = Array.from({ length: 120 }, (_, number) => `person-${number}`);
const bySubgraph = new Map([
  [1, 'monolith'],
  [2, 'photo'],
]);

let world: World;
let tokens: Map<string, string>;
beforeAll(async () => {
  world = await startWorld();
  tokens = new Map(await Promise.all(people.map(async (person) => [person, await world.tokenOf(person)] as const)));
});
afterAll(() => world?.stop());

/** One request of a person. @returns who has answered for the fields that move. */
async function ask(person: string): Promise<{ size: string; camera: string }> {
  const { photo } = await want<Shown>(world.endpoint, query, { id: 'p1' }, tokens.get(person));
  // The two fields of one label move together: nobody has a width of one side and a height of the other.
  expect([photo.id, photo.height]).toEqual(['p1', photo.width]);
  return { size: bySubgraph.get(photo.width) ?? '', camera: photo.camera };
}

/** Those whom photo answers. */
async function moved(field: 'size' | 'camera'): Promise<string[]> {
  const answers = await Promise.all(people.map(async (person) => ({ person, by: (await ask(person))[field] })));
  return answers.filter(({ by }) => by === 'photo').map(({ person }) => person);
}

/** Sets the share, and waits until it holds. */
async function share(percent: number, hasMoved: (count: number) => boolean): Promise<string[]> {
  await world.setShares({ 'photo-move': percent });
  return until(`${percent} % hold`, async () => {
    const now = await moved('size');
    return hasMoved(now.length) && now;
  });
}

/** Asks on and on. @returns what ends it and tells how it went. */
function traffic() {
  const failures: unknown[] = [];
  let requests = 0;
  let isOver = false;
  const workers = [0, 1].map(async (worker) => {
    for (let turn = worker; !isOver; turn += 2) {
      await ask(people[turn % people.length] ?? '').catch((error) => failures.push(error));
      requests++;
    }
  });
  return async () => {
    isOver = true;
    await Promise.all(workers);
    return { requests, failures };
  };
}

test('fields move from the monolith to photo, as many people at a time as the file says, and back', async () => {
  const end = traffic();
  expect(await moved('size')).toEqual([]);

  const some = await share(25, (count) => count > 0);
  expect(some.length / people.length).toBeGreaterThan(0.15);
  expect(some.length / people.length).toBeLessThan(0.35);
  expect(await moved('size')).toEqual(some);

  const half = await share(50, (count) => count > some.length);
  expect(half).toEqual(expect.arrayContaining(some));
  expect(half.length).toBeLessThan(people.length);

  const all = await share(100, (count) => count > half.length);
  expect(all).toEqual(people);

  expect(await share(25, (count) => count < people.length)).toEqual(some);
  expect(await share(0, (count) => count < some.length)).toEqual([]);

  const { requests, failures } = await end();
  expect(failures).toEqual([]);
  expect(requests).toBeGreaterThan(0);
}, 120_000);

test('when all have moved the monolith is not asked any more, and it is again when its label is not in the file', async () => {
  const sizeOnly = 'query ($id: ID!) { photo(id: $id) { width height } }';
  const askAll = () =>
    Promise.all(people.map((person) => want(world.endpoint, sizeOnly, { id: 'p1' }, tokens.get(person))));
  await share(100, (count) => count === people.length);
  const before = { ...world.asked };
  await askAll();
  expect(world.asked.monolith).toBe(before.monolith);
  expect(world.asked.photo).toBe((before.photo ?? 0) + people.length);
  await world.setShares({});
  await until('nobody has moved', async () => (await moved('size')).length === 0);
}, 120_000);

test('a share of the schema holds whatever the file says: a quarter of people, always the same', async () => {
  const some = await moved('camera');
  expect(some.length / people.length).toBeGreaterThan(0.15);
  expect(some.length / people.length).toBeLessThan(0.35);
  await share(100, (count) => count === people.length);
  expect(await moved('camera')).toEqual(some);
});

test('people without a token are told apart by their address', async () => {
  await share(50, (count) => count > 0 && count < people.length);
  const byAddress = async () =>
    Promise.all(
      Array.from({ length: 40 }, async (_, number) => {
        const response = await fetch(world.endpoint, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-forwarded-for': `10.0.0.${number}` },
          body: JSON.stringify({ query, variables: { id: 'p1' } }),
        });
        return ((await response.json()) as { data: Shown }).data.photo.width;
      }),
    );
  const widths = await byAddress();
  expect(new Set(widths)).toEqual(new Set([1, 2]));
  expect(await byAddress()).toEqual(widths);
});
