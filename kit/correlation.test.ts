import { expect, test } from '@jest/globals';
import { newTraceId, traceIdOf, traceparentFor } from './correlation.ts';

const id = '4bf92f3577b34da6a3ce929d0e0e4736';

test.each([
  [`00-${id}-00f067aa0ba902b7-01`, id],
  [`00-${id}-00f067aa0ba902b7-00`, id],
  [`00-${id.toUpperCase()}-00f067aa0ba902b7-01`, undefined],
  [`00-${'0'.repeat(32)}-00f067aa0ba902b7-01`, undefined],
  [`00-${id}-${'0'.repeat(16)}-01`, undefined],
  [`00-${id}-00f067aa0ba902b7-01-more`, undefined],
  [`ff-${id}-00f067aa0ba902b7-01`, undefined],
  [`00-${id}\r\nx: y`, undefined],
  ['', undefined],
  [undefined, undefined],
  [[`00-${id}-00f067aa0ba902b7-01`], undefined],
])('of %s the trace id is %s', (header, expected) => {
  expect(traceIdOf(header)).toBe(expected);
});

test('what we make we can read', () => {
  const made = newTraceId();
  expect(traceIdOf(traceparentFor(made))).toBe(made);
});
