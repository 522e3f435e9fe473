import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { EventStreamReader, EventTooLarge, type StreamEvent } from './eventStream.ts';

function read(chunks: readonly (string | Buffer)[], maxBytes = 1_000): StreamEvent[] {
  const events: StreamEvent[] = [];
  const reader = new EventStreamReader(maxBytes, (event) => events.push(event));
  for (const chunk of chunks) reader.push(Buffer.from(chunk));
  return events;
}

const text =
  '\uFEFFevent: next\ndata: {"a":"é€😀"}\n\n:\n\n: a comment: with colons\nevent:next\ndata: one\ndata:  two\ndata\nid: 4\nretry: 3\n' +
  'strange\n\n\n\nevent: complete\n\ndata: of no type\n\nevent: next\ndata: never ended\n';
const events = [
  { type: 'next', data: '{"a":"é€😀"}' },
  { type: 'next', data: 'one\n two\n' },
  { type: 'complete', data: '' },
  { type: 'message', data: 'of no type' },
];

test.each(['\n', '\r\n', '\r'])('reads events with lines that end in %j, wherever they are cut', (end) => {
  const bytes = Buffer.from(text.replaceAll('\n', end));
  expect(read([bytes])).toEqual(events);
  expect(read([...bytes].map((byte) => Buffer.from([byte])))).toEqual(events);
  fc.assert(
    fc.property(fc.array(fc.nat(bytes.length)), (cuts) => {
      const places = [0, ...cuts.sort((one, other) => one - other), bytes.length];
      expect(read(places.slice(1).map((to, at) => bytes.subarray(places[at], to)))).toEqual(events);
    }),
  );
});

test('an event has a bounded size, however it is written', () => {
  const line = (length: number) => `data: ${'x'.repeat(length - 6)}`;
  expect(read([`${line(999)}\n\n`, `${line(999)}\n\n`])).toHaveLength(2);
  for (const chunks of [
    [`${line(1_000)}\n\n`],
    ['data: ', 'x'.repeat(995)],
    Array(200).fill('data: x\n'),
    [`:${'x'.repeat(1_000)}`],
  ]) {
    expect(() => read(chunks)).toThrow(EventTooLarge);
  }
  expect(read(Array(1_000).fill(': only a comment\n'))).toEqual([]);
});
