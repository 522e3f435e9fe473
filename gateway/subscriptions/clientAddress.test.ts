import type { IncomingMessage } from 'node:http';
import { createHttp, createLog } from '@banyan/kit';
import { expect, test } from '@jest/globals';
import { createClientAddress } from './clientAddress.ts';

const log = createLog('test', 'silent');

test.each([
  [undefined, '10.0.0.1', '1.1.1.1'],
  [['10.0.0.0/8'], '10.0.0.1', '1.1.1.1'],
  [['10.0.0.0/8'], '10.0.0.1', '6.6.6.6, 1.1.1.1, 10.2.3.4'],
  [['10.0.0.0/8'], '10.0.0.1', '10.9.9.9, 10.2.3.4'],
  [['10.0.0.0/8'], '10.0.0.1', undefined],
  [['10.0.0.0/8'], '::ffff:10.0.0.1', '1.1.1.1'],
  [['10.0.0.0/8'], '2.2.2.2', '1.1.1.1'],
  [['fd00::/8', '10.0.0.1'], 'fd00::1', '2001:db8::1,10.0.0.1'],
  [['10.0.0.1'], '10.0.0.1', 'nonsense'],
  [['10.0.0.1'], '10.0.0.1', ' , 1.1.1.1 ,'],
])('is that of Fastify: proxies %j, from %s, forwarded %s', async (trustedProxies, remoteAddress, forwarded) => {
  const app = createHttp(log, async () => undefined, { trustedProxies });
  app.get('/', async ({ ip }) => ip);
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  const { body } = await app.inject({ url: '/', remoteAddress, headers });
  const request = { socket: { remoteAddress }, headers } as unknown as IncomingMessage;
  expect(createClientAddress(trustedProxies)(request)).toBe(body);
  await app.close();
});
