import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createLog, StartError } from '@banyan/kit';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { watchShares } from './shareFile.ts';
import { OverrideShares } from './shares.ts';

let folder: string;
let file: string;
let shares: OverrideShares;
let lines: { level: string; msg: string }[];
let stop: (() => Promise<void>) | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'banyan-shares-'));
  file = join(folder, 'shares.json');
  shares = new OverrideShares();
  lines = [];
});
afterEach(async () => {
  await stop?.();
  stop = undefined;
  await rm(folder, { recursive: true, force: true });
});

async function start(text: string): Promise<void> {
  await writeFile(file, text);
  const log = createLog('test', 'info', { write: (line) => void lines.push(JSON.parse(line)) });
  stop = await watchShares(file, shares, log);
}

const replace = async (text: string): Promise<void> => {
  await writeFile(`${file}.new`, text);
  await rename(`${file}.new`, file);
};

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await wait(5);
}
const isSet = (label: string, percent: number) => until(() => shares.shareOf(label) === percent);
const isLogged = (words: string) => until(() => lines.some(({ msg }) => msg.includes(words)));

test('the shares are set from the file, and again when it is written or replaced', async () => {
  await start('{ "photo-move": 25, "album-move": 0.5 }');
  expect([...shares.list()]).toEqual([
    ['photo-move', 25],
    ['album-move', 0.5],
  ]);
  await writeFile(file, '{ "photo-move": 50, "album-move": 0.5 }');
  await isSet('photo-move', 50);
  await replace('{ "photo-move": 100, "album-move": 0.5 }');
  await isSet('photo-move', 100);
  await replace('{ "photo-move": 0 }');
  await isSet('photo-move', 0);
  expect(shares.shareOf('album-move')).toBe(0);
  await isLogged('the shares of overrides are {"photo-move":0} now');
});

test('a file that is deleted moves nobody, and counts again when it is back', async () => {
  await start('{ "photo-move": 25 }');
  await rm(file);
  await isLogged('the shares of overrides stay as they are.');
  expect(shares.shareOf('photo-move')).toBe(25);
  await writeFile(file, '{ "photo-move": 75 }');
  await isSet('photo-move', 75);
});

const wrong = [
  ['that is no JSON', '{ "photo-move": 2', 'JSON'],
  ['that is no object', '[25]', 'expected record'],
  ['with a share that is no number', '{ "photo-move": "50" }', 'photo-move'],
  ['with a share above 100', '{ "other": 1, "photo-move": 101 }', 'must be from 0 to 100, not 101'],
  ['with a share of the schema', '{ "other": 1, "percent(25)": 50 }', 'The schema says'],
];

test.each(wrong)(
  'a change to a file %s is logged, and the old shares stay, all of them',
  async (_, text, words = '') => {
    await start('{ "photo-move": 25 }');
    await replace(text);
    await isLogged(words);
    expect([...shares.list()]).toEqual([['photo-move', 25]]);
    await replace('{ "photo-move": 50 }');
    await isSet('photo-move', 50);
  },
);

test.each(wrong)('nothing starts with a file %s', async (_, text, words) => {
  const starting = start(text);
  await expect(starting).rejects.toThrow(StartError);
  await expect(starting).rejects.toThrow(words);
  await expect(starting).rejects.toThrow(file);
});

test('nothing starts without the file, or its folder', async () => {
  const log = createLog('test', 'silent');
  await expect(watchShares(file, shares, log)).rejects.toThrow(/ENOENT/);
  const starting = watchShares(join(folder, 'none', 'shares.json'), shares, log);
  await expect(starting).rejects.toThrow(StartError);
  await expect(starting).rejects.toThrow(/OVERRIDE_SHARES.*none/);
});

test('after the end nothing changes any more', async () => {
  await start('{ "photo-move": 25 }');
  await stop?.();
  const log = createLog('test', 'silent');
  const others = new OverrideShares();
  const end = await watchShares(file, others, log);
  await replace('{ "photo-move": 50 }');
  await until(() => others.shareOf('photo-move') === 50);
  await end();
  expect(shares.shareOf('photo-move')).toBe(25);
});
