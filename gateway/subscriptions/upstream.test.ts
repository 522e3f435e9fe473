import { expect, test } from '@jest/globals';
import { until } from './testing/until.ts';
import { arrived, codesOf, ofProduct, startWorld, subscription, timedOut, unavailable } from './testing/world.ts';

const fronts = ['sse', 'ws'] as const;

test.each(fronts)('%s: a subgraph that cannot be reached', async (front) => {
  await using world = await startWorld();
  await world.subgraph.stop();
  const listener = world[front](subscription);
  expect(await listener.ended).toBe('complete');
  expect(listener.results).toEqual([{ errors: [unavailable] }]);
  expect(world.admission.finished).toEqual(listener.results);
  expect(world.subscriptions.count()).toBe(0);
});

test('a subgraph that does not answer', async () => {
  await using world = await startWorld({ SUBSCRIPTION_CONNECT_MS: 50 });
  world.subgraph.answer = () => {};
  const listener = world.sse(subscription);
  expect(await listener.ended).toBe('complete');
  expect(listener.results).toEqual([{ errors: [timedOut] }]);
  await until('it is left', () => world.subgraph.streams.length === 1 && world.subgraph.open === 0);
});

test.each([
  ['HTML', 200, 'text/html', '<h1>internal-proxy-7</h1>'],
  ['HTML without an end', 200, 'text/html', undefined],
  ['a failing proxy', 502, 'text/html', 'bad gateway'],
  ['an event stream with another status', 500, 'text/event-stream', 'event: next\ndata: {"data":{}}\n\n'],
  ['JSON that is no answer', 200, 'application/json', '{"status":"up"}'],
  ['an answer instead of a stream', 200, 'application/json', '{"data":{"arrived":null}}'],
  ['broken JSON', 200, 'application/json', '{"data":'],
  ['JSON without an end', 200, 'application/json', undefined],
])('a subgraph that answers with %s', async (_, status, type, body) => {
  await using world = await startWorld({ SUBSCRIPTION_MAX_EVENT_BYTES: 5_000 });
  world.subgraph.answer = (response) => {
    response.writeHead(status, { 'content-type': type });
    if (body) response.end(body);
    else response.write('x'.repeat(10_000));
  };
  const listener = world.sse(subscription);
  expect(await listener.ended).toBe('complete');
  expect(listener.results).toEqual([{ errors: [unavailable] }]);
});

test('a redirect is not followed', async () => {
  await using world = await startWorld();
  world.subgraph.answer = (response) => void response.writeHead(307, { location: world.subgraph.url }).end();
  const listener = world.sse(subscription);
  expect(await listener.ended).toBe('complete');
  expect(world.subgraph.streams).toHaveLength(1);
});

test('errors with which a subgraph refuses are passed on', async () => {
  await using world = await startWorld();
  const error = { message: 'Sign in first.', extensions: { code: 'UNAUTHENTICATED' } };
  world.subgraph.answer = (response) => {
    response.writeHead(401, { 'content-type': 'application/json; charset=utf-8' });
    response.end(JSON.stringify({ errors: [error] }));
  };
  const listener = world.ws(subscription);
  expect(await listener.ended).toBe('complete');
  const told = { message: error.message, extensions: { code: 'UNAUTHENTICATED', service: 'arrivals' } };
  expect(listener.results).toEqual([{ errors: [told] }]);
  expect(world.admission.finished).toEqual(listener.results);
});

test('errors of an event stand where its data are missing', async () => {
  await using world = await startWorld();
  const listener = world.sse(subscription);
  const stream = await world.subgraph.stream();
  const error = { message: 'No such shelf.', path: ['arrived'], extensions: { code: 'NOT_FOUND' } };
  stream.next({ data: { arrived: null }, errors: [error] });
  stream.next(arrived('2'));
  await listener.has(2);
  const told = { ...error, extensions: { code: 'NOT_FOUND', service: 'arrivals' } };
  expect(listener.results).toEqual([{ data: { arrived: null }, errors: [told] }, ofProduct('2')]);
});

test.each([
  ['breaks off', (stream: Breaking) => stream.breakOff()],
  ['ends without completing', (stream: Breaking) => stream.end()],
  ['breaks off in an event', (stream: Breaking) => stream.write('event: next\ndata: {"data":'), true],
  ['sends what is no JSON', (stream: Breaking) => stream.write('event: next\ndata: {"data":\n\n')],
  ['sends what is no answer', (stream: Breaking) => stream.write('event: next\ndata: []\n\n')],
  ['sends an event of 2 MiB', (stream: Breaking) => stream.next({ data: { arrived: 'x'.repeat(2 ** 21) } })],
  ['sends an event of an unknown type', (stream: Breaking) => stream.write('event: error\ndata: {}\n\n')],
])('when a subgraph %s, all who listen get the error after what came', async (_, breaking, breaksOff = false) => {
  await using world = await startWorld();
  const listeners = [world.sse(subscription), world.ws(subscription)];
  await until('both listen', () => world.subscriptions.count() === 2);
  const stream = await world.subgraph.stream();
  stream.next(arrived('1'));
  await Promise.all(listeners.map((listener) => listener.has(1)));
  breaking(stream);
  if (breaksOff) stream.breakOff();
  for (const listener of listeners) {
    expect(await listener.ended).toBe('complete');
    expect(listener.results).toEqual([ofProduct('1'), { errors: [unavailable] }]);
  }
  await until('it is left', () => stream.isClosed);
});

test('a subgraph that sends nothing any more is lost; one that sends heartbeats is not', async () => {
  await using world = await startWorld({ SUBSCRIPTION_IDLE_MS: 300 });
  const listener = world.sse(subscription);
  const stream = await world.subgraph.stream();
  const began = Date.now();
  const beating = setInterval(() => stream.write(':\n\n'), 50);
  await until('it has been quiet for long', () => Date.now() - began > 700);
  clearInterval(beating);
  expect(listener.results).toEqual([]);
  expect(await listener.ended).toBe('complete');
  expect(codesOf(listener.results)).toEqual(['SUBGRAPH_TIMEOUT']);
});

interface Breaking {
  next(answer: unknown): void;
  write(text: string): void;
  end(): void;
  breakOff(): void;
}
