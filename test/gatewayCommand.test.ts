import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gatewaySettings } from '@banyan/gateway';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { readFlags } from '../gateway/command/flags.ts';
import { variables } from '../gateway/command/variables.ts';
import { ask, until, want } from './harness/client.ts';
import { type Command, endAll, refused, start } from './harness/gatewayCommand.ts';
import { type SmallGraph, startSmallGraph } from './harness/smallGraph.ts';

/** The gateway as somebody starts it who has never seen this house, in front of a subgraph that is his. */

let folder: string;
let graph: SmallGraph;
/** Answers the slow field once it is resolved. */
let slow = Promise.withResolvers<string>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'banyan-command-'));
  const fails = () => {
    throw new GraphQLError('Out of lemons until Tuesday.', {
      extensions: {
        code: 'NO_LEMONS',
        http: { status: 418 },
        stacktrace: ['at lemons.js:1'],
        exception: { stacktrace: ['at lemons.js:1'] },
        debug: 'lemons.js',
        service: 'somebody else',
      },
    });
  };
  graph = await startSmallGraph({
    lemonade: {
      sdl: 'type Query { stand: String lemons: Int secret: String authorization: String slow: String }',
      resolvers: {
        Query: {
          stand: () => 'open',
          lemons: fails,
          authorization: (_: unknown, __: unknown, { headers }: { headers: Record<string, string> }) =>
            headers.authorization ?? 'none',
          slow: () => slow.promise,
        },
      },
    },
  });
});
afterAll(async () => {
  endAll();
  await graph?.stop();
  await rm(folder, { recursive: true, force: true });
});

describe.each(['engine', 'stock'])('with --executor %s', (executor) => {
  let endpoint: string;
  let command: Command;
  beforeAll(async () => {
    // The flags win: nothing listens as these say.
    const env = { PORT: '1', GATEWAY_EXECUTOR: 'neither', SUPERGRAPH: '/nowhere', APOLLO_GRAPH_REF: 'no@where' };
    command = start(['--supergraph', graph.file, '--port', '0', '--executor', executor], env);
    endpoint = await command.endpoint();
  });
  afterAll(() => void command.child.kill());

  test('a supergraph that is not ours is served, with one line that says where', async () => {
    expect(await want(endpoint, '{ stand }')).toEqual({ stand: 'open' });
    expect(command.output()).toMatch(/^Serving \S+supergraph\.graphql at http:\S+ .*\n$/);
    expect(command.errors()).toBe('');
  });

  test('an error is told as its subgraph has told it, and no more of it', async () => {
    const { status, data, errors } = await ask(endpoint, '{ stand lemons }');
    expect(status).toBe(200);
    expect(data).toEqual({ stand: 'open', lemons: null });
    expect(errors).toEqual([
      {
        message: 'Out of lemons until Tuesday.',
        path: ['lemons'],
        extensions: { code: 'NO_LEMONS', service: 'lemonade' },
      },
    ]);
  });

  test('an authorization is passed on as it came, and nobody verifies it', async () => {
    const { data } = await ask(endpoint, '{ authorization }', {}, undefined, { authorization: 'Basic bGVtb25z' });
    expect(data).toEqual({ authorization: 'Basic bGVtb25z' });
  });

  test('the explorer is at the root', async () => {
    const response = await fetch(new URL('/', endpoint));
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  });

  test('on SIGTERM what is under way is answered, and then it ends', async () => {
    slow = Promise.withResolvers();
    const before = graph.asked('lemonade');
    const answer = want(endpoint, '{ slow }');
    await until('the subgraph is asked', async () => graph.asked('lemonade') > before);
    command.child.kill('SIGTERM');
    await until('nobody new is served', () =>
      ask(endpoint, '{ stand }').then(
        ({ status }) => status === 503,
        () => true,
      ),
    );
    slow.resolve('squeezed');
    expect(await answer).toEqual({ slow: 'squeezed' });
    expect(await command.ended).toBe(0);
  });
});

test('with SUBGRAPH_ERRORS=masked no word of an unknown error leaves', async () => {
  const command = start(['--supergraph', graph.file, '--port', '0'], {
    SUBGRAPH_ERRORS: 'masked',
    LOG_LEVEL: 'silent',
  });
  const { errors } = await ask(await command.endpoint(), '{ lemons }');
  expect(errors).toMatchObject([
    { path: ['lemons'], extensions: { code: 'INTERNAL_SERVER_ERROR', service: 'lemonade' } },
  ]);
  expect(JSON.stringify(errors)).not.toMatch(/lemons until|NO_LEMONS|lemons\.js/);
  command.child.kill();
});

test('with keys of tokens, only those whom the issuer knows get what needs them', async () => {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const keySet = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'theirs', alg: 'RS256' }] });
  const issuer = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(keySet);
  }).listen(0, '127.0.0.1');
  await once(issuer, 'listening');
  const guarded = await startSmallGraph({
    safe: {
      sdl: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@authenticated"])
        type Query { hall: String vault: String @authenticated }`,
      resolvers: { Query: { hall: () => 'marble', vault: () => 'gold' } },
    },
  });
  const keys = { TOKEN_JWKS_URL: `http://127.0.0.1:${(issuer.address() as AddressInfo).port}/` };
  const args = ['--supergraph', guarded.file, '--port', '0'];
  const half = await refused(args, keys);
  expect([half.code, half.errors]).toEqual([1, expect.stringContaining('TOKEN_ISSUER')]);

  const command = start(args, { ...keys, TOKEN_ISSUER: 'them', TOKEN_AUDIENCE: 'us', LOG_LEVEL: 'silent' });
  const endpoint = await command.endpoint();
  const signed = (audience: string) =>
    new SignJWT({ scope: '' })
      .setProtectedHeader({ alg: 'RS256', kid: 'theirs' })
      .setIssuer('them')
      .setSubject('ada')
      .setAudience(audience)
      .setExpirationTime('5m')
      .sign(privateKey);
  expect(await want(endpoint, '{ hall vault }', {}, await signed('us'))).toEqual({ hall: 'marble', vault: 'gold' });
  const stranger = await ask(endpoint, '{ hall vault }', {}, await signed('others'));
  expect([stranger.status, stranger.errors]).toMatchObject([401, [{ extensions: { code: 'UNAUTHENTICATED' } }]]);
  const nobody = await ask(endpoint, '{ hall vault }');
  expect(nobody).toMatchObject({
    data: { hall: 'marble', vault: null },
    errors: [{ path: ['vault'], extensions: { code: 'UNAUTHENTICATED' } }],
  });
  command.child.kill();
  await guarded.stop();
  issuer.close();
});

test('a graph of subgraphs in the format of Rover is composed', async () => {
  const yaml = join(folder, 'graph.yaml');
  await writeFile(join(folder, 'hello.graphql'), 'type Query { hello: String }');
  await writeFile(
    yaml,
    'subgraphs:\n  hello:\n    routing_url: http://127.0.0.1:1/\n    schema:\n      file: ./hello.graphql\n',
  );
  const command = start(['--supergraph', yaml, '--port', '0'], { LOG_LEVEL: 'silent' });
  expect((await ask(await command.endpoint(), '{ hello }')).errors).toMatchObject([
    { extensions: { code: 'SUBGRAPH_UNAVAILABLE', service: 'hello' } },
  ]);
  command.child.kill();
});

describe('--help', () => {
  const settings = Object.keys(gatewaySettings.shape).sort();

  test('knows every variable of the settings, and no other', () => {
    expect(Object.keys(variables).sort()).toEqual(settings);
  });

  test('says everything', async () => {
    const { code, output, errors } = await refused(['--help']);
    expect([code, errors]).toEqual([0, '']);
    const listed = [...output.matchAll(/^ {2}([A-Z][A-Z_]+) \((.+)\)$/gm)].map(([, name]) => name);
    expect(listed.sort()).toEqual(settings);
    for (const flag of ['supergraph', 'port', 'host', 'executor', 'help', 'version'])
      expect(output).toContain(`--${flag} `);
    expect(output).toMatch(/ PORT \(4000\)\n/);
    expect(output).toMatch(/ SUBGRAPH_ERRORS \(passed\)\n/);
  });
});

test('--version says which', async () => {
  expect(await refused(['--version'])).toMatchObject({ code: 0, output: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
});

describe('what cannot be started is one line that says what to do:', () => {
  const fileWith = async (text: string) => {
    const file = join(folder, 'given.graphql');
    await writeFile(file, text);
    return file;
  };

  test.each<[string, () => string[] | Promise<string[]>, RegExp]>([
    ['nothing to serve', () => [], /--supergraph <file>/],
    ['an unknown flag', () => ['--supergarph', 'x'], /'--supergarph'.*--help/],
    ['a file that is not there', () => ['--supergraph', '/nowhere.graphql'], /\/nowhere\.graphql is not there.*Rover/],
    ['a folder', () => ['--supergraph', folder], /cannot be read \(EISDIR\)/],
    [
      'a file that is no GraphQL',
      async () => ['--supergraph', await fileWith('type Query {\n  stand String\n}')],
      /given\.graphql:2:9 is no supergraph: .*rover supergraph compose/,
    ],
    [
      'the schema of a subgraph',
      async () => ['--supergraph', await fileWith('type Query { stand: String }')],
      /given\.graphql is no supergraph: .*rover supergraph compose/,
    ],
    ['an address that is not ours', () => ['--supergraph', graph.file, '--host', '192.0.2.1'], /192\.0\.2\.1.*--host/],
  ])('%s', async (_, args, words) => {
    const { code, output, errors } = await refused(await args());
    expect([code, output]).toEqual([1, '']);
    expect(errors).toMatch(/^gateway did not start\. [^\n]+\n$/);
    expect(errors).toMatch(words);
  });

  test.each<[string, string[], RegExp]>([
    ['a file without its flag', ['x.graphql'], /'x\.graphql'.*--supergraph <file>/],
    ['a flag without its value', ['--port'], /--port.*--help/],
    ['a flag with nothing', ['--supergraph', ''], /--supergraph.*--help/],
    ['a port that is none', ['--supergraph', 'x', '--port', 'http'], /--port "http".*--help/],
    ['an executor that is none', ['--supergraph', 'x', '--executor', 'best'], /--executor "best".*engine/],
  ])('%s', (_, args, words) => expect(() => readFlags(args)).toThrow(words));

  test('a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const port = String((other.address() as AddressInfo).port);
    const { code, errors } = await refused(['--supergraph', graph.file, '--port', port]);
    expect([code, errors]).toEqual([1, expect.stringMatching(/^gateway did not start\. Port \d+ is taken[^\n]*\n$/)]);
    other.close();
  });
});
