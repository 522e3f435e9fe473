import { isId, newId, timeOfId } from '@banyan/kit';
import { expect, test } from '@jest/globals';
import { keptGit, launchIdAfter } from './launch.ts';

test('the id of a launch sorts after the one before, also where that was made by a clock that is ahead', () => {
  const id = newId();
  expect(launchIdAfter(undefined, id)).toBe(id);
  const earlier = newId();
  let last = launchIdAfter(id);
  expect(last > id).toBe(true);
  for (let at = 0; at < 100; at++) {
    const next = launchIdAfter(last, earlier);
    expect(isId(next)).toBe(true);
    expect(next > last).toBe(true);
    last = next;
  }
  expect(timeOfId(last).getTime() - timeOfId(id).getTime()).toBeLessThan(200);
});

test('of the git context it is kept what says something, and not more than there is room for', () => {
  expect(keptGit(null)).toBeNull();
  expect(keptGit({ branch: '', commit: null })).toBeNull();
  const kept = keptGit({ branch: 'main', message: `${'x'.repeat(2_047)}🌳`, commit: null });
  expect(kept).toEqual({ branch: 'main', message: `${'x'.repeat(2_047)}\ufffd` });
});
