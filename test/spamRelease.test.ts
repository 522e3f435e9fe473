import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from './harness/client.ts';
import { beforeCommands, caseOf, moderate, newPost, type SpamHouse, startSpamHouse } from './harness/spam.ts';

let house: SpamHouse;

beforeAll(async () => {
  house = await startSpamHouse();
});
afterAll(() => house?.stop());

const toldOf = async (ids: string[]) => (await house.told()).filter(({ data }) => ids.includes(data.targetId));
const isTold = (what: string, count: number, ids: string[]) =>
  until(`${count} ${what}`, async () => (await toldOf(ids)).filter(({ type }) => type === what).length === count);
const releases = async () =>
  (await house.want<{ spamStatus: { releases: number } }>(house.moderator, '{ spamStatus { releases } }')).spamStatus
    .releases;
const isDone = () => until('every release is done', async () => (await releases()) === 0);

test('the end of a block shows again all that it had hidden, each once, and goes on after a stop', async () => {
  await moderate(house, 'blockUrl', 'many.example');
  const posts = Array.from({ length: 60 }, (_, i) => newPost(`many.example/${i}`));
  await house.send(...posts.map(({ published }) => published));
  const ids = posts.map(({ id }) => id);
  await isTold('spam.detected', 60, ids);

  await moderate(house, 'unblockUrl', 'many.example');
  await house.stopSpam();
  await house.startSpam();
  await isTold('spam.cleared', 60, ids);
  await isDone();
  const all = await toldOf(ids);
  expect(all).toHaveLength(120);
  for (const post of posts) {
    const own = all.filter(({ data }) => data.targetId === post.id);
    expect(own.map(({ type, sequence }) => [type, sequence])).toEqual([
      ['spam.detected', 1],
      ['spam.cleared', 2],
    ]);
    expect(own[1]?.data).toMatchObject({ authorId: post.authorId, postId: post.id, reason: 'UNBLOCKED' });
  }
  const [first] = (await caseOf(house, ids[0] ?? '', 'CLEAN')).decisions.edges;
  expect(first?.node.detail).toBe('many.example/ is not blocked any more');
});

test('what something else blocks stays hidden, until that ends as well', async () => {
  await moderate(house, 'blockUrl', 'one.example');
  await moderate(house, 'blockUrl', 'two.example');
  const both = newPost('http://one.example http://two.example');
  await house.send(both.published);
  expect(await caseOf(house, both.id, 'SPAM')).toMatchObject({ heldBy: 'one.example/' });

  await moderate(house, 'unblockUrl', 'one.example');
  await isDone();
  expect(await caseOf(house, both.id, 'SPAM')).toMatchObject({ heldBy: 'two.example/' });
  await moderate(house, 'unblockUrl', 'two.example');
  await caseOf(house, both.id, 'CLEAN');
  await isTold('spam.cleared', 1, [both.id]);
  expect((await toldOf([both.id])).map(({ type }) => type)).toEqual(['spam.detected', 'spam.cleared']);
});

test('what is blocked again at once stays hidden or is shown, and is never listed nowhere', async () => {
  await moderate(house, 'blockUrl', 'again.example');
  const posts = Array.from({ length: 30 }, (_, i) => newPost(`again.example/${i}`));
  await house.send(...posts.map(({ published }) => published));
  const ids = posts.map(({ id }) => id);
  await isTold('spam.detected', 30, ids);
  await moderate(house, 'unblockUrl', 'again.example');
  await moderate(house, 'blockUrl', 'again.example');
  await isDone();
  await moderate(house, 'unblockUrl', 'again.example');
  await isTold('spam.cleared', 30, ids);
});

test('what is judged just before its block ends does not stay hidden', async () => {
  await moderate(house, 'blockUrl', 'race.example');
  const post = newPost('race.example');
  const judged = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<void>();
  const isVerdict = (command: object) =>
    command instanceof TransactWriteCommand && JSON.stringify(command.input).includes(post.id);
  const commands = beforeCommands((command) => {
    if (!isVerdict(command)) return undefined;
    judged.resolve();
    return ended.promise;
  });
  await house.send(post.published);
  await judged.promise;
  await moderate(house, 'unblockUrl', 'race.example');
  await isDone();
  ended.resolve();
  await caseOf(house, post.id, 'CLEAN');
  expect(await toldOf([post.id])).toEqual([]);
  commands.mockRestore();
});

test('a block hides nothing of the past', async () => {
  const before = newPost('late.example');
  await house.send(before.published);
  await caseOf(house, before.id, 'CLEAN');
  await moderate(house, 'blockUrl', 'late.example');
  const after = newPost('late.example');
  await house.send(after.published);
  await caseOf(house, after.id, 'SPAM');
  await caseOf(house, before.id, 'CLEAN');
  expect(await toldOf([before.id])).toEqual([]);
});
