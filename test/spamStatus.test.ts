import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from './harness/client.ts';
import { caseOf, countReads, moderate, newPost, type SpamHouse, startSpamHouse } from './harness/spam.ts';

let house: SpamHouse;
beforeAll(async () => {
  const network = {
    resolve: async () => Promise.reject(new Error('the name server is down')),
    isAllowed: () => false,
  };
  house = await startSpamHouse({ EXPAND_RETRY_MS: '3600000' }, network);
});
afterAll(() => house?.stop());

interface Status {
  hours: { hour: string; checked: number; refused: number; hidden: number; cleared: number; unknown: number }[];
  topBlockedDomains: { domain: string; hits: number }[];
  retries: { length: number; lagSeconds: number };
  releases: number;
}
const query = `{ spamStatus {
  hours { hour checked refused hidden cleared unknown } topBlockedDomains { domain hits } retries { length lagSeconds } releases
} }`;
const status = async () => (await house.want<{ spamStatus: Status }>(house.moderator, query)).spamStatus;
/** The sum of the hours, so that the test may run across the end of one. */
const total = ({ hours }: Status) => {
  const sum = (name: 'checked' | 'refused' | 'hidden' | 'cleared' | 'unknown') =>
    hours.reduce((all, hour) => all + hour[name], 0);
  return [sum('checked'), sum('refused'), sum('hidden'), sum('cleared'), sum('unknown')];
};

test('is empty at first: 24 hours, each with nothing', async () => {
  const { hours, topBlockedDomains, retries, releases } = await status();
  expect(hours).toHaveLength(24);
  const steps = hours.slice(1).map(({ hour }, index) => Date.parse(hours[index]?.hour ?? '') - Date.parse(hour));
  expect(new Set(steps)).toEqual(new Set([3_600_000]));
  expect([topBlockedDomains, retries, releases]).toEqual([[], { length: 0, lagSeconds: 0 }, 0]);
});

test('counts what was checked, refused, hidden, cleared and unknown, each once, and by domain', async () => {
  for (const url of ['often.example', 'once.example/folder/', 'again.example']) await moderate(house, 'blockUrl', url);
  const texts = [
    'fine',
    'fine too',
    'often.example',
    'http://often.example/a www.often.example',
    'once.example/folder/x',
  ];
  const posts = texts.map((text) => newPost(text));
  const unknown = newPost('https://bit.ly/unknown');
  const cleared = newPost('again.example');
  const all = [...posts, unknown, cleared].map(({ published }) => published);
  for (let times = 0; times < 2; times++) await house.send(...all);
  await caseOf(house, unknown.id, 'UNKNOWN');
  await caseOf(house, cleared.id, 'SPAM');
  await moderate(house, 'unblockUrl', 'again.example');
  await caseOf(house, cleared.id, 'CLEAN');
  for (const text of ['fine', 'often.example', 'often.example/x']) {
    await house.want(house.reader, 'query ($text: String!) { checkSpam(text: $text) { isSpam } }', { text });
  }

  const now = await until('everything is counted', async () => {
    const found = await status();
    return total(found)[1] === 2 && found.topBlockedDomains[0]?.hits === 4 && found;
  });
  expect(total(now)).toEqual([7, 2, 4, 1, 1]);
  expect(now.topBlockedDomains).toEqual([
    { domain: 'often.example', hits: 4 },
    { domain: 'again.example', hits: 1 },
    { domain: 'once.example', hits: 1 },
  ]);
  expect([now.retries, now.releases]).toEqual([{ length: 1, lagSeconds: 0 }, 0]);
});

test('counts of memory are written when spam stops', async () => {
  const before = total(await status())[1] ?? 0;
  await house.want(house.reader, 'query ($text: String!) { checkSpam(text: $text) { isSpam } }', {
    text: 'often.example',
  });
  await house.stopSpam();
  await house.startSpam();
  expect(total(await status())[1]).toBe(before + 1);
});

test('costs one batch read, and two short queries for each part of the queue', async () => {
  const reads = countReads();
  await status();
  expect([reads.batches(), reads.queries()]).toEqual([1, 9]);
});
