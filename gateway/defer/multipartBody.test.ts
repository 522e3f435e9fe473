import { text } from 'node:stream/consumers';
import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type InParts, inParts } from '../engine/defer/testing/askInParts.ts';
import type { IncrementalFormat } from './acceptHeader.ts';
import { payloadFormat } from './formats.ts';
import { multipartBody } from './multipartBody.ts';
import { type DeferServer, startDeferServer } from './testing/deferServer.ts';

const sdls = {
  a: 'type Query { thing: Thing } type Thing @key(fields: "id") { id: ID! name: String }',
  b: 'type Thing @key(fields: "id") { id: ID! size: Int! }',
  c: 'type Thing @key(fields: "id") { id: ID! weight: Int! }',
};
let asked = Promise.withResolvers<void>();
const thing = { __typename: 'Thing', id: '1', name: 'n' };
const local: InParts = inParts(sdls, async ({ subgraph, query }) => {
  if (subgraph === 'a') return { data: query.includes('_entities') ? { _entities: [thing] } : { thing } };
  if (subgraph === 'b') return { data: { _entities: [{ size: 2 }] } };
  asked.resolve();
  return new Promise(() => undefined);
});
let server: DeferServer;
beforeAll(async () => {
  server = await startDeferServer(local);
});
afterAll(() => server.close());

const format = (name: IncrementalFormat) => payloadFormat(name, (error) => error.toJSON());
const twoParts = '{ thing { name ... @defer(label: "l") { name size } } }';
const header = 'content-type: application/json; charset=utf-8\r\n\r\n';

test.each<[IncrementalFormat, string[]]>([
  [
    'deferSpec',
    [
      '{"data":{"thing":{"name":"n"}},"hasNext":true}',
      '{"incremental":[{"data":{"name":"n","size":2},"path":["thing"],"label":"l"}],"hasNext":false}',
    ],
  ],
  [
    'incrementalSpec',
    [
      '{"data":{"thing":{"name":"n"}},"pending":[{"id":"0","path":["thing"],"label":"l"}],"hasNext":true}',
      '{"incremental":[{"id":"0","data":{"size":2}}],"completed":[{"id":"0"}],"hasNext":false}',
    ],
  ],
])('%s as it is on the wire', async (name, parts) => {
  const body = await text(multipartBody(await local.begin(twoParts), format(name)));
  expect(body).toBe(`${parts.map((part) => `\r\n---\r\n${header}${part}`).join('')}\r\n-----\r\n`);
});

test('an answer in one part ends after it', async () => {
  const body = await text(multipartBody(await local.begin('{ thing { name } }'), format('deferSpec')));
  expect(body).toBe(`\r\n---\r\n${header}{"data":{"thing":{"name":"n"}},"hasNext":false}\r\n-----\r\n`);
});

test('a part is sent with the delimiter after it, by which a client knows that it is whole', async () => {
  const body = multipartBody(await local.begin(twoParts), format('deferSpec'));
  const [first] = await body[Symbol.asyncIterator]()
    .next()
    .then(({ value }) => [String(value)]);
  expect(first?.endsWith('\r\n---')).toBe(true);
});

test('a client that goes away ends the work', async () => {
  asked = Promise.withResolvers();
  const away = new AbortController();
  const headers = { accept: 'multipart/mixed;deferSpec=20220824', 'content-type': 'application/json' };
  const query = '{ thing { name ... @defer { weight } } }';
  const response = await fetch(server.url, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query }),
    signal: away.signal,
  });
  expect(response.headers.get('content-type')).toBe('multipart/mixed; boundary="-"; deferSpec=20220824');
  await asked.promise;
  const before = server.ended.length;
  away.abort();
  const end = performance.now() + 5_000;
  while (server.ended.length === before && performance.now() < end) await setImmediate();
  expect(server.ended.at(-1)).toMatchObject({ code: 'ERR_STREAM_PREMATURE_CLOSE' });
});

test('destroyed, it asks for no more of the results, even while it waits for one', async () => {
  asked = Promise.withResolvers();
  const result = await local.begin('{ thing { name ... @defer { weight } } }');
  const body = multipartBody(result, format('incrementalSpec'));
  body.resume();
  await asked.promise;
  const closed = new Promise((resolve) => body.once('close', resolve));
  body.destroy();
  await closed;
  expect(await result.subsequent.next()).toEqual({ done: true, value: undefined });
});

test('it takes no more results than its reader takes', async () => {
  let taken = 0;
  async function* many() {
    for (;;) {
      taken++;
      const pending = { path: [], label: 'x'.repeat(10_000) };
      yield { completed: [{ pending, data: {}, errors: [] }], pending: [], hasNext: true };
    }
  }
  const initial = { data: {}, pending: [], hasNext: true };
  const body = multipartBody({ initial, subsequent: many() }, format('deferSpec'));
  body.read(1);
  for (let turn = 0; turn < 50; turn++) await setImmediate();
  expect(taken).toBeLessThan(20);
  body.destroy();
});

test('results that fail break the body off', async () => {
  const { subsequent } = await local.begin('{ thing { name } }');
  subsequent.next = () => Promise.reject(new Error('unexpected'));
  const body = multipartBody({ initial: { data: {}, pending: [], hasNext: true }, subsequent }, format('deferSpec'));
  await expect(text(body)).rejects.toThrow('unexpected');
});
