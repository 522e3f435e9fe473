import { createLog } from '@banyan/kit';
import { describe, expect, test } from '@jest/globals';
import { createInterpreter, definition, taskNames } from './interpreter.ts';
import { PhotoRefused, reasonOf } from './refusal.ts';
import type { Steps } from './steps.ts';

const log = createLog('test', 'silent');
const execution = (photoId: string) => ({ photoId, correlationId: 'trace' });

/** Steps that tell what they were asked, and do what the test says. */
function recorder(act: (step: string, photoId: string) => Promise<unknown> = async () => {}) {
  const done: string[] = [];
  const tidied = new Map<string, () => void>();
  const inputs: Record<string, unknown>[] = [];
  const steps: Steps = {
    async run({ step, input }) {
      done.push(step);
      inputs.push({ step, ...input });
      await act(step, input.photoId);
      if (step === 'tidy') tidied.get(input.photoId)?.();
      return { by: step };
    },
  };
  const end = (photoId: string) => new Promise<void>((resolve) => tidied.set(photoId, resolve));
  return { steps, done, inputs, end };
}

describe('the state machine', () => {
  test('has a step behind each task, with retries', () => {
    expect(taskNames(definition.States)).toEqual([
      'Verify',
      'Metadata',
      'Sizes',
      'Recognition',
      'Save',
      'Reject',
      'Tidy',
    ]);
    expect(JSON.stringify(definition)).not.toMatch(/JSONata|\{%|"Assign"/);
  });

  test('verifies, examines, saves and tidies', async () => {
    const { steps, done, inputs, end } = recorder();
    const workflow = createInterpreter(steps, log);
    const ended = end('a');
    await workflow.start(execution('a'));
    await ended;
    expect(done[0]).toBe('verify');
    expect(done.slice(1, 4).toSorted()).toEqual(['metadata', 'recognition', 'sizes']);
    expect(done.slice(4)).toEqual(['save', 'tidy']);
    const found = { metadata: { by: 'metadata' }, sizes: { by: 'sizes' }, recognition: { by: 'recognition' } };
    expect(inputs.find(({ step }) => step === 'save')).toEqual({ step: 'save', ...execution('a'), found });
    await workflow.stop();
  });

  test.each([
    ['verify', ['verify', 'reject', 'tidy']],
    ['sizes', ['verify', 'metadata', 'sizes', 'recognition', 'reject', 'tidy']],
  ])('does not try again what %s refuses, and rejects', async (which, expected) => {
    const { steps, done, inputs, end } = recorder(async (step) => {
      if (step === which) throw new PhotoRefused('no good');
    });
    const workflow = createInterpreter(steps, log);
    const ended = end('a');
    await workflow.start(execution('a'));
    await ended;
    expect(done).toEqual(expected);
    const failure = { Error: 'PhotoRefused', Cause: 'no good' };
    expect(inputs.find(({ step }) => step === 'reject')).toMatchObject({ failure });
    await workflow.stop();
  });

  test('tries again what failed in passing', async () => {
    let failures = 1;
    const { steps, done, end } = recorder(async (step) => {
      if (step === 'recognition' && failures-- > 0) throw new Error('busy');
    });
    const workflow = createInterpreter(steps, log);
    const ended = end('a');
    await workflow.start(execution('a'));
    await ended;
    expect(done.filter((step) => step === 'recognition')).toHaveLength(2);
    expect(done.slice(-2)).toEqual(['save', 'tidy']);
    await workflow.stop();
  });
});

describe('executions', () => {
  test('of one name are one while it runs, and few run at once', async () => {
    let [running, most] = [0, 0];
    const { steps, done, end } = recorder(async (step) => {
      if (step === 'verify') most = Math.max(most, ++running);
      await new Promise((resolve) => setImmediate(resolve));
      if (step === 'tidy') running--;
    });
    const workflow = createInterpreter(steps, log);
    const names = ['a', 'b', 'c', 'd', 'e'];
    const ended = names.map(end);
    await Promise.all([...names, ...names].map((name) => workflow.start(execution(name))));
    await Promise.all(ended);
    expect(most).toBe(2);
    expect(done.filter((step) => step === 'verify')).toHaveLength(names.length);
    await workflow.stop();
  });

  test('end with the service: what is at work ends, nothing follows it, nothing is rejected', async () => {
    const reached = Promise.withResolvers<void>();
    const work = Promise.withResolvers<void>();
    const { steps, done } = recorder(async () => {
      reached.resolve();
      await work.promise;
    });
    const workflow = createInterpreter(steps, log);
    await workflow.start(execution('a'));
    await reached.promise;
    const stopped = workflow.stop();
    work.resolve();
    await stopped;
    await workflow.start(execution('b'));
    expect(done).toEqual(['verify']);
  });
});

test.each([
  [{ Error: 'PhotoRefused', Cause: 'no good' }, 'no good'],
  [{ Error: 'PhotoRefused', Cause: '{"errorType":"PhotoRefused","errorMessage":"no good","trace":[]}' }, 'no good'],
  [{ Error: 'PhotoRefused', Cause: '{}' }, 'The photo could not be processed. Upload it again.'],
  [{ Error: 'TypeError', Cause: 'secret.internal is down' }, 'The photo could not be processed. Upload it again.'],
])('the owner is told of %j: %s', (failure, reason) => {
  expect(reasonOf(failure)).toBe(reason);
});
