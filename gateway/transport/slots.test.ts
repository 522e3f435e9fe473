import { expect, test } from '@jest/globals';
import { Call } from './call.ts';
import { Fault } from './fault.ts';
import { Slots } from './slots.ts';

test('those who wait are served in their order, and one too many is refused', async () => {
  const slots = new Slots(1, 2);
  const served: string[] = [];
  expect(slots.take(new Call())).toBeUndefined();
  const first = slots.take(new Call())?.then(() => served.push('first'));
  const second = slots.take(new Call())?.then(() => served.push('second'));
  expect(() => slots.take(new Call())).toThrow(Fault);
  slots.give();
  await first;
  expect(served).toEqual(['first']);
  slots.give();
  await second;
  slots.give();
  expect(slots.take(new Call())).toBeUndefined();
});

test('who gives up makes room in the queue, and takes no slot', async () => {
  const slots = new Slots(1, 1);
  slots.take(new Call());
  const call = new Call();
  const given = slots.take(call);
  call.giveUp(new Fault('late', 'over'));
  await expect(given).rejects.toThrow('over');
  const next = slots.take(new Call());
  slots.give();
  await next;
});
