import { get } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { accessRows } from './advisories/accessRows.ts';
import { nameRows } from './advisories/nameRows.ts';
import { answered } from './advisories/outcome.ts';
import { type Poison, poisonRows } from './advisories/poisonRows.ts';
import type { Row } from './advisories/row.ts';
import { sizeRows } from './advisories/sizeRows.ts';
import { type HostileWorld, startHostileWorld } from './advisories/world.ts';
import { type Asked, addressOf, ways } from './harness/waysToAsk.ts';

/** Known attacks on gateways, each on every way in, and beside each its nearest legal neighbour. */

let world: HostileWorld;
/** What every object had before anybody asked. */
const prototypes = [Object.prototype, Array.prototype, Function.prototype];
const untouched = () =>
  prototypes.map((each) => Reflect.ownKeys(each).map((key) => [key, Object.getOwnPropertyDescriptor(each, key)]));
const before = untouched();

beforeAll(async () => {
  world = await startHostileWorld();
});
afterAll(() => world?.stop());

const expectUntouched = () => {
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  expect(untouched()).toEqual(before);
};

/** The names of these rows are known before there is a token. */
const accessNames = accessRows('').map(([what]) => what);

describe.each(Object.entries(ways))('%s:', (_, way) => {
  const tell = (asked: Asked) => way(world.endpoint, asked);

  const check = async ([, tried, outcome, neighbour, itsOutcome]: Row) => {
    outcome(await tell(tried));
    expectUntouched();
    itsOutcome(await tell(neighbour));
  };

  test.each([...sizeRows, ...nameRows])('%s', (...row) => check(row));

  test.each(accessNames)('%s', async (name) => {
    const row = accessRows(world.token).find(([what]) => what === name);
    await check(row as Row);
  });

  const answers =
    ({ root = '{}', entity = 'null', beside }: Poison) =>
    (query: string) =>
      `{"data":${query.includes('_entities') ? `{"_entities":[${entity}]}` : root}${
        beside && !query.includes('_entities') ? `,${beside}` : ''
      }}`;

  test.each(poisonRows)('%s of a subgraph', async (...[, query, poison, outcome, harmless, itsOutcome]) => {
    world.poison(answers(poison));
    outcome(await tell({ query }));
    expectUntouched();
    world.poison(answers(harmless));
    itsOutcome(await tell({ query }));
  });

  test('a subgraph that nests without end costs one answer, and no more', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    world.poison(answers({ root: `{"gift":{"any":${deep}}}` }));
    await tell({ query: '{ gift { ... @include(if: true) { any } } }' }).catch(() => {});
    answered('{"me":{"id":"1"}}')(await tell({ query: '{ me { id } }' }));
  });
});

describe('a page of somebody else that sends us a request without asking first (https://github.com/advisories/GHSA-hff2-gcpx-8f4p)', () => {
  const query = '{ me { name } }';
  const json = 'application/json';
  const body = JSON.stringify({ query });
  const allowed = 'https://studio.apollographql.com';

  test.each<[string, RequestInit]>([
    ['a link', {}],
    ['a link with a content type that browsers let pass', { headers: { 'content-type': 'text/plain' } }],
    ['a link with a content type that some browsers let pass', { headers: { 'content-type': 'message/graphql' } }],
    ['a link that hides its content type', { headers: { 'content-type': `text/plain; ${json}` } }],
    [
      'a link with another content type for an event stream',
      { headers: { 'content-type': 'message/graphql', accept: 'text/event-stream' } },
    ],
    ['an EventSource', { headers: { accept: 'text/event-stream', origin: 'https://elsewhere.example' } }],
    ['an EventSource of a page without an origin', { headers: { accept: 'text/event-stream', origin: 'null' } }],
    ['a link for an event stream', { headers: { accept: 'text/event-stream', 'sec-fetch-site': 'cross-site' } }],
    ['a link for parts', { headers: { accept: 'multipart/mixed;deferSpec=20220824' } }],
    ['a form of text', { method: 'POST', headers: { 'content-type': 'text/plain' }, body }],
    ['a form of text that says JSON', { method: 'POST', headers: { 'content-type': `text/plain; ${json}` }, body }],
    [
      'a form of text, for an event stream',
      { method: 'POST', headers: { 'content-type': 'text/plain', accept: 'text/event-stream' }, body },
    ],
    [
      'a form of text, for parts',
      { method: 'POST', headers: { 'content-type': 'text/plain', accept: 'multipart/mixed;deferSpec=20220824' }, body },
    ],
    ['a form', { method: 'POST', body: new URLSearchParams({ query }) }],
    ['a form with a part', { method: 'POST', body: formOf({ query, operations: body }) }],
    ['a form without a content type', { method: 'POST', body: new Blob([body]) }],
  ])('%s is refused before anybody is asked', async (_, init) => {
    const asked = world.asked('people');
    const address = init.method === 'POST' ? world.endpoint : addressOf(world.endpoint, { query });
    const response = await fetch(address, init);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
    expect(await response.text()).not.toContain('Ada');
    expect(world.asked('people')).toBe(asked);
  });

  test.each<[string, RequestInit]>([
    ['a link that no page can make', { headers: { 'apollo-require-preflight': 'yes' } }],
    ['a link of JSON', { headers: { 'content-type': json } }],
    ['a body of JSON', { method: 'POST', headers: { 'content-type': json }, body }],
    ['an EventSource of nobody’s page', { headers: { accept: 'text/event-stream' } }],
    ['an EventSource of a page that is allowed', { headers: { accept: 'text/event-stream', origin: allowed } }],
    ['an EventSource of our own page', { headers: { accept: 'text/event-stream', 'sec-fetch-site': 'same-origin' } }],
  ])('%s passes', async (_, init) => {
    const response = await fetch(init.method === 'POST' ? world.endpoint : addressOf(world.endpoint, { query }), init);
    expect(await response.text()).toContain('{"data":{"me":{"name":"Ada"}}}');
  });

  test('a WebSocket of somebody else’s page is refused', async () => {
    const headers = {
      origin: 'https://elsewhere.example',
      connection: 'upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
    };
    const status = await new Promise((resolve, reject) => {
      get(world.endpoint, { headers }, ({ statusCode }) => resolve(statusCode)).on('error', reject);
    });
    expect(status).toBe(403);
  });
});

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}
