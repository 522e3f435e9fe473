import { expect, test } from '@jest/globals';
import { openLevel } from './level.ts';
import { createLocks } from './locks.ts';
import { direct } from './store.ts';
import { forget, remember, wasDone } from './tokens.ts';

const minutes = (count: number) => count * 60_000;

test('a token is known for ten minutes, and leaves nothing behind', async () => {
  const level = await openLevel(undefined);
  const backend = direct(level, createLocks());
  const start = minutes(1234.5);
  await backend.write([remember('token', 'body', start)]);

  expect(await wasDone(backend, 'token', 'body', start + minutes(9.9))).toBe(true);
  await expect(wasDone(backend, 'token', 'other body', start + minutes(9.9))).rejects.toThrow('already in use');
  expect(await wasDone(backend, 'other token', 'body', start)).toBe(false);
  expect(await wasDone(backend, 'token', 'body', start + minutes(10))).toBe(false);

  const left = async () => {
    const keys: string[] = [];
    for await (const key of level.keys({})) keys.push(key);
    return keys;
  };
  await forget(backend, start + minutes(9.9));
  expect(await left()).toHaveLength(1);
  await forget(backend, start + minutes(20));
  expect(await left()).toHaveLength(0);
  await level.close();
});
