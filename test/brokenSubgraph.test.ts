import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ask } from './harness/client.ts';
import { type SmallWorld, startSmallWorld } from './harness/smallGraph.ts';

/** Whatever one subgraph does, it costs its own fields alone, in bounded time, with an error that names it. */

type Breaking = (response: ServerResponse, query: string, request: IncomingMessage) => unknown;

/** Long enough for a healthy subgraph on a busy machine, and short enough to wait for. */
const limitMs = 2_000;
/** A request asks the broken subgraph twice, one after the other; this much is far beyond what that may take. */
const patienceMs = 20_000;

let breaks: Breaking;
let world: SmallWorld;

beforeAll(async () => {
  world = await startSmallWorld(
    {
      healthy: {
        sdl: 'type Query { me: Person } type Person @key(fields: "id") { id: ID! name: String }',
        resolvers: { Query: { me: () => ({ id: '1', name: 'Ada' }) } },
      },
      broken: {
        sdl: `scalar Anything
          type Query { thing: Thing things: [Thing!] }
          type Thing { label: String! size: Int more: Anything }
          type Person @key(fields: "id") { id: ID! nick: String must: Must }
          type Must { be: String! }`,
        async answer(request, response) {
          response.on('error', () => {});
          const { query } = JSON.parse(await text(request)) as { query: string };
          await breaks(response, query, request);
        },
      },
    },
    {
      SUBGRAPH_TIMEOUT_MS: String(limitMs),
      SUBGRAPH_ERRORS: 'passed',
      // One row must not be what the next one suffers from.
      SUBGRAPH_BREAKER_FAILURES: '100000',
    },
  );
});
afterAll(() => world?.stop());

const jsonType = { 'content-type': 'application/json' };
const json =
  (value: unknown, status = 200): Breaking =>
  (response) =>
    response.writeHead(status, jsonType).end(JSON.stringify(value));
const html =
  (status: number, type = 'text/html'): Breaking =>
  (response) =>
    response.writeHead(status, { 'content-type': type }).end('<h1>Welcome to nginx</h1>');
/** One answer for root fields, another for entities. */
const data =
  (root: object, entity: object | null): Breaking =>
  (response, query) =>
    response
      .writeHead(200, jsonType)
      .end(JSON.stringify({ data: query.includes('_entities') ? { _entities: [entity] } : root }));
const sound = { thing: { label: 'lamp', size: 1, more: null }, things: [{ label: 'cup' }] };
const whole = data(sound, { nick: 'countess', must: { be: 'told' } });
const endless =
  (headers: object): Breaking =>
  async (response) => {
    response.writeHead(200, { ...jsonType, ...headers });
    response.write('{"data":{"thing":{"label":"');
    const piece = 'x'.repeat(2 ** 20);
    for (let sent = 0; sent < 100 && !response.destroyed; sent++) {
      if (!response.write(piece)) await Promise.race([new Promise((go) => response.once('drain', go)), wait(1_000)]);
    }
    response.end('"}}}');
  };

const query = '{ me { name nick must { be } } thing { label size more } things { label } }';
const nothing = { me: { name: 'Ada', nick: null, must: null }, thing: null, things: null };

const late = { service: 'broken', code: 'SUBGRAPH_TIMEOUT' };
const gone = { service: 'broken', code: 'SUBGRAPH_UNAVAILABLE' };
const wrong = { service: 'broken', code: 'INVALID_GRAPHQL' };

/** What it does, what every error says, and what is left. */
type Row = [what: string, breaks: Breaking, extensions: object, left?: object];

const rows: Row[] = [
  ['does not answer', () => {}, late],
  [
    'answers a byte at a time',
    async (response) => {
      response.writeHead(200, jsonType);
      while (!response.destroyed) {
        response.write(' ');
        await wait(20);
      }
    },
    late,
  ],
  ['answers half and falls silent', (response) => response.writeHead(200, jsonType).write('{"data":{"thing":'), late],
  ['says that it will answer and does not', (response) => response.writeProcessing(), late],
  ['answers half and ends', (response) => response.writeHead(200, jsonType).end('{"data":{"thing":{"label":"la'), gone],
  [
    'closes the connection in the middle',
    (response) => {
      response.writeHead(200, { ...jsonType, 'content-length': '1000' });
      response.write('{"data":', () => response.destroy());
    },
    gone,
  ],
  ['closes the connection', (response) => response.destroy(), gone],
  ['resets the connection', (response) => response.socket?.resetAndDestroy(), gone],
  ['does not speak HTTP', (response) => response.socket?.end('SSH-2.0-OpenSSH_9.6\r\n'), gone],
  ['answers with nothing', (response) => response.writeHead(200, jsonType).end(), gone],
  ['has no content', (response) => response.writeHead(204).end(), gone],
  ['answers HTML', html(200), gone],
  ['answers HTML and calls it JSON', html(200, 'application/json'), gone],
  ['answers 500 with HTML', html(500), gone],
  ['answers 503 with HTML', html(503), gone],
  ['answers 401 with HTML', html(401), gone],
  ['answers 100 MB', endless({}), gone],
  ['announces 100 MB', endless({ 'content-length': String(100 * 2 ** 20) }), gone],
  [
    'answers in an encoding that nobody asked for',
    (response) => response.writeHead(200, { ...jsonType, 'content-encoding': 'gzip' }).end('nonsense'),
    gone,
  ],
  [
    'sends us to somebody else',
    (response, _, { headers }) => response.writeHead(307, { location: `http://${headers.host}/healthy` }).end(),
    gone,
  ],
  ['sends us to itself', (response) => response.writeHead(302, { location: '/broken' }).end(), gone],
  ['answers a list', json([{ data: {} }]), gone],
  ['answers a text', json('data'), gone],
  ['answers an object of something else', json({ message: 'Hello' }), gone],
  ['has data that are a list', json({ data: [] }), gone],
  ['has errors that are a text', json({ data: {}, errors: 'many' }), gone],
  [
    'answers 500 with errors of GraphQL',
    json({ data: null, errors: [{ message: 'Out of order.', extensions: { code: 'BROKEN' } }] }, 500),
    { service: 'broken', code: 'BROKEN' },
  ],
  [
    'answers errors that say nothing',
    json({ errors: [null, 7, {}] }),
    { service: 'broken', code: 'DOWNSTREAM_SERVICE_ERROR' },
  ],
  [
    'answers errors with a code that is none, a path that leads nowhere, and a status',
    json({
      errors: [
        { message: 'No.', path: ['__proto__', 3, 'x'], extensions: { code: { toString: 1 }, http: { status: 99 } } },
      ],
    }),
    { service: 'broken', code: 'DOWNSTREAM_SERVICE_ERROR' },
  ],
  [
    'has null for what must not be null',
    data({ thing: { label: null }, things: [null] }, { must: { be: null } }),
    wrong,
  ],
  ['leaves out what must not be null', data({ thing: {}, things: [{}] }, { must: {} }), wrong],
  [
    'has other shapes than it promised',
    data({ thing: 'lamp', things: { label: 'cup' } }, { nick: ['x'], must: [] }),
    wrong,
  ],
  [
    'has other values than it promised',
    data({ thing: { label: 7, size: 'large', more: 'x' }, things: [{ label: {} }] }, { nick: 7, must: { be: [] } }),
    wrong,
  ],
];

async function asked() {
  const began = performance.now();
  const answer = await ask(world.endpoint, query);
  expect(performance.now() - began).toBeLessThan(patienceMs);
  return answer;
}

describe('a subgraph that', () => {
  test('is sound costs nothing', async () => {
    breaks = whole;
    const { data, errors } = await asked();
    expect(errors).toBeUndefined();
    expect(data).toEqual({ me: { name: 'Ada', nick: 'countess', must: { be: 'told' } }, ...sound });
  });

  test.each(rows)(
    '%s costs its own fields alone, with errors that name it',
    async (_, how, extensions, left = nothing) => {
      breaks = how;
      const healthy = world.asked('healthy');
      const { status, data, errors } = await asked();
      expect(errors?.length).toBeGreaterThan(0);
      for (const error of errors ?? []) expect(error.extensions).toEqual(extensions);
      expect([status, data]).toEqual([200, left]);
      // Nobody was sent to where a redirect leads.
      expect(world.asked('healthy') - healthy).toBe(1);
    },
  );

  test('says more than it was asked for is not repeated', async () => {
    const secret = { ...sound, secret: 's', thing: { ...sound.thing, secret: 's' } };
    breaks = data(secret, { nick: 'countess', must: { be: 'told', secret: 's' }, secret: 's' });
    expect(JSON.stringify(await asked())).not.toContain('secret');
  });

  test('is nested without end costs one answer, and no more', async () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    breaks = (response) => response.writeHead(200, jsonType).end(`{"data":{"thing":{"label":"x","more":${deep}}}}`);
    const { errors } = await asked();
    expect(errors).toMatchObject([{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
  });

  test('is sound again is asked again', async () => {
    breaks = whole;
    expect((await asked()).errors).toBeUndefined();
  });
});
