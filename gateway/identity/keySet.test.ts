import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLog, hasCode } from '@banyan/kit';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { type CryptoKey, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { createTokenReader } from './accessToken.ts';
import { type KeySet, startKeySet } from './keySet.ts';

const log = createLog('test', 'silent');
const expected = { issuer: 'user', audience: 'gateway' };
const hour = 3_600_000;

let server: Server;
let url: string;
let keySet: KeySet;
/** What the issuer answers now. */
let answer: { status: number; body: string };
let fetches: number;
let privateKeys: Record<string, CryptoKey>;
const published: Record<string, object> = {};

const publish = (...kids: string[]) => {
  answer = { status: 200, body: JSON.stringify({ keys: kids.map((kid) => published[kid]) }) };
};
/** A token of this key; each is another, so that none has been verified before. */
let count = 0;
const tokenOf = async (kid: string) =>
  `Bearer ${await new SignJWT({ jti: String(count++) })
    .setProtectedHeader({ alg: 'EdDSA', kid })
    .setIssuer('user')
    .setAudience('gateway')
    .setSubject('me')
    .setExpirationTime('100h')
    .sign(privateKeys[kid] as CryptoKey)}`;

beforeEach(async () => {
  privateKeys = {};
  for (const kid of ['a', 'b']) {
    const { publicKey, privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
    privateKeys[kid] = privateKey;
    published[kid] = { ...(await exportJWK(publicKey)), kid, alg: 'EdDSA' };
  }
  publish('a');
  fetches = 0;
  server = createServer((_request, response) => {
    fetches += 1;
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterEach(async () => {
  jest.restoreAllMocks();
  keySet?.stop();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const reader = () => {
  keySet = startKeySet(url, log);
  return createTokenReader(keySet, expected, log);
};
const outcome = async (read: ReturnType<typeof createTokenReader>, token: string) => {
  const result = await read(token).catch((error: unknown) => error);
  if (hasCode(result, 'UNAUTHENTICATED')) return 401;
  if (hasCode(result, 'SUBGRAPH_UNAVAILABLE')) return 503;
  return (result as { userId: string }).userId;
};
const later = (ms: number) => {
  const now = Date.now() + ms;
  jest.spyOn(Date, 'now').mockImplementation(() => now);
};

describe('while the issuer is there', () => {
  test('its keys verify, fetched once', async () => {
    const read = reader();
    expect(await Promise.all([outcome(read, await tokenOf('a')), outcome(read, await tokenOf('a'))])).toEqual([
      'me',
      'me',
    ]);
    expect(fetches).toBe(1);
  });

  test('a new key is fetched when a token names it, but not for every stranger', async () => {
    const read = reader();
    expect(await outcome(read, await tokenOf('a'))).toBe('me');
    expect(await outcome(read, await tokenOf('b'))).toBe(401);
    publish('a', 'b');
    later(6_000);
    expect(await outcome(read, await tokenOf('b'))).toBe('me');
    expect(fetches).toBe(2);
  });
});

describe('while the issuer is away', () => {
  test.each([
    ['answers 503', { status: 503, body: '{}' }],
    ['answers HTML', { status: 200, body: '<html>' }],
  ])('(%s) the last set goes on for twelve hours, and not longer', async (_, away) => {
    const read = reader();
    expect(await outcome(read, await tokenOf('a'))).toBe('me');
    answer = away;
    later(11 * hour);
    expect(await outcome(read, await tokenOf('a'))).toBe('me');
    expect(await outcome(read, await tokenOf('b'))).toBe(401);
    later(2 * hour);
    expect(await outcome(read, await tokenOf('a'))).toBe(503);
  });

  test('from the beginning, nobody is told that their token is bad; and it is asked again', async () => {
    answer = { status: 502, body: 'Bad Gateway' };
    const read = reader();
    expect(await outcome(read, await tokenOf('a'))).toBe(503);
    expect(await outcome(read, await tokenOf('a'))).toBe(503);
    expect(fetches).toBe(1);
    publish('a');
    later(6_000);
    expect(await outcome(read, await tokenOf('a'))).toBe('me');
  });
});
