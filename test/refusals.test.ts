import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '@banyan/kit';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { generateKeyPair, importJWK, SignJWT, UnsecuredJWT } from 'jose';
import type { Keys } from '../dev/keys.ts';
import { awsEnvironment } from '../dev/services.ts';
import { createKeyRing } from '../subgraphs/user/signingKeys.ts';
import { createStore } from '../subgraphs/user/store.ts';
import { until } from './harness/client.ts';
import { act, type Somebody, signUp } from './harness/people.ts';
import { uploadPhoto } from './harness/photo.ts';
import { freePorts, type Ports, type Program, startProgram } from './harness/program.ts';

/** What is refused, beside its nearest legal neighbour: the code, no word of the inside, and a line of log with the correlation id. */

let dataDir: string;
let ports: Ports;
let program: Program;
let ann: Somebody;
let ben: Somebody;
let postOfBen: string;
let photoOfAnn: string;
let photoOfBen: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'banyan-refusals-'));
  ports = await freePorts();
  program = startProgram(dataDir, ports);
  await program.printed('Banyan is up');
  [ann, ben] = await Promise.all([signUp(program.endpoint, 'ann'), signUp(program.endpoint, 'ben')]);
  postOfBen = (await act(program.endpoint, ben, 'publishPost', { text: 'mine' })).post?.id ?? '';
  photoOfAnn = await uploadPhoto(program.endpoint, ann);
  photoOfBen = await uploadPhoto(program.endpoint, ben);
}, 90_000);
afterAll(async () => {
  await program.interrupt();
  await rm(dataDir, { recursive: true, force: true });
}, 30_000);

/** A token as user would issue it, with its own key, but for what `change` does. */
async function forge(change: (token: SignJWT) => SignJWT): Promise<string> {
  Object.assign(
    process.env,
    awsEnvironment({
      DynamoDB: Number(ports.DYNAMODB_PORT),
      Kinesis: Number(ports.KINESIS_PORT),
      S3: Number(ports.S3_PORT),
    }),
  );
  const keys = JSON.parse(await readFile(join(dataDir, 'keys', 'keys.json'), 'utf8')) as Keys;
  const jwk = await createKeyRing(createStore('banyan-user').signingKeys, keys.USER_KEY_SECRET).signing();
  const rightful = new SignJWT({ scope: '' })
    .setProtectedHeader({ alg: 'EdDSA', kid: jwk.kid })
    .setIssuer('user')
    .setAudience('gateway')
    .setSubject(ann.id)
    .setExpirationTime('1m');
  return change(rightful).sign(await importJWK(jwk));
}

interface Ask {
  url?: string;
  query: string;
  variables?: object;
  authorization?: string;
}

/** Asks within a trace of its own. */
async function send({ url = program.endpoint, query, variables = {}, authorization }: Ask) {
  const correlationId = randomBytes(16).toString('hex');
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      traceparent: `00-${correlationId}-00f067aa0ba902b7-01`,
      ...(authorization !== undefined && { authorization }),
    },
    body: JSON.stringify({ query, variables }),
  });
  const text = await response.text();
  return {
    status: response.status,
    text,
    body: JSON.parse(text),
    correlationId,
    returned: response.headers.get('x-correlation-id'),
  };
}

const bearer = (who: Somebody) => `Bearer ${who.token}`;
const viewer = '{ viewer { id } }';
const mutationOf = (name: string, input: string, fields: string) =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { ${fields} userErrors { code field message } } }`;
const publish = mutationOf('publishPost', 'PublishPostInput', 'post { id photos { id url } }');
const remove = mutationOf('deletePost', 'DeletePostInput', 'deletedPostId');
const register = mutationOf('signUp', 'SignUpInput', 'user { id }');
const posts =
  'query ($id: ID!, $first: Int, $after: String) { user(id: $id) { posts(first: $first, after: $after) { edges { cursor } } } }';
const account = (handle: string) => ({ handle, email: `${handle}@example.org`, password: 'long enough' });

/** A row: what it is, what is asked, the code expected (none: it passes), and the service whose log tells of it. */
type Row = [what: string, ask: () => Promise<Ask> | Ask, code: string | undefined, service: string];

const rows: Row[] = [
  [
    'a text of 5,001 characters',
    () => ({ query: publish, variables: { input: { text: '가'.repeat(5_001) } }, authorization: bearer(ann) }),
    'BAD_USER_INPUT',
    'feed',
  ],
  [
    'a text of 5,000',
    () => ({ query: publish, variables: { input: { text: '가'.repeat(5_000) } }, authorization: bearer(ann) }),
    undefined,
    'feed',
  ],
  [
    'an unknown cursor',
    () => ({ query: posts, variables: { id: ben.id, after: 'bm90IG1pbmU' } }),
    'BAD_USER_INPUT',
    'feed',
  ],
  ['first: -1', () => ({ query: posts, variables: { id: ben.id, first: -1 } }), 'BAD_USER_INPUT', 'feed'],
  ['first: 101', () => ({ query: posts, variables: { id: ben.id, first: 101 } }), 'BAD_USER_INPUT', 'feed'],
  ['first: 100, no cursor', () => ({ query: posts, variables: { id: ben.id, first: 100 } }), undefined, 'feed'],
  ['a malformed token', () => ({ query: viewer, authorization: 'Bearer not.a.token' }), 'UNAUTHENTICATED', 'gateway'],
  ['another scheme', () => ({ query: viewer, authorization: 'Basic YW5uOnB3' }), 'UNAUTHENTICATED', 'gateway'],
  [
    'an expired token',
    async () => ({ query: viewer, authorization: `Bearer ${await forge((token) => token.setExpirationTime('-1s'))}` }),
    'UNAUTHENTICATED',
    'gateway',
  ],
  [
    'a token for somebody else than the gateway',
    async () => ({ query: viewer, authorization: `Bearer ${await forge((token) => token.setAudience('subgraph'))}` }),
    'UNAUTHENTICATED',
    'gateway',
  ],
  [
    'a token of another issuer',
    async () => ({ query: viewer, authorization: `Bearer ${await forge((token) => token.setIssuer('gateway'))}` }),
    'UNAUTHENTICATED',
    'gateway',
  ],
  [
    'a token that is not signed',
    () => {
      const claims = { iss: 'user', aud: 'gateway', sub: ann.id };
      return { query: viewer, authorization: `Bearer ${new UnsecuredJWT(claims).setExpirationTime('1m').encode()}` };
    },
    'UNAUTHENTICATED',
    'gateway',
  ],
  [
    'a token of a stranger’s key',
    async () => {
      const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
      const token = new SignJWT({})
        .setProtectedHeader({ alg: 'EdDSA', kid: 'mine' })
        .setSubject(ann.id)
        .setIssuer('user');
      const signed = await token.setAudience('gateway').setExpirationTime('1m').sign(privateKey);
      return { query: viewer, authorization: `Bearer ${signed}` };
    },
    'UNAUTHENTICATED',
    'gateway',
  ],
  [
    'a rightful token',
    async () => ({ query: viewer, authorization: `Bearer ${await forge((token) => token)}` }),
    undefined,
    'gateway',
  ],
  ['a home feed of nobody', () => ({ query: '{ homeFeed { edges { cursor } } }' }), 'UNAUTHENTICATED', 'gateway'],
  [
    'a duplicate handle',
    () => ({ query: register, variables: { input: account(ann.handle.toUpperCase()) } }),
    'CONFLICT',
    'user',
  ],
  ['a free handle', () => ({ query: register, variables: { input: account('a_free_handle') } }), undefined, 'user'],
  [
    'another user’s post to delete',
    () => ({ query: remove, variables: { input: { postId: postOfBen } }, authorization: bearer(ann) }),
    'FORBIDDEN',
    'feed',
  ],
  [
    'a post that is not there to delete',
    () => ({ query: remove, variables: { input: { postId: newId() } }, authorization: bearer(ann) }),
    'NOT_FOUND',
    'feed',
  ],
  [
    'one’s own post to delete',
    async () => {
      const { post } = await act(program.endpoint, ben, 'publishPost', { text: 'not for long' });
      return { query: remove, variables: { input: { postId: post?.id } }, authorization: bearer(ben) };
    },
    undefined,
    'feed',
  ],
  [
    'another user’s photo to post',
    () => ({ query: publish, variables: { input: { text: 'x', photoIds: [photoOfBen] } }, authorization: bearer(ann) }),
    'NOT_FOUND',
    'photo',
  ],
  [
    'one’s own photo to post',
    () => ({ query: publish, variables: { input: { text: 'x', photoIds: [photoOfAnn] } }, authorization: bearer(ann) }),
    undefined,
    'photo',
  ],
  [
    'a direct call to a subgraph',
    () => ({ url: `http://127.0.0.1:${ports.FEED_PORT}/graphql`, query: '{ __typename }' }),
    'UNAUTHENTICATED',
    'feed',
  ],
  [
    'a direct call to a subgraph with a person’s own token',
    () => ({ url: `http://127.0.0.1:${ports.USER_PORT}/graphql`, query: viewer, authorization: bearer(ann) }),
    'UNAUTHENTICATED',
    'user',
  ],
  ['nonsense for a query', () => ({ query: '{ viewer {' }), 'GRAPHQL_PARSE_FAILED', 'gateway'],
  [
    'a field that is not there',
    () => ({ query: '{ viewer { passwordHash } }' }),
    'GRAPHQL_VALIDATION_FAILED',
    'gateway',
  ],
];

interface Body {
  errors?: { extensions: { code: string } }[];
  data?: Record<string, null | { userErrors?: { code: string }[] }>;
}

const codesOf = ({ errors = [], data }: Body) => [
  ...errors.map(({ extensions }) => extensions.code),
  ...Object.values(data ?? {}).flatMap((payload) => payload?.userErrors?.map(({ code }) => code) ?? []),
];

describe.each(rows)('%s', (_what, ask, code, service) => {
  test(code ? `is refused with ${code}` : 'passes', async () => {
    const asked = await ask();
    const answer = await send(asked);
    expect(codesOf(answer.body)).toEqual(code ? [code] : []);
    const wholeRequest = code !== undefined && answer.body.data === undefined;
    const status = !wholeRequest ? 200 : code === 'UNAUTHENTICATED' ? 401 : 400;
    expect(answer.status).toBe(status);
    expect(answer.text).not.toMatch(/stack|\.ts:|node_modules|at async|TypeError/);
    expect(answer.returned).toBe(answer.correlationId);
    const logged = async () =>
      (await program.log(service)).some((line) => {
        const codes = [line.code, ...((line.codes as string[] | undefined) ?? [])];
        return line.correlationId === answer.correlationId && (code === undefined || codes.includes(code));
      });
    await until(`${service} logs it under its correlation id`, logged);
  });
});

test.each([
  ['a body that is not JSON', '{', 400],
  ['a body over 1 MiB', JSON.stringify({ query: `{ __typename }${' '.repeat(1024 * 1024)}` }), 413],
])('%s is refused before anybody reads it, with a correlation id that is logged', async (_what, body, status) => {
  const response = await fetch(program.endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  expect(response.status).toBe(status);
  const correlationId = response.headers.get('x-correlation-id');
  const logged = async () => (await program.log('gateway')).some((line) => line.correlationId === correlationId);
  await until('the gateway logs it', logged);
});

test('no log holds a password or a token of these tests', async () => {
  for (const service of ['gateway', 'user', 'feed', 'spam', 'photo', 'notification']) {
    const text = JSON.stringify(await program.log(service));
    for (const secret of [ann.password, ann.token, ann.refreshToken, ben.token, 'long enough'])
      expect(text).not.toContain(secret);
  }
});
