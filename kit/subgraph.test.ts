import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { readConfig, subgraphSettings } from './config.ts';
import type { RequestContext } from './context.ts';
import type { Running } from './http.ts';
import { createLog } from './log.ts';
import { startSubgraph } from './subgraph.ts';

const schema = `
  schema @link(url: "https://specs.apollo.dev/federation/v2.14", import: ["@key"]) { query: Query }
  type Query { slow: String  broken: String }
`;

let env: NodeJS.ProcessEnv;
let authorization: string;
let service: Running | undefined;

beforeAll(async () => {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
  env = {
    GATEWAY_PUBLIC_JWKS: JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'k' }] }),
    CURSOR_SECRET: 'a'.repeat(43),
    LOG_LEVEL: 'silent',
  };
  const token = new SignJWT({})
    .setProtectedHeader({ alg: 'EdDSA', kid: 'k' })
    .setIssuer('gateway')
    .setAudience('subgraph');
  authorization = `Bearer ${await token.setExpirationTime('5m').sign(privateKey)}`;
});
afterEach(() => service?.stop());

async function start(slow: () => Promise<string>, ready: () => Promise<undefined> = async () => undefined) {
  const config = { ...readConfig(subgraphSettings, env), PORT: 0 };
  const broken = () => {
    throw new Error('a secret of the inside');
  };
  service = await startSubgraph<RequestContext>(
    { name: 'test', schema, resolvers: { Query: { slow, broken } }, context: (request) => request, ready },
    config,
    createLog('test', 'silent'),
  );
  return service;
}

const ask = (url: string, query: string) =>
  fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization },
    body: JSON.stringify({ query }),
  });

describe('stopping', () => {
  test('lets the request in flight finish, refuses new ones, and ends', async () => {
    const begun = Promise.withResolvers<void>();
    const released = Promise.withResolvers<string>();
    const { url, stop } = await start(() => {
      begun.resolve();
      return released.promise;
    });
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    const inFlight = ask(url, '{ slow }');
    await begun.promise;
    const stopped = stop();
    // Answered 503, or by nobody once it has stopped listening.
    const refused = ask(url, '{ __typename }').then(
      ({ status }) => status === 503,
      () => true,
    );
    expect(await refused).toBe(true);
    const ready = fetch(`${url}/health/ready`).then(
      ({ status }) => status === 503,
      () => true,
    );
    expect(await ready).toBe(true);
    released.resolve('done');
    expect(await (await inFlight).json()).toEqual({ data: { slow: 'done' } });
    await stopped;
    service = undefined;
  });
});

describe('health', () => {
  test('is live but not ready while the check fails', async () => {
    const { url } = await start(
      async () => '',
      () => Promise.reject(new Error('no table')),
    );
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
    const ready = await fetch(`${url}/health/ready`);
    expect([ready.status, await ready.json()]).toEqual([503, { status: 'unavailable' }]);
  });
});

describe('an answer', () => {
  test('shows nothing of the inside', async () => {
    const { url } = await start(async () => '');
    const text = await (await ask(url, '{ broken }')).text();
    expect(text).toContain('INTERNAL_SERVER_ERROR');
    expect(text).not.toMatch(/secret|stack/);
  });

  test('to a body over 16 MiB is 413, just under it passes', async () => {
    const { url } = await start(async () => '');
    const padded = (bytes: number) => {
      const query = '{ __typename }';
      const frame = JSON.stringify({ query }).length;
      return `${query}${' '.repeat(bytes - frame)}`;
    };
    const limit = 16 * 1024 * 1024;
    expect((await ask(url, padded(limit))).status).toBe(200);
    expect((await ask(url, padded(limit + 1))).status).toBe(413);
  });

  test('to introspection is an error: a subgraph shows its schema to nobody', async () => {
    const { url } = await start(async () => '');
    expect((await ask(url, '{ __schema { types { name } } }')).status).toBe(400);
  });
});

describe('main', () => {
  /** A service as `run` starts it, with a request that never ends. */
  const program = `
    import { run, serviceSettings, createHttp, listen, createLog, setting } from '@banyan/kit';
    await run('test', serviceSettings.extend({ PORT: setting.port }), async ({ PORT, HOST }) => {
      const app = createHttp(createLog('test', 'silent'), async () => undefined);
      app.get('/never', () => { console.log('in flight'); return new Promise(() => {}); });
      const url = await listen(app, HOST, PORT);
      console.log(url);
      return { url, stop: () => app.close() };
    });
  `;
  const launch = (PORT: string) =>
    spawn(process.execPath, ['--input-type=module-typescript', '-e', program], {
      cwd: import.meta.dirname,
      env: { ...process.env, PORT },
    });

  test.each(['SIGTERM', 'SIGINT'] as const)(
    '%s ends it within 10 s, whatever hangs',
    async (signal) => {
      const child = launch('0');
      const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
      const url = (await lines.next()).value as string;
      const hanging = fetch(`${url}/never`).catch(() => 'cut off');
      await lines.next();
      const start = performance.now();
      child.kill(signal);
      await once(child, 'exit');
      expect(performance.now() - start).toBeLessThan(11_000);
      expect(await hanging).toBe('cut off');
    },
    20_000,
  );

  test('a wrong variable ends it at once, naming the variable', async () => {
    const child = launch('not a port');
    let words = '';
    child.stderr.on('data', (chunk) => {
      words += chunk;
    });
    const [code] = await once(child, 'close');
    expect(code).toBe(1);
    expect(words).toMatch(/^test did not start\. .*\n {2}PORT: /);
    expect(words).not.toContain('    at ');
  });
});
