import { expect, test } from '@jest/globals';
import { until } from './testing/until.ts';
import { arrived, ofProduct, startWorld, subscription } from './testing/world.ts';

const fronts = ['sse', 'ws'] as const;

test.each(fronts)('%s: events arrive in order, with the rest of the plan run', async (front) => {
  await using world = await startWorld();
  const listener = world[front](subscription, 'ada');
  const stream = await world.subgraph.stream();
  expect(stream.headers).toMatchObject({ accept: 'text/event-stream', authorization: 'Bearer ada' });
  expect(stream.headers.traceparent).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/);
  for (const upc of ['1', '2', '3']) stream.next(arrived(upc));
  stream.complete();
  expect(await listener.ended).toBe('complete');
  expect(listener.results).toEqual(['1', '2', '3'].map(ofProduct));
  expect(world.admission.finished).toEqual([{}]);
  expect(world.subscriptions.count()).toBe(0);
});

test.each(fronts)('%s: queries and mutations are answered as well', async (front) => {
  await using world = await startWorld();
  const query = world[front]({ query: 'query ($upc: ID!) { product(upc: $upc) { name } }', variables: { upc: '7' } });
  expect(await query.ended).toBe('complete');
  expect(query.results).toEqual([{ data: { product: { name: 'Product 7' } } }]);
  const mutation = world[front]({ query: 'mutation { rename(upc: "7", name: "Seven") { name } }' });
  expect(await mutation.ended).toBe('complete');
  expect(mutation.results).toEqual([{ data: { rename: { name: 'Seven' } } }]);
  expect(world.admission.finished).toHaveLength(2);
});

test.each(fronts)('%s: who stops listening ends the subscription to the subgraph at once', async (front) => {
  await using world = await startWorld();
  const listener = world[front](subscription);
  const stream = await world.subgraph.stream();
  stream.next(arrived('1'));
  await listener.has(1);
  listener.stop();
  await until('the subgraph is left', () => stream.isClosed);
  expect(world.subscriptions.count()).toBe(0);
});

test('equal subscriptions of one identity share one to the subgraph; others do not', async () => {
  await using world = await startWorld();
  const { subgraph } = world;
  const first = world.sse(subscription, 'ada');
  const stream = await subgraph.stream();
  stream.next(arrived('1'));
  await first.has(1);
  const second = world.ws(subscription, 'ada');
  await until('the second one listens', () => world.subscriptions.count() === 2);
  stream.next(arrived('2'));
  await second.has(1);
  expect(second.results).toEqual([ofProduct('2')]);
  await first.has(2);
  expect(subgraph.streams).toHaveLength(1);

  const other = world.sse(subscription, 'bob');
  (await subgraph.stream(1)).next(arrived('3'));
  await other.has(1);
  world.sse(
    { query: 'subscription ($shelf: String) { arrived(shelf: $shelf) { upc } }', variables: { shelf: 'a' } },
    'ada',
  );
  expect((await subgraph.stream(2)).body.variables).toEqual({ shelf: 'a' });

  first.stop();
  await until('the first has left', () => world.subscriptions.count() === 3);
  stream.next(arrived('4'));
  await second.has(2);
  expect(first.results).toHaveLength(2);
  second.stop();
  await until('the subgraph is left', () => stream.isClosed);
});

test('who goes on after some place is not given to one that has begun', async () => {
  await using world = await startWorld();
  const resume = { query: 'subscription ($after: ID) { arrived(after: $after) { upc } }', variables: { after: '5' } };
  const first = world.sse(resume, 'ada');
  const early = world.sse(resume, 'ada');
  await until('both listen', () => world.subscriptions.count() === 2);
  const stream = await world.subgraph.stream();
  stream.next(arrived('6'));
  await Promise.all([first.has(1), early.has(1)]);
  const late = world.sse(resume, 'ada');
  (await world.subgraph.stream(1)).next(arrived('6'));
  await late.has(1);
  expect(world.subgraph.streams).toHaveLength(2);
});

test('variables that are not those of the operation reach no subgraph', async () => {
  await using world = await startWorld();
  const query = 'subscription ($shelf: String) { arrived(shelf: $shelf) { upc } }';
  const listener = world.ws({ query, variables: { shelf: 5 } });
  expect(await listener.ended).toBe('complete');
  expect(listener.results).toMatchObject([{ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] }]);
  expect(world.subgraph.streams).toEqual([]);
});
