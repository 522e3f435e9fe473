import { expect, test } from '@jest/globals';
import { messageReader } from './messages.ts';

const withLength = 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello';
const inChunks =
  'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nabcd\r\n1a\r\n0123456789abcdefghijklmnop\r\n0\r\n\r\n';
const withoutBody = 'GET / HTTP/1.1\r\nhost: x\r\n\r\n';
const bodies = ['hello', 'abcd0123456789abcdefghijklmnop', '', 'hello'];

test.each([1, 2, 3, 7, 50, 1_000])('reads messages that come in pieces of %i bytes', (size) => {
  const bytes = Buffer.from(withLength + inChunks + withoutBody + withLength);
  const got: string[] = [];
  const read = messageReader(({ body }) => got.push(body.toString()));
  for (let at = 0; at < bytes.length; at += size) read(bytes.subarray(at, at + size));
  expect(got).toEqual(bodies);
});

test('gives the head as it came', () => {
  const heads: string[] = [];
  messageReader(({ head }) => heads.push(head))(Buffer.from(withLength));
  expect(heads).toEqual(['HTTP/1.1 200 OK\r\nContent-Length: 5']);
});
