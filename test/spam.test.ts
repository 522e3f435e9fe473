import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BatchGetCommand, DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { newId, type Running, readConfig } from '@banyan/kit';
import { spamSettings, startSpam } from '@banyan/spam';
import { seedSpam } from '@banyan/spam/seed';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { type Aws, startAws } from '../dev/aws/aws.ts';
import { ask } from './harness/client.ts';

const environment = { ...process.env };
const keys = await generateKeyPair('EdDSA');
const moderatorId = newId();
const readerId = newId();

let path: string;
let aws: Aws;
let spam: Running;
let config: ReturnType<typeof readConfig<typeof spamSettings>>;
let moderator: string;
let reader: string;
let nobody: string;

const identity = (claims: object) =>
  new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'EdDSA', kid: 'gateway' })
    .setIssuer('gateway')
    .setAudience('subgraph')
    .setExpirationTime('1h')
    .sign(keys.privateKey);

beforeAll(async () => {
  path = await mkdtemp(join(tmpdir(), 'banyan-spam-'));
  aws = await startAws({ path, dynamodbPort: 0, kinesisPort: 0, s3Port: 0, buckets: [] });
  process.env.AWS_REGION = 'us-east-1';
  process.env.AWS_ACCESS_KEY_ID = 'banyan';
  process.env.AWS_SECRET_ACCESS_KEY = 'banyan';
  process.env.AWS_ENDPOINT_URL_DYNAMODB = aws.dynamodbUrl;
  config = readConfig(spamSettings, {
    PORT: '0',
    LOG_LEVEL: 'silent',
    CURSOR_SECRET: randomBytes(32).toString('base64url'),
    GATEWAY_PUBLIC_JWKS: JSON.stringify({ keys: [{ ...(await exportJWK(keys.publicKey)), kid: 'gateway' }] }),
    REQUEST_DEADLINE_MS: '10000',
  });
  spam = await startSpam(config);
  moderator = await identity({ sub: moderatorId, scope: 'spam:moderate' });
  reader = await identity({ sub: readerId });
  nobody = await identity({});
});

afterAll(async () => {
  await spam?.stop();
  await aws?.close();
  await rm(path, { recursive: true, force: true });
  process.env = environment;
});

afterEach(() => {
  jest.restoreAllMocks();
  aws.dynamodb.conflictRate = 0;
});

interface Entry {
  id: string;
  expression: string;
  isBlocked: boolean;
  url: string;
  reason: string;
  blockedBy: { id: string };
  blockedAt: string;
}
interface Payload {
  blockedUrl: Entry | null;
  userErrors: { code: string; field: string | null }[];
}
interface Page<Node> {
  edges: { cursor: string; node: Node }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}
interface Change {
  action: string;
  url: string;
  reason: string;
  by: { id: string };
}

const request = <Data>(token: string | undefined, query: string, variables: object = {}) =>
  ask<Data>(`${spam.url}/graphql`, query, variables, token);

async function want<Data>(token: string, query: string, variables: object = {}): Promise<Data> {
  const { data, errors } = await request<Data>(token, query, variables);
  expect(errors).toBeUndefined();
  return data;
}

const fields = 'id expression isBlocked url reason blockedBy { id } blockedAt';
const mutationOf = (name: string, input: string) =>
  `mutation ($input: ${input}!) { payload: ${name}(input: $input) { blockedUrl { ${fields} } userErrors { code field } } }`;
const blockUrl = mutationOf('blockUrl', 'BlockUrlInput');
const unblockUrl = mutationOf('unblockUrl', 'UnblockUrlInput');
const change = async (mutation: string, url: string, reason = 'phishing'): Promise<Payload> =>
  (await want<{ payload: Payload }>(moderator, mutation, { input: { url, reason } })).payload;

const verdictFields = 'isSpam reason matches { url expression }';
const checkSpam = `query ($text: String!) { checkSpam(text: $text) { ${verdictFields} } }`;
const verdictOn = async (text: string, token = reader) =>
  (await want<{ checkSpam: object }>(token, checkSpam, { text })).checkSpam;

/** Counts what the subgraph asks of DynamoDB from now on. */
function countReads() {
  const send = jest.spyOn(DynamoDBDocumentClient.prototype, 'send');
  const of = (kind: typeof BatchGetCommand | typeof QueryCommand) =>
    send.mock.calls.filter(([command]) => (command as unknown) instanceof kind).length;
  return { all: () => send.mock.calls.length, batches: () => of(BatchGetCommand), queries: () => of(QueryCommand) };
}

describe('checkSpam', () => {
  test('answers everybody whom the gateway sends, and nobody else', async () => {
    await change(blockUrl, 'http://check.example/bad/');
    const spamVerdict = {
      isSpam: true,
      reason: 'BLOCKED_URL',
      matches: [{ url: 'Check.Example/bad/a에서', expression: 'check.example/bad/' }],
    };
    for (const token of [moderator, reader, nobody]) {
      expect(await verdictOn('지금 Check.Example/bad/a에서!', token)).toEqual(spamVerdict);
      expect(await verdictOn('지금 check.example/good에서', token)).toEqual({
        isSpam: false,
        reason: null,
        matches: [],
      });
    }
    const refused = await request(undefined, checkSpam, { text: '' });
    expect([refused.status, refused.errors?.[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
  });

  test('takes 10,000 characters and no more', async () => {
    expect(await verdictOn('가'.repeat(10_000))).toMatchObject({ isSpam: false });
    const { data, errors } = await request<{ checkSpam: null }>(reader, checkSpam, { text: '가'.repeat(10_001) });
    expect(data.checkSpam).toBeNull();
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });

  test('reads nothing for a text without URLs, or with too many', async () => {
    const reads = countReads();
    await verdictOn('아무 주소도 없는 글');
    const links = Array.from({ length: 51 }, (_, i) => `http://s.example/${i}`).join(' ');
    expect(await verdictOn(links)).toEqual({ isSpam: true, reason: 'TOO_MANY_URLS', matches: [] });
    expect(reads.all()).toBe(0);
  });
});

describe('spamVerdict of posts and comments', () => {
  const entities = `query ($representations: [_Any!]!) {
    _entities(representations: $representations) {
      ... on Post { id spamVerdict { ${verdictFields} } }
      ... on Comment { id spamVerdict { ${verdictFields} } }
    }
  }`;
  const texts = (count: number) =>
    Array.from({ length: count }, (_, i) => ({
      __typename: i % 2 ? 'Post' : 'Comment',
      id: newId(),
      text: `site${i}.example와 site${i}.example/ 그리고 shared.example`,
    }));

  test.each([
    ['none', 0, 0],
    ['99', 99, 1],
    ['100', 100, 2],
  ])('%s of one request cost a batch read for each hundred expressions', async (_, count, batches) => {
    const reads = countReads();
    const { _entities } = await want<{ _entities: object[] }>(reader, entities, { representations: texts(count) });
    expect(_entities).toHaveLength(count);
    expect([reads.all(), reads.batches()]).toEqual([batches, batches]);
  });

  test('each has its own', async () => {
    await change(blockUrl, 'site1.example');
    const representations = texts(3);
    const { _entities } = await want<{ _entities: { id: string; spamVerdict: { isSpam: boolean } }[] }>(
      reader,
      entities,
      {
        representations,
      },
    );
    expect(_entities.map(({ id }) => id)).toEqual(representations.map(({ id }) => id));
    expect(_entities.map(({ spamVerdict }) => spamVerdict.isSpam)).toEqual([false, true, false]);
  });
});

describe('the blocklist', () => {
  const list = `query ($first: Int, $after: String) {
    blockedUrls(first: $first, after: $after) { edges { cursor node { ${fields} } } pageInfo { hasNextPage endCursor } }
  }`;
  const one = `query ($url: String!, $first: Int, $after: String) {
    blockedUrl(url: $url) {
      ${fields}
      history(first: $first, after: $after) {
        edges { cursor node { action url reason by { id } } } pageInfo { hasNextPage endCursor }
      }
    }
  }`;
  type WithHistory = { blockedUrl: (Entry & { history: Page<Change> }) | null };

  test('keeps who blocked what, when and why, once', async () => {
    const start = new Date().toISOString();
    const { blockedUrl: first, userErrors } = await change(blockUrl, 'HTTP://Once.Example:81/a%20b#c', 'malware');
    expect(userErrors).toEqual([]);
    expect(first).toMatchObject({
      expression: 'once.example/a%20b',
      isBlocked: true,
      url: 'HTTP://Once.Example:81/a%20b#c',
      reason: 'malware',
      blockedBy: { id: moderatorId },
    });
    expect((first?.blockedAt ?? '') >= start).toBe(true);

    expect(await change(blockUrl, 'once.example/a b', 'another reason')).toEqual({ blockedUrl: first, userErrors: [] });
    const { blockedUrl } = await want<WithHistory>(moderator, one, { url: 'once.example/a b' });
    expect(blockedUrl?.history.edges).toHaveLength(1);
  });

  test('takes a block back and tells its history, the latest first, a page at a time', async () => {
    await change(blockUrl, 'back.example', 'one');
    await change(unblockUrl, 'http://BACK.example/', 'two');
    expect(await verdictOn('back.example')).toMatchObject({ isSpam: false });
    const { blockedUrl } = await change(blockUrl, 'back.example', 'three');
    expect(blockedUrl).toMatchObject({ isBlocked: true, reason: 'three' });
    expect(await verdictOn('back.example')).toMatchObject({ isSpam: true });

    const first = (await want<WithHistory>(moderator, one, { url: 'back.example', first: 2 })).blockedUrl?.history;
    const { hasNextPage, endCursor: after } = first?.pageInfo ?? {};
    const rest = (await want<WithHistory>(moderator, one, { url: 'back.example', after })).blockedUrl?.history;
    expect([hasNextPage, rest?.pageInfo.hasNextPage]).toEqual([true, false]);
    expect([...(first?.edges ?? []), ...(rest?.edges ?? [])].map(({ node }) => node)).toEqual([
      { action: 'BLOCKED', url: 'back.example', reason: 'three', by: { id: moderatorId } },
      { action: 'UNBLOCKED', url: 'http://BACK.example/', reason: 'two', by: { id: moderatorId } },
      { action: 'BLOCKED', url: 'back.example', reason: 'one', by: { id: moderatorId } },
    ]);

    const foreign = await request<WithHistory>(moderator, one, { url: 'once.example/a b', after });
    expect(foreign.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  test('lists what is blocked now, the latest first, a query a page', async () => {
    for (const url of ['list1.example', 'list2.example', 'list3.example']) await change(blockUrl, url);
    await change(unblockUrl, 'list2.example');
    const reads = countReads();
    type List = { blockedUrls: Page<Entry> };
    const { blockedUrls: page } = await want<List>(moderator, list, { first: 1 });
    const { blockedUrls: next } = await want<List>(moderator, list, { first: 1, after: page.pageInfo.endCursor });
    expect([reads.all(), reads.queries()]).toEqual([2, 2]);
    const nodes = [...page.edges, ...next.edges].map(({ node }) => node.expression);
    expect(nodes).toEqual(['list3.example/', 'list1.example/']);
  });

  test.each([
    [{ first: 100 }, undefined],
    [{ first: 101 }, 'BAD_USER_INPUT'],
    [{ first: 0 }, undefined],
    [{ first: -1 }, 'BAD_USER_INPUT'],
    [{ after: 'bm8gY3Vyc29y' }, 'BAD_USER_INPUT'],
  ])('answers a page of %j with %j', async (page, code) => {
    expect((await request(moderator, list, page)).errors?.[0]?.extensions.code).toBe(code);
  });

  test('tells people what was wrong', async () => {
    const mistake = async (mutation: string, url: string, reason?: string) => {
      const { blockedUrl, userErrors } = await change(mutation, url, reason);
      expect(blockedUrl).toBeNull();
      return userErrors[0];
    };
    expect(await mistake(blockUrl, 'ftp://a.example')).toEqual({ code: 'BAD_USER_INPUT', field: 'url' });
    expect(await mistake(blockUrl, 'co.kr')).toEqual({ code: 'BAD_USER_INPUT', field: 'url' });
    expect(await mistake(blockUrl, 'a.example', ' ')).toEqual({ code: 'BAD_USER_INPUT', field: 'reason' });
    expect(await mistake(unblockUrl, 'never.example')).toEqual({ code: 'NOT_FOUND', field: 'url' });
    await change(blockUrl, 'twice.example');
    expect((await change(unblockUrl, 'twice.example')).blockedUrl).toMatchObject({ isBlocked: false });
    expect(await mistake(unblockUrl, 'twice.example')).toEqual({ code: 'NOT_FOUND', field: 'url' });
  });

  test('blocks a URL that is longer than a key may be', async () => {
    const url = `http://long.example/${'가'.repeat(1_900)}`;
    expect((await change(blockUrl, url)).userErrors).toEqual([]);
    expect(await verdictOn(`보세요 ${url}를`)).toMatchObject({ isSpam: true });
    expect(await verdictOn(`보세요 ${url}나다`)).toMatchObject({ isSpam: false });
  });

  test('is for moderators alone', async () => {
    const input = { url: 'mine.example', reason: 'mine' };
    const operations: [string, object][] = [
      [blockUrl, { input }],
      [unblockUrl, { input }],
      [list, {}],
      [one, { url: 'mine.example' }],
    ];
    for (const [operation, variables] of operations) {
      const codeFor = async (token: string) =>
        (await request(token, operation, variables)).errors?.[0]?.extensions.code;
      expect([await codeFor(nobody), await codeFor(reader), await codeFor(moderator)]).toEqual([
        'UNAUTHENTICATED',
        'FORBIDDEN',
        undefined,
      ]);
    }
  });

  test('stays whole when moderators change one URL at the same time', async () => {
    aws.dynamodb.conflictRate = 0.3;
    const reasons = Array.from({ length: 10 }, (_, i) => `reason ${i}`);
    const payloads = await Promise.all(reasons.map((reason) => change(blockUrl, 'race.example', reason)));
    expect(new Set(payloads.map(({ blockedUrl }) => blockedUrl?.reason)).size).toBe(1);
    const ends = await Promise.all(reasons.map((reason) => change(unblockUrl, 'race.example', reason)));
    expect(ends.filter(({ blockedUrl }) => blockedUrl)).toHaveLength(1);
    aws.dynamodb.conflictRate = 0;

    const { blockedUrl } = await want<WithHistory>(moderator, one, { url: 'race.example' });
    expect(blockedUrl?.history.edges.map(({ node }) => node.action)).toEqual(['UNBLOCKED', 'BLOCKED']);
    const { blockedUrls } = await want<{ blockedUrls: Page<Entry> }>(moderator, list, { first: 100 });
    expect(blockedUrls.edges.filter(({ node }) => node.expression === 'race.example/')).toEqual([]);
  });
});

test('the seed writes its part once', async () => {
  const seed = [
    { url: 'seed1.example', reason: 'phishing', by: moderatorId, at: '2020-01-02T00:00:00.000Z' },
    { url: 'seed2.example/a', reason: 'malware', by: moderatorId, at: '2020-01-01T00:00:00.000Z' },
  ];
  const all = async () => {
    const query = '{ blockedUrls(first: 100) { edges { node { expression reason blockedAt blockedBy { id } } } } }';
    return (await want<{ blockedUrls: Page<Entry> }>(moderator, query)).blockedUrls.edges.map(({ node }) => node);
  };
  await seedSpam(config, { blocked: seed });
  const once = await all();
  expect(once.slice(-2).map(({ expression, blockedAt }) => [expression, blockedAt])).toEqual([
    ['seed1.example/', seed[0]?.at],
    ['seed2.example/a', seed[1]?.at],
  ]);
  await seedSpam(config, { blocked: seed });
  expect(await all()).toEqual(once);
});
