import { expect, test } from '@jest/globals';
import type { RequestContext } from './context.ts';
import { failure } from './errors.ts';
import { createLog } from './log.ts';
import { mutation, UserMistake } from './mistake.ts';

const context = { log: createLog('test', 'silent') } as RequestContext;
const run = (work: () => Promise<object>) => mutation(work)(undefined, { input: {} }, context);

test('what goes well has no user errors', async () => {
  expect(await run(async () => ({ post: 1 }))).toEqual({ post: 1, userErrors: [] });
});

test('a mistake is answered, without the payload', async () => {
  const mistake = new UserMistake('CONFLICT', 'handle', 'Taken.');
  expect(await run(() => Promise.reject(mistake))).toEqual({
    userErrors: [{ code: 'CONFLICT', field: 'handle', message: 'Taken.' }],
  });
});

test('anything else is thrown on', async () => {
  await expect(run(() => Promise.reject(failure('UNAUTHENTICATED')))).rejects.toThrow('Sign in first.');
});
