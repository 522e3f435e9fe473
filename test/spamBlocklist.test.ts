import { seedSpam } from '@banyan/spam/seed';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { countReads, type SpamHouse, startSpamHouse } from './harness/spam.ts';

let house: SpamHouse;
beforeAll(async () => {
  house = await startSpamHouse();
});
afterAll(() => house?.stop());
afterEach(() => {
  jest.restoreAllMocks();
  house.aws.dynamodb.conflictRate = 0;
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

const fields = 'id expression isBlocked url reason blockedBy { id } blockedAt';
const mutationOf = (name: string, input: string) =>
  `mutation ($input: ${input}!) { payload: ${name}(input: $input) { blockedUrl { ${fields} } userErrors { code field } } }`;
const blockUrl = mutationOf('blockUrl', 'BlockUrlInput');
const unblockUrl = mutationOf('unblockUrl', 'UnblockUrlInput');
const change = async (mutation: string, url: string, reason = 'phishing'): Promise<Payload> =>
  (await house.want<{ payload: Payload }>(house.moderator, mutation, { input: { url, reason } })).payload;

const verdictFields = 'isSpam isUnknown reason matches { url expression }';
const checkSpam = `query ($text: String!) { checkSpam(text: $text) { ${verdictFields} } }`;
const verdictOn = async (text: string, token = house.reader) =>
  (await house.want<{ checkSpam: object }>(token, checkSpam, { text })).checkSpam;

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
      blockedBy: { id: house.moderatorId },
    });
    expect((first?.blockedAt ?? '') >= start).toBe(true);

    expect(await change(blockUrl, 'once.example/a b', 'another reason')).toEqual({ blockedUrl: first, userErrors: [] });
    const { blockedUrl } = await house.want<WithHistory>(house.moderator, one, { url: 'once.example/a b' });
    expect(blockedUrl?.history.edges).toHaveLength(1);
  });

  test('takes a block back and tells its history, the latest first, a page at a time', async () => {
    await change(blockUrl, 'back.example', 'one');
    await change(unblockUrl, 'http://BACK.example/', 'two');
    expect(await verdictOn('back.example')).toMatchObject({ isSpam: false });
    const { blockedUrl } = await change(blockUrl, 'back.example', 'three');
    expect(blockedUrl).toMatchObject({ isBlocked: true, reason: 'three' });
    expect(await verdictOn('back.example')).toMatchObject({ isSpam: true });

    const first = (await house.want<WithHistory>(house.moderator, one, { url: 'back.example', first: 2 })).blockedUrl
      ?.history;
    const { hasNextPage, endCursor: after } = first?.pageInfo ?? {};
    const rest = (await house.want<WithHistory>(house.moderator, one, { url: 'back.example', after })).blockedUrl
      ?.history;
    expect([hasNextPage, rest?.pageInfo.hasNextPage]).toEqual([true, false]);
    expect([...(first?.edges ?? []), ...(rest?.edges ?? [])].map(({ node }) => node)).toEqual([
      { action: 'BLOCKED', url: 'back.example', reason: 'three', by: { id: house.moderatorId } },
      { action: 'UNBLOCKED', url: 'http://BACK.example/', reason: 'two', by: { id: house.moderatorId } },
      { action: 'BLOCKED', url: 'back.example', reason: 'one', by: { id: house.moderatorId } },
    ]);

    const foreign = await house.ask<WithHistory>(house.moderator, one, { url: 'once.example/a b', after });
    expect(foreign.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  test('lists what is blocked now, the latest first, a query a page', async () => {
    for (const url of ['list1.example', 'list2.example', 'list3.example']) await change(blockUrl, url);
    await change(unblockUrl, 'list2.example');
    const reads = countReads();
    type List = { blockedUrls: Page<Entry> };
    const { blockedUrls: page } = await house.want<List>(house.moderator, list, { first: 1 });
    const { blockedUrls: next } = await house.want<List>(house.moderator, list, {
      first: 1,
      after: page.pageInfo.endCursor,
    });
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
    expect((await house.ask(house.moderator, list, page)).errors?.[0]?.extensions.code).toBe(code);
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
        (await house.ask(token, operation, variables)).errors?.[0]?.extensions.code;
      expect([await codeFor(house.nobody), await codeFor(house.reader), await codeFor(house.moderator)]).toEqual([
        'UNAUTHENTICATED',
        'FORBIDDEN',
        undefined,
      ]);
    }
  });

  test('stays whole when moderators change one URL at the same time', async () => {
    house.aws.dynamodb.conflictRate = 0.3;
    const reasons = Array.from({ length: 10 }, (_, i) => `reason ${i}`);
    const payloads = await Promise.all(reasons.map((reason) => change(blockUrl, 'race.example', reason)));
    expect(new Set(payloads.map(({ blockedUrl }) => blockedUrl?.reason)).size).toBe(1);
    const ends = await Promise.all(reasons.map((reason) => change(unblockUrl, 'race.example', reason)));
    expect(ends.filter(({ blockedUrl }) => blockedUrl)).toHaveLength(1);
    house.aws.dynamodb.conflictRate = 0;

    const { blockedUrl } = await house.want<WithHistory>(house.moderator, one, { url: 'race.example' });
    expect(blockedUrl?.history.edges.map(({ node }) => node.action)).toEqual(['UNBLOCKED', 'BLOCKED']);
    const { blockedUrls } = await house.want<{ blockedUrls: Page<Entry> }>(house.moderator, list, { first: 100 });
    expect(blockedUrls.edges.filter(({ node }) => node.expression === 'race.example/')).toEqual([]);
  });
});

test('the seed writes its part once', async () => {
  const seed = [
    { url: 'seed1.example', reason: 'phishing', by: house.moderatorId, at: '2020-01-02T00:00:00.000Z' },
    { url: 'seed2.example/a', reason: 'malware', by: house.moderatorId, at: '2020-01-01T00:00:00.000Z' },
  ];
  const all = async () => {
    const query = '{ blockedUrls(first: 100) { edges { node { expression reason blockedAt blockedBy { id } } } } }';
    return (await house.want<{ blockedUrls: Page<Entry> }>(house.moderator, query)).blockedUrls.edges.map(
      ({ node }) => node,
    );
  };
  await seedSpam(house.config, { blocked: seed });
  const once = await all();
  expect(once.slice(-2).map(({ expression, blockedAt }) => [expression, blockedAt])).toEqual([
    ['seed1.example/', seed[0]?.at],
    ['seed2.example/a', seed[1]?.at],
  ]);
  await seedSpam(house.config, { blocked: seed });
  expect(await all()).toEqual(once);
});
