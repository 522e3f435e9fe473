import { createLog } from '@banyan/kit';
import { describe, expect, test } from '@jest/globals';
import sharp from 'sharp';
import type { Objects } from '../objects.ts';
import type { Photo, PhotoStatus } from '../photo.ts';
import type { Recognition } from '../recognition/recognition.ts';
import type { Store } from '../store.ts';
import { createSteps } from './steps.ts';

const id = '01980000-0000-7000-8000-000000000001';
const log = createLog('test', 'silent');

/** One photo in memory, its objects, and what was done to it. */
async function setup(status: PhotoStatus, side = 64) {
  const bytes = await sharp({ create: { width: side, height: side, channels: 3, background: 'red' } })
    .png()
    .toBuffer();
  const photo = {
    ...{ id, ownerId: id, status, contentType: 'IMAGE_PNG', byteSize: bytes.length, createdAt: '' },
    ...{ completedAt: '2026-01-01T00:00:00.000Z', original: 'original' },
  } as Photo;
  const stored = new Map<string, Uint8Array>([['original', bytes]]);
  const done: string[] = [];
  const looked = { times: 0 };
  const during = { put: () => {} };
  const note = (what: string) => async () => {
    done.push(what);
    return true;
  };
  const steps = createSteps(
    {
      latest: async () => photo,
      publish: note('published'),
      hold: note('held'),
      reject: note('rejected'),
      unfinished: { remove: note('finished') },
    } as unknown as Store,
    {
      get: async (key: string) => stored.get(key),
      async put(key: string, _type: string, picture: Uint8Array) {
        during.put();
        stored.set(key, picture);
      },
      remove: async (key: string) => void stored.delete(key),
    } as unknown as Objects,
    {
      async recognise() {
        looked.times++;
        return { labels: ['cup'] };
      },
    } as unknown as Recognition,
    log,
  );
  const run = (step: string, more: object = {}) =>
    steps.run({ step, input: { photoId: id, correlationId: 'trace', ...more } as never });
  return { photo, stored, done, looked, during, run };
}

const pictures = ['large', 'medium', 'small'].map((size) => `renditions/${id}/${size}.webp`);

describe('a step', () => {
  test.each(['verify', 'metadata', 'sizes', 'recognition'])('%s refuses a photo that is decided on', async (step) => {
    for (const status of ['READY', 'REJECTED', 'HELD'] as const) {
      const { run, stored } = await setup(status);
      await expect(run(step)).rejects.toThrow('not being processed');
      expect([...stored.keys()]).toEqual(['original']);
    }
    await (await setup('PROCESSING')).run(step);
  });

  test.each<[PhotoStatus, string[], string[]]>([
    ['PROCESSING', ['published'], ['rejected']],
    ['READY', [], []],
    ['REJECTED', [], []],
  ])('does to one that is %s what is still to be done', async (status, saved, rejected) => {
    const found = { metadata: {}, sizes: {}, recognition: { labels: [] } };
    const [save, reject] = [await setup(status), await setup(status)];
    await save.run('save', { found });
    await reject.run('reject', { failure: { Error: 'Error', Cause: '' } });
    expect([save.done, reject.done]).toEqual([saved, rejected]);
  });

  test('that draws twice draws the same', async () => {
    const { run, stored } = await setup('PROCESSING');
    const first = await run('sizes');
    const drawn = new Map(stored);
    expect(await run('sizes')).toEqual(first);
    expect(stored).toEqual(drawn);
  });

  test('that draws while the photo is rejected leaves no picture', async () => {
    const { photo, run, stored, during } = await setup('PROCESSING');
    during.put = () => {
      photo.status = 'REJECTED';
    };
    await run('sizes');
    expect(pictures.filter((key) => stored.has(key))).toEqual([]);
  });

  test.each([
    [31, 0],
    [32, 1],
  ])('looks at a picture of %d pixels a side %d times', async (side, times) => {
    const { run, looked } = await setup('PROCESSING', side);
    await run('recognition');
    expect(looked.times).toBe(times);
  });
});

test.each<[PhotoStatus, string[], string[]]>([
  ['PROCESSING', [...pictures, 'original'], []],
  ['READY', pictures, ['finished']],
  ['HELD', pictures, ['finished']],
  ['REJECTED', [], ['finished']],
])('tidying up after a photo that is %s', async (status, kept, done) => {
  const before = await setup('PROCESSING');
  await before.run('sizes');
  before.photo.status = status;
  await before.run('tidy');
  await before.run('tidy');
  expect([...before.stored.keys()].toSorted()).toEqual(kept.toSorted());
  expect([...new Set(before.done)]).toEqual(done);
});
