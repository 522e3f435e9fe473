import type { IncomingMessage } from 'node:http';

/**
 * The whole body of a request; undefined where it is longer than `limit` bytes. Never settles half: a client that goes
 * away in the middle makes it throw.
 */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length <= limit) chunks.push(chunk);
  }
  return length > limit ? undefined : Buffer.concat(chunks);
}
