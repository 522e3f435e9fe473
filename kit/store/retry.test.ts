import { expect, test } from '@jest/globals';
import { inRequest } from '../request.ts';
import { again, retryUntilDeadline } from './retry.ts';

const within = <T>(ms: number, work: () => Promise<T>) =>
  inRequest({ correlationId: 'c', deadline: Date.now() + ms }, work);

test('tries until it works', async () => {
  let tries = 0;
  const attempt = async () => (++tries < 4 ? again : tries);
  expect(await within(5_000, () => retryUntilDeadline(attempt, () => new Error('too late')))).toBe(4);
});

test('gives up at the deadline', async () => {
  const attempt = async (): Promise<typeof again> => again;
  await expect(within(50, () => retryUntilDeadline(attempt, () => new Error('too late')))).rejects.toThrow('too late');
});

test('what is thrown is not tried again', async () => {
  let tries = 0;
  const attempt = async () => {
    tries++;
    throw new Error('broken');
  };
  await expect(retryUntilDeadline(attempt, () => new Error('too late'))).rejects.toThrow('broken');
  expect(tries).toBe(1);
});
