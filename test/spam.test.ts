import { newId } from '@banyan/kit';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { caseOf, countReads, moderate, mutate, newPost, type SpamHouse, startSpamHouse } from './harness/spam.ts';

let house: SpamHouse;
beforeAll(async () => {
  house = await startSpamHouse();
});
afterAll(() => house?.stop());
afterEach(() => {
  jest.restoreAllMocks();
  house.aws.dynamodb.conflictRate = 0;
});

const verdictFields = 'isSpam isUnknown reason matches { url expression }';
const checkSpam = `query ($text: String!) { checkSpam(text: $text) { ${verdictFields} } }`;
const verdictOn = async (text: string, token = house.reader) =>
  (await house.want<{ checkSpam: object }>(token, checkSpam, { text })).checkSpam;

describe('checkSpam', () => {
  test('answers everybody whom the gateway sends, and nobody else', async () => {
    await moderate(house, 'blockUrl', 'http://check.example/bad/');
    const spamVerdict = {
      isSpam: true,
      isUnknown: false,
      reason: 'BLOCKED_URL',
      matches: [{ url: 'Check.Example/bad/a에서', expression: 'check.example/bad/' }],
    };
    for (const token of [house.moderator, house.reader, house.nobody]) {
      expect(await verdictOn('지금 Check.Example/bad/a에서!', token)).toEqual(spamVerdict);
      expect(await verdictOn('지금 check.example/good에서', token)).toEqual({
        isSpam: false,
        isUnknown: false,
        reason: null,
        matches: [],
      });
    }
    const refused = await house.ask(undefined, checkSpam, { text: '' });
    expect([refused.status, refused.errors?.[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
  });

  test('takes 10,000 characters and no more', async () => {
    expect(await verdictOn('가'.repeat(10_000))).toMatchObject({ isSpam: false });
    const { data, errors } = await house.ask<{ checkSpam: null }>(house.reader, checkSpam, {
      text: '가'.repeat(10_001),
    });
    expect(data.checkSpam).toBeNull();
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });

  test('reads nothing for a text without URLs, or with too many', async () => {
    const reads = countReads();
    await verdictOn('아무 주소도 없는 글');
    const links = Array.from({ length: 51 }, (_, i) => `http://s.example/${i}`).join(' ');
    expect(await verdictOn(links)).toEqual({ isSpam: true, isUnknown: false, reason: 'TOO_MANY_URLS', matches: [] });
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
    ['49', 49, 1],
    ['50', 50, 2],
  ])(
    '%s of one request cost a batch read for each hundred of their expressions and themselves',
    async (_, count, batches) => {
      const reads = countReads();
      const { _entities } = await house.want<{ _entities: object[] }>(house.reader, entities, {
        representations: texts(count),
      });
      expect(_entities).toHaveLength(count);
      expect([reads.all(), reads.batches()]).toEqual([batches, batches]);
    },
  );

  test('each has its own', async () => {
    await moderate(house, 'blockUrl', 'site1.example');
    const representations = texts(3);
    const { _entities } = await house.want<{ _entities: { id: string; spamVerdict: { isSpam: boolean } }[] }>(
      house.reader,
      entities,
      {
        representations,
      },
    );
    expect(_entities.map(({ id }) => id)).toEqual(representations.map(({ id }) => id));
    expect(_entities.map(({ spamVerdict }) => spamVerdict.isSpam)).toEqual([false, true, false]);
  });

  const verdictsOf = async (...representations: object[]) => {
    type Entity = { spamVerdict: { isSpam: boolean; isUnknown: boolean; reason: string | null } };
    const { _entities } = await house.want<{ _entities: Entity[] }>(house.reader, entities, { representations });
    return _entities.map(({ spamVerdict: { isSpam, isUnknown, reason } }) => ({ isSpam, isUnknown, reason }));
  };

  test('is what a moderator has decided, whatever the words are', async () => {
    await moderate(house, 'blockUrl', 'words.example');
    const good = newPost(Array.from({ length: 51 }, (_, i) => `http://good.example/${i}`).join(' '));
    await house.send(good.published);
    await caseOf(house, good.id, 'SPAM');
    type Reviews = { reviews: { edges: { node: { id: string } }[] } };
    const { reviews } = await house.want<Reviews>(house.moderator, '{ reviews { edges { node { id } } } }');
    const input = { reviewId: reviews.edges[0]?.node.id, verdict: 'CLEAN', reason: 'a list of good books' };
    await mutate(house, house.moderator, ['decideReview', input, 'case { status }']);
    const text = 'words.example';
    const clean = { isSpam: false, isUnknown: false, reason: null };
    const spam = { isSpam: true, isUnknown: false, reason: 'BLOCKED_URL' };
    const post = { __typename: 'Post', id: good.id, text };
    expect(await verdictsOf(post, { ...post, id: newId() }, { ...post, __typename: 'Comment' })).toEqual([
      clean,
      spam,
      spam,
    ]);
  });

  test('says of short links that it is unknown where they lead', async () => {
    const post = { __typename: 'Post', id: newId(), text: 'https://bit.ly/never-followed' };
    expect(await verdictsOf(post)).toEqual([{ isSpam: false, isUnknown: true, reason: null }]);
  });
});
