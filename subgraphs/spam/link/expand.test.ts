import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createExpander, maxHops } from './expand.ts';
import { internet, type Network } from './network.ts';

let server: Server;
let port: number;
let requests: IncomingMessage[] = [];
let sentBytes = 0;

/** What the server does at each path. */
const paths: Record<string, (url: URL, response: ServerResponse) => unknown> = {
  '/page': (_, response) => response.end('hello'),
  '/to': (url, response) => response.writeHead(302, { location: url.searchParams.get('url') ?? '' }).end(),
  '/status': (url, response) => response.writeHead(Number(url.searchParams.get('code')), { location: '/page' }).end(),
  '/bare': (_, response) => response.writeHead(302).end(),
  '/twice': (_, response) =>
    response
      .writeHead(
        302,
        [
          ['location', '/page'],
          ['location', '/to'],
        ].flat(),
      )
      .end(),
  '/loop': (_, response) => response.writeHead(301, { location: '/loop' }).end(),
  '/count': (url, response) => {
    const left = Number(url.searchParams.get('left'));
    return response.writeHead(302, { location: left > 0 ? `/count?left=${left - 1}` : '/page' }).end();
  },
  '/silent': () => {},
  '/dripping': async (_, response) => {
    response.socket?.write('HTTP/1.1 302 Found\r\n');
    while (!response.destroyed) {
      response.socket?.write('x-drip: 1\r\n');
      await wait(20);
    }
  },
  '/headers': (_, response) => response.writeHead(302, { location: '/page', 'x-huge': 'x'.repeat(17 * 1024) }).end(),
  '/endless': (_, response) => {
    const part = Buffer.alloc(64 * 1024);
    const pour = () => {
      while (!response.destroyed && response.write(part)) sentBytes += part.length;
    };
    response.on('drain', pour).on('error', () => {});
    pour();
  },
};

beforeAll(async () => {
  server = createServer((request, response) => {
    requests.push(request);
    const url = new URL(request.url ?? '', 'http://localhost');
    void paths[url.pathname]?.(url, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

beforeEach(() => {
  requests = [];
  sentBytes = 0;
});

/** The Internet, and beside it our server at the one address and port that it has. */
const names: Record<string, string[]> = {
  'here.example': ['127.0.0.1'],
  'bit.ly': ['127.0.0.1'],
  'private.example': ['10.0.0.1'],
  'mixed.example': ['127.0.0.1', '10.0.0.1'],
  'mapped.example': ['::ffff:127.0.0.1'],
  'neighbour.example': ['127.0.0.2'],
};
const network: Network = {
  resolve: async (hostname) => names[hostname] ?? [],
  isAllowed: (address, at) => (address === '127.0.0.1' && at === port) || internet.isAllowed(address, at),
};

const expandAll = (timeoutMs = 5_000) => createExpander({ follow: 'all', timeoutMs, network });
const expand = (link: string) => expandAll()(link);
const here = (path: string, host = 'here.example') => `http://${host}:${port}${path}`;
const redirectTo = (url: string) => here(`/to?url=${encodeURIComponent(url)}`);

describe('a link leads', () => {
  test('to itself, without a redirect', async () => {
    expect(await expand(here('/page'))).toEqual({ end: 'REACHED', hops: [] });
  });

  test.each([301, 302, 303, 307, 308])('where a redirect %i says', async (code) => {
    expect(await expand(here(`/status?code=${code}`))).toEqual({ end: 'REACHED', hops: [here('/page')] });
  });

  test.each([200, 201, 300, 304, 404, 500])('nowhere else by a Location with %i', async (code) => {
    expect(await expand(here(`/status?code=${code}`))).toEqual({ end: 'REACHED', hops: [] });
  });

  test('through every hop, relative or absolute, and without what is private in it', async () => {
    const start = redirectTo(`http://user:secret@here.example:${port}/to?url=%2Fpage#fragment`);
    const hops = [here('/to?url=%2Fpage'), here('/page')];
    expect(await expand(start)).toEqual({ end: 'REACHED', hops });
    expect(requests).toHaveLength(3);
    for (const { method, headers } of requests) {
      expect(method).toBe('GET');
      expect(Object.keys(headers).sort()).toEqual(['accept', 'connection', 'host', 'user-agent']);
    }
  });

  test('through no proxy, whatever the environment names', async () => {
    const before = { ...process.env };
    Object.assign(process.env, {
      http_proxy: 'http://127.0.0.1:1',
      HTTP_PROXY: 'http://127.0.0.1:1',
      NODE_USE_ENV_PROXY: '1',
    });
    try {
      expect(await expand(here('/page'))).toMatchObject({ end: 'REACHED' });
    } finally {
      process.env = before;
    }
  });

  test('only as far as shorteners go, when only those are followed', async () => {
    const short = createExpander({ follow: 'shorteners', timeoutMs: 5_000, network });
    const start = here(`/to?url=${encodeURIComponent(redirectTo(here('/page')))}`, 'bit.ly');
    expect(await short(start)).toEqual({ end: 'REACHED', hops: [redirectTo(here('/page'))] });
    expect(requests).toHaveLength(1);
  });

  test('nowhere, when a shortener does not redirect', async () => {
    for (const path of ['/page', '/bare', '/status?code=404']) {
      expect(await expand(here(path, 'bit.ly'))).toEqual({ end: 'NOWHERE', hops: [] });
    }
  });
});

describe('a link is given up', () => {
  const failed = (failure: RegExp, hops: unknown = []) => ({
    end: 'FAILED',
    hops,
    failure: expect.stringMatching(failure),
  });

  test(`after ${maxHops} redirects`, async () => {
    expect((await expand(here(`/count?left=${maxHops - 1}`))).end).toBe('REACHED');
    expect(await expand(here(`/count?left=${maxHops}`))).toEqual(
      failed(/more than 5/, expect.arrayContaining([here('/count?left=0')])),
    );
    expect(await expand(here('/loop'))).toEqual(failed(/more than 5/, Array(5).fill(here('/loop'))));
  });

  test.each(['/silent', '/dripping'])('when time is over at %s', async (path) => {
    const start = Date.now();
    expect(await expandAll(300)(here(path))).toEqual(failed(/timeout/i));
    expect(Date.now() - start).toBeLessThan(2_000);
  });

  test('when time is over for all hops together, and what was seen of them stays', async () => {
    expect(await expandAll(300)(redirectTo(here('/silent')))).toEqual(failed(/timeout/i, [here('/silent')]));
  });

  test('when the name server does not answer in time', async () => {
    const silent = { ...network, resolve: () => new Promise<string[]>(() => {}) };
    expect(await createExpander({ follow: 'all', timeoutMs: 300, network: silent })('http://a.example/')).toEqual(
      failed(/timeout/i),
    );
  });

  test('for headers beyond all measure', async () => {
    expect(await expand(here('/headers'))).toEqual(failed(/header/i));
  });

  test('for two places at once', async () => {
    expect(await expand(here('/twice'))).toEqual(failed(/no URL/));
  });

  test('when nobody listens, or nobody has the name', async () => {
    const nobody = { ...network, isAllowed: () => true };
    expect(await createExpander({ follow: 'all', timeoutMs: 5_000, network: nobody })('http://127.0.0.1:1/')).toEqual(
      failed(/ECONNREFUSED/),
    );
    expect(await expand('http://nobody.example/')).toEqual(failed(/no address/));
  });
});

test('the body is never read', async () => {
  expect(await expand(here('/endless'))).toEqual({ end: 'REACHED', hops: [] });
  const closed = ({ socket }: IncomingMessage) =>
    socket.destroyed || new Promise((resolve) => socket.on('error', () => {}).on('close', resolve));
  await Promise.all(requests.map(closed));
  expect(sentBytes).toBeLessThan(16 * 1024 * 1024);
});

describe('a redirect', () => {
  const hostile = `
    http://127.0.0.1/ http://127.0.0.1:6379/ http://127.0.0.2:PORT/page http://2130706433/ http://0x7f.1/
    http://0177.0.0.1/ http://[::1]:PORT/page http://[::ffff:127.0.0.1]:PORT/page
    http://[64:ff9b::7f00:1]:PORT/page http://169.254.169.254/latest/meta-data/
    http://[fd00:ec2::254]/latest/meta-data/ http://10.0.0.1/ http://100.64.0.1/ http://0.0.0.0:PORT/page
    //192.168.0.1/ http://private.example:PORT/page http://mixed.example:PORT/page
    http://mapped.example:PORT/page http://neighbour.example:PORT/page http://here.example:22/
    https://here.example:8443/ ftp://here.example/page file:///etc/passwd javascript:alert(1)
    data:text/html,hello intent://here.example/#Intent;end
  `;

  test.each(hostile.trim().split(/\s+/))(
    'to %s is refused, in its place or behind another; its neighbour is not',
    async (target) => {
      const url = target.replaceAll('PORT', String(port));
      const refused = { end: 'FAILED', failure: expect.stringMatching(/refused/) };
      expect(await expand(redirectTo(url))).toMatchObject(refused);
      expect(await expand(redirectTo(redirectTo(url)))).toMatchObject(refused);
      expect(requests.map((request) => request.url?.split('?')[0])).toEqual(['/to', '/to', '/to']);
      expect(await expand(redirectTo(here('/page')))).toEqual({ end: 'REACHED', hops: [here('/page')] });
    },
  );
});

test('a name that changes its address after it was checked leads where it was checked', async () => {
  let asked = 0;
  const rebinding: Network = {
    ...network,
    resolve: async () => [['127.0.0.1'], ['127.0.0.2']][asked++] ?? [],
  };
  const twice = createExpander({ follow: 'all', timeoutMs: 5_000, network: rebinding });
  expect(await twice(`http://rebinding.example:${port}/page`)).toEqual({ end: 'REACHED', hops: [] });
  expect([asked, requests.length]).toEqual([1, 1]);
  expect(await twice(`http://rebinding.example:${port}/page`)).toMatchObject({
    end: 'FAILED',
    failure: expect.stringMatching(/refused/),
  });
  expect(requests).toHaveLength(1);
});
