import { createLog } from '@banyan/kit';
import { expect, test } from '@jest/globals';
import type { PhotoStatus } from '../photo.ts';
import type { Execution } from '../store/unfinished.ts';
import type { Store } from '../store.ts';
import { startDriver } from './driver.ts';

const log = createLog('test', 'silent');
const minute = 60_000;

/** Photos by id: their status, and when their upload was complete. */
function setup(photos: Record<string, { status: PhotoStatus; completedAt: number }>, failures = 0) {
  const done: string[] = [];
  let left = failures;
  const changed = { call: () => {} };
  const store = {
    latest: async (id: string) => photos[id],
    unfinished: {
      async *before(time: string) {
        if (left-- > 0) throw new Error('the table is away');
        const due = Object.entries(photos).filter(([, { completedAt }]) => new Date(completedAt).toISOString() < time);
        yield due.map(([photoId]): Execution => ({ photoId, correlationId: `trace of ${photoId}` }));
      },
    },
  } as unknown as Store;
  const tell = (what: string) => {
    done.push(what);
    changed.call();
  };
  const workflow = {
    start: async ({ photoId, correlationId }: Execution) => tell(`${photoId} started with the ${correlationId}`),
    stop: async () => {},
  };
  const until = (count: number) =>
    new Promise<void>((resolve) => {
      changed.call = () => done.length >= count && resolve();
      changed.call();
    });
  return { store, workflow, tidy: async (id: string) => tell(`${id} tidied`), done, until };
}

test('at the start every unfinished photo is gone on with, whatever is left to do', async () => {
  const now = Date.now();
  const { store, workflow, tidy, done, until } = setup({
    a: { status: 'PROCESSING', completedAt: now - 10 },
    b: { status: 'REJECTED', completedAt: now - minute },
  });
  const driver = startDriver(store, workflow, tidy, minute, log);
  await until(2);
  await driver.stop();
  expect(done.toSorted()).toEqual(['a started with the trace of a', 'b tidied']);
});

test('later only those that are overdue, and a table that was away is asked again', async () => {
  const now = Date.now();
  const { store, workflow, tidy, done, until } = setup(
    {
      old: { status: 'PROCESSING', completedAt: now - minute },
      young: { status: 'PROCESSING', completedAt: now + minute },
    },
    2,
  );
  const driver = startDriver(store, workflow, tidy, 20, log);
  await until(3);
  await driver.stop();
  expect(new Set(done)).toEqual(new Set(['old started with the trace of old']));
});
