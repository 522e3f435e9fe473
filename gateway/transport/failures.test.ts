import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as after } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  ada,
  context,
  good,
  html,
  json,
  logged,
  outcome,
  request,
  startTestSubgraph,
  type TestSubgraph,
  timedOut,
  transportTo,
  unavailable,
} from './testSubgraph.ts';
import type { Transport } from './transport.ts';

let subgraph: TestSubgraph;
let transport: Transport;

beforeEach(async () => {
  subgraph = await startTestSubgraph();
});
afterEach(async () => {
  await transport.stop(0);
  await subgraph.stop();
});

const use = (settings: Record<string, unknown> = {}) => {
  transport = transportTo(subgraph.url, { SUBGRAPH_RETRIES: 0, ...settings });
};
const ask = (more = {}) => outcome(transport.send(request(), context(more)));
const head = { 'content-type': 'application/json' };
const text = JSON.stringify(ada);

/** Asks, and tells how long the outcome took. */
async function timed(asked: () => Promise<unknown>): Promise<[unknown, number]> {
  const began = performance.now();
  return [await asked(), performance.now() - began];
}

describe('an answer that takes time', () => {
  test('comes when it is within the limit', async () => {
    use({ SUBGRAPH_TIMEOUT_MS: 2_000 });
    subgraph.answer = (response) => void after(60).then(() => response.writeHead(200, head).end(text));
    expect(await ask()).toEqual(ada);
  });

  test('comes in pieces', async () => {
    use();
    subgraph.answer = (response) => {
      response.writeHead(200, head).write(text.slice(0, 9));
      setImmediate(() => response.end(text.slice(9)));
    };
    expect(await ask()).toEqual(ada);
  });

  test.each<[string, TestSubgraph['answer']]>([
    ['does not come', () => undefined],
    ['stops in its middle', (response) => response.writeHead(200, head).write(text.slice(0, 9))],
  ])('ends with SUBGRAPH_TIMEOUT when it %s, and its connection is closed', async (_, answer) => {
    use({ SUBGRAPH_TIMEOUT_MS: 200 });
    // The connection is there already, however busy the machine is.
    expect(await ask()).toEqual(ada);
    const ended = new Promise((resolve) => {
      subgraph.answer = (response, ...more) => {
        response.on('close', resolve);
        answer(response, ...more);
      };
    });
    const [result, ms] = await timed(ask);
    expect(result).toEqual(timedOut);
    expect(ms).toBeGreaterThan(190);
    expect(ms).toBeLessThan(1_000);
    await ended;
  });

  test("has no more than the client's request has left", async () => {
    use({ SUBGRAPH_TIMEOUT_MS: 30_000 });
    subgraph.answer = () => undefined;
    const [result, ms] = await timed(() => ask({ deadline: Date.now() + 80 }));
    expect(result).toEqual(timedOut);
    expect(ms).toBeLessThan(1_000);
  });

  test('is not asked for when nothing is left', async () => {
    use();
    expect(await ask({ deadline: Date.now() - 1 })).toEqual(timedOut);
    expect(subgraph.requests).toHaveLength(0);
    expect(await ask({ deadline: Date.now() + 5_000 })).toEqual(ada);
  });

  test('is not waited for when the client has gone', async () => {
    use();
    const client = new AbortController();
    const ended = new Promise((resolve) => {
      subgraph.answer = (response) => {
        response.on('close', resolve);
        client.abort();
      };
    });
    expect(await ask({ signal: client.signal })).toEqual(unavailable);
    await ended;
    expect(await ask({ signal: client.signal })).toEqual(unavailable);
    expect(subgraph.requests).toHaveLength(1);
  });
});

test('what is given up while the connection is made is not sent over it', async () => {
  use({ SUBGRAPH_CONNECTIONS: 1 });
  const client = new AbortController();
  const asked = ask({ signal: client.signal });
  client.abort();
  expect(await asked).toEqual(unavailable);
  expect(await ask()).toEqual(ada);
  expect(subgraph.requests).toHaveLength(1);
});

describe('a subgraph that', () => {
  test('is not there is unavailable', async () => {
    use();
    await subgraph.stop();
    expect(await ask()).toEqual(unavailable);
    subgraph = await startTestSubgraph();
  });

  test('does not accept connections times out, and holds nothing back', async () => {
    // It listens and never accepts: the kernel takes as many as fit into the backlog and lets the next one knock.
    const code = `require('net').createServer().listen(0, '127.0.0.1', 1, function () {
      require('fs').writeSync(1, String(this.address().port));
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
    })`;
    const deaf = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [port] = (await once(deaf.stdout, 'data')) as [Buffer];
    const guests = Array.from({ length: 4 }, () => connect(Number(port), '127.0.0.1').on('error', () => undefined));
    await Promise.all(guests.slice(0, 2).map((guest) => once(guest, 'connect')));
    transport = transportTo(`http://127.0.0.1:${port}/`, { SUBGRAPH_TIMEOUT_MS: 200 });
    const [result, ms] = await timed(ask);
    expect(result).toEqual(timedOut);
    expect(ms).toBeLessThan(1_500);
    for (const guest of guests) guest.destroy();
    deaf.kill('SIGKILL');
    await once(deaf, 'close');
  });

  test.each([
    ['resets before it answers', 0],
    ['resets within its answer', 9],
  ])('%s is unavailable', async (_, written) => {
    use();
    subgraph.answer = (response, _body, { socket }) => {
      if (written === 0) socket.resetAndDestroy();
      else response.writeHead(200, head).write(text.slice(0, written), () => socket.resetAndDestroy());
    };
    expect(await ask()).toEqual(unavailable);
  });

  test.each<[string, TestSubgraph['answer']]>([
    ['HTML with 200', html(200)],
    ['HTML with 502', html(502)],
    ['HTML with 500', html(500)],
    ['an error of JSON that is not of GraphQL', json({ message: 'internal-proxy-7 is sad' }, 500)],
    ['a list', json([ada])],
    ['a text', json('internal-proxy-7')],
    ['a number', json(7)],
    ['errors that are a text', json({ data: {}, errors: 'internal-proxy-7' })],
    ['neither data nor errors', json({ message: 'internal-proxy-7' })],
    ['data that only a prototype has', (response) => response.writeHead(200, head).end('{"__proto__":{"data":{}}}')],
    ['half of its JSON', (response) => response.writeHead(200, head).end(text.slice(0, 9))],
    ['no content type', (response) => response.writeHead(200).end(text)],
    ['nothing', (response) => response.writeHead(204).end()],
    [
      'something compressed',
      (response) => response.writeHead(200, { ...head, 'content-encoding': 'gzip' }).end(gzipSync(text)),
    ],
    ['a redirect', (response) => response.writeHead(307, { location: '/elsewhere' }).end()],
    ['no HTTP', (_response, _body, { socket }) => socket.end('hello, who is there?\r\n\r\n')],
  ] satisfies [string, TestSubgraph['answer']][])(
    'answers %s is unavailable, and the next answer passes',
    async (_, answer) => {
      use();
      subgraph.answer = answer;
      expect(await ask()).toEqual(unavailable);
      expect(subgraph.requests).toHaveLength(1);
      subgraph.answer = good;
      expect(await ask()).toEqual(ada);
    },
  );

  test('fails is told of in the log, with the correlation id', async () => {
    use();
    subgraph.answer = html(502);
    await ask();
    const line = JSON.parse(logged.find((text) => text.includes('"subgraph":"people"')) ?? '{}');
    expect(line).toMatchObject({
      correlationId: context().correlationId,
      code: 'SUBGRAPH_UNAVAILABLE',
      err: { message: 'HTTP 502: <h1>internal-proxy-7 is sad</h1>' },
    });
    expect(logged.join()).not.toContain('Bearer');
  });
});

describe('an answer of GraphQL', () => {
  const errors = [{ message: 'Sign in first.', extensions: { code: 'UNAUTHENTICATED' } }];

  test.each([200, 400, 401, 500, 503])('is taken with the status %d', async (status) => {
    use();
    subgraph.answer = json({ errors }, status);
    expect(await ask()).toEqual({ errors });
  });

  test.each(['application/graphql-response+json', 'application/json; charset=utf-8', 'Application/JSON'])(
    'is taken as %s',
    async (type) => {
      use();
      subgraph.answer = (response) => response.writeHead(200, { 'content-type': type }).end(text);
      expect(await ask()).toEqual(ada);
    },
  );

  test('is taken after an early hint', async () => {
    use();
    subgraph.answer = (response) => {
      response.writeEarlyHints({ link: '</style.css>; rel=preload' });
      response.writeHead(200, head).end(text);
    };
    expect(await ask()).toEqual(ada);
  });
});

describe('a long answer', () => {
  const limit = 2 ** 20;
  const answerOf = (length: number) => `{"data":{"x":"${'x'.repeat(length - '{"data":{"x":""}}'.length)}"}}`;

  test('is taken up to the limit', async () => {
    use({ SUBGRAPH_MAX_ANSWER_BYTES: limit });
    subgraph.answer = (response) => response.writeHead(200, head).end(answerOf(limit));
    expect(await ask()).toMatchObject({ data: { x: expect.any(String) } });
    subgraph.answer = (response) => response.writeHead(200, head).end(answerOf(limit + 1));
    expect(await ask()).toEqual(unavailable);
    // As soon as it says so.
    subgraph.answer = (response) => response.writeHead(200, { ...head, 'content-length': limit + 1 }).flushHeaders();
    expect(await ask()).toEqual(unavailable);
    // Without a content-length it shows only as it comes.
    subgraph.answer = (response) => {
      response.writeHead(200, head).write(answerOf(limit + 1));
      response.end();
    };
    expect(await ask()).toEqual(unavailable);
  });

  test.each(['application/json', 'text/html'])('of 100 MB as %s is cut off, and takes no memory', async (type) => {
    use({ SUBGRAPH_MAX_ANSWER_BYTES: limit });
    const piece = Buffer.alloc(2 ** 16, 'x');
    let written = 0;
    const ended = new Promise((resolve) => {
      subgraph.answer = (response) => {
        response.writeHead(200, { 'content-type': type });
        const write = () => {
          while (written < 100 * 2 ** 20 && !response.destroyed) {
            written += piece.length;
            if (!response.write(piece)) return;
          }
          response.end();
        };
        response.on('drain', write).on('close', resolve);
        write();
      };
    });
    const before = process.memoryUsage().rss;
    expect(await ask()).toEqual(unavailable);
    expect(process.memoryUsage().rss - before).toBeLessThan(40 * 2 ** 20);
    await ended;
    // What the kernel holds for the two of them, and no more.
    expect(written).toBeLessThan(20 * 2 ** 20);
  });
});
