import { expect, test } from '@jest/globals';
import { until } from './testing/until.ts';
import { codesOf, startWorld, subscription } from './testing/world.ts';

const accept = 'text/event-stream';
const json = { 'content-type': 'application/json', accept };

test('what may not be executed is told in the stream, and not tried again', async () => {
  await using world = await startWorld();
  for (const [operation, who, code] of [
    [{ query: 'subscription { nothing }' }, 'ada', 'GRAPHQL_VALIDATION_FAILED'],
    [subscription, 'mallory', 'UNAUTHENTICATED'],
  ] as const) {
    const listener = world.sse(operation, who);
    expect(await listener.ended).toBe('complete');
    expect(codesOf(listener.results)).toEqual([code]);
    expect(listener.results[0]).not.toHaveProperty('data');
  }
});

test('GET answers queries and subscriptions and refuses mutations', async () => {
  await using world = await startWorld();
  const get = async (query: string, variables = {}) => {
    const parameters = new URLSearchParams({ query, variables: JSON.stringify(variables) });
    return (await fetch(`${world.url}?${parameters}`, { headers: { accept } })).text();
  };
  const query = await get('query ($upc: ID!) { product(upc: $upc) { upc } }', { upc: '1' });
  expect(query).toBe(':\n\nevent: next\ndata: {"data":{"product":{"upc":"1"}}}\n\nevent: complete\ndata: \n\n');
  const mutation = await get('mutation { rename(upc: "7", name: "Seven") { name } }');
  expect(mutation).toContain('A mutation has to be sent with POST.');
  expect(mutation).not.toContain('Seven"');
  const answer = get(subscription.query);
  (await world.subgraph.stream()).complete();
  expect(await answer).toBe(':\n\nevent: complete\ndata: \n\n');
});

test.each([
  ['PUT', {}, undefined, 405],
  ['DELETE', {}, undefined, 405],
  ['GET', { 'x-graphql-event-stream-token': 'x' }, undefined, 405],
  ['POST', { 'content-type': 'text/plain' }, '{"query":"{ here }"}', 415],
  ['POST', json, '[]', 415],
  ['POST', json, '{"query":5}', 400],
  ['POST', json, '{"query":"{ here }","variables":[]}', 400],
  ['POST', json, '{"query":"{ here }","operationName":{}}', 400],
  ['POST', json, '{"query":"{ here }","extensions":"x"}', 400],
])('a %s that is no request of GraphQL is refused: %j %s', async (method, headers, body, status) => {
  await using world = await startWorld();
  const response = await fetch(world.url, { method, headers, body });
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
});

test('headers of the server are sent, and heartbeats while nothing happens', async () => {
  await using world = await startWorld({ SUBSCRIPTION_HEARTBEAT_MS: 20 });
  const response = await fetch(world.url, { method: 'POST', headers: json, body: JSON.stringify(subscription) });
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  expect(response.headers.get('x-correlation-id')).toMatch(/^[0-9a-f]{32}$/);
  let text = '';
  const decoder = new TextDecoder();
  const take = (chunk: Uint8Array) => {
    text += decoder.decode(chunk);
  };
  const taken = response.body?.pipeTo(new WritableStream({ write: take }));
  await until('heartbeats come', () => text.startsWith(':\n\n:\n\n:\n\n'));
  (await world.subgraph.stream()).complete();
  await taken;
});
