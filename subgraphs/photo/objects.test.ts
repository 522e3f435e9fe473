import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hasCode, inRequest, newTraceId } from '@banyan/kit';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { createObjects } from './objects.ts';

const environment = { ...process.env };
const stops: (() => void)[] = [];

beforeEach(() => {
  process.env.AWS_REGION = 'us-east-1';
  process.env.AWS_ACCESS_KEY_ID = 'banyan';
  process.env.AWS_SECRET_ACCESS_KEY = 'banyan';
  process.env.AWS_ENDPOINT_URL_S3 = 'http://localhost:1';
});

afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  jest.useRealTimers();
  process.env = { ...environment };
});

async function s3(answer: RequestListener): Promise<void> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  stops.push(() => {
    server.closeAllConnections();
    server.close();
  });
  await once(server, 'listening');
  process.env.AWS_ENDPOINT_URL_S3 = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Does work for a request that has 100 ms left; resolves to what it throws. */
const soon = (work: () => Promise<unknown>): Promise<unknown> =>
  inRequest({ correlationId: newTraceId(), deadline: Date.now() + 100 }, () => work().catch((error) => error));

describe('a bucket that hangs', () => {
  test.each<[string, RequestListener]>([
    ['before it answers', () => {}],
    [
      'in the middle of its answer',
      (_, response) => void response.writeHead(206, { 'content-length': 10 }).write('half'),
    ],
  ])('%s costs the time of the request and no more', async (_, answer) => {
    await s3(answer);
    const objects = createObjects('photos');
    expect(hasCode(await soon(() => objects.get('photos/x')), 'SUBGRAPH_TIMEOUT')).toBe(true);
  });

  test.each<[string, (objects: ReturnType<typeof createObjects>) => Promise<unknown>]>([
    ['a copy', (objects) => objects.copy('uploads/x', 'photos/x', 'image/png')],
    ['a put', (objects) => objects.put('photos/x', 'image/png', Buffer.from('x'))],
    ['a removal', (objects) => objects.remove('photos/x')],
  ])('does not hold up %s', async (_, work) => {
    await s3(() => {});
    const objects = createObjects('photos');
    expect(hasCode(await soon(() => work(objects)), 'SUBGRAPH_TIMEOUT')).toBe(true);
  });
});

test('the URL of an object stays the same for ten minutes', async () => {
  const minute = 60_000;
  const start = Date.parse('2026-01-01T12:00:00Z');
  const objects = createObjects('photos');
  const urlAt = (time: number) => {
    jest.useFakeTimers({ now: time, doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate', 'setTimeout'] });
    return objects.signGet('photos/x');
  };
  const first = await urlAt(start);
  expect(await urlAt(start + 10 * minute - 1)).toBe(first);
  expect(await urlAt(start + 10 * minute)).not.toBe(first);
});
