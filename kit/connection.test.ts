import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createConnections, type Page } from './connection.ts';
import { hasCode } from './errors.ts';

const connections = createConnections(randomBytes(32).toString('base64url'));
const items = Array.from({ length: 250 }, (_, index) => `item ${String(index).padStart(3, '0')}`);

const fetchFrom =
  (list: string[]) =>
  async ({ limit, after }: Page) =>
    list.filter((item) => after === undefined || item > after).slice(0, limit);

const page = (list: string, args: { first?: number; after?: string }, source = items) =>
  connections.connect(list, args, fetchFrom(source), (item) => item);

const refused = async (work: Promise<unknown>) => {
  const error = await work.catch((reason: unknown) => reason);
  return hasCode(error, 'BAD_USER_INPUT');
};

describe('a page', () => {
  test.each([
    [undefined, 20],
    [0, 0],
    [1, 1],
    [100, 100],
  ])('of first: %s holds %s', async (first, size) => {
    expect((await page('list', { first })).edges).toHaveLength(size);
  });

  test.each([-1, 101, 2 ** 31 - 1])('of first: %s is refused', async (first) => {
    expect(await refused(page('list', { first }))).toBe(true);
  });

  test('pages put together are the list', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 25 }), async (length, first) => {
        const source = items.slice(0, length);
        const seen: string[] = [];
        let after: string | undefined;
        for (;;) {
          const { edges, pageInfo } = await page('list', { first, after }, source);
          seen.push(...edges.map((edge) => edge.node));
          expect(pageInfo.hasPreviousPage).toBe(after !== undefined);
          if (!pageInfo.hasNextPage) break;
          after = pageInfo.endCursor ?? undefined;
        }
        expect(seen).toEqual(source);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a cursor', () => {
  test('of its own list goes on behind its item, and one of another list is refused', async () => {
    const { pageInfo } = await page('followers:1', { first: 3 });
    const after = pageInfo.endCursor ?? '';
    expect((await page('followers:1', { first: 1, after })).edges[0]?.node).toBe('item 003');
    expect(await refused(page('followers:2', { after }))).toBe(true);
  });

  test('is refused with any bit changed, cut or lengthened', async () => {
    const after = (await page('list', { first: 1 })).pageInfo.endCursor ?? '';
    const bytes = Buffer.from(after, 'base64url');
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length * 8 - 1), async (bit) => {
        const changed = Buffer.from(bytes);
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(await refused(page('list', { after: changed.toString('base64url') }))).toBe(true);
      }),
      { numRuns: 50 },
    );
    for (const bad of ['', 'x', after.slice(0, -1), `${after}A`, `${after}!`, `${after}=`, '🙂']) {
      expect(await refused(page('list', { after: bad }))).toBe(true);
    }
  });

  test('of another secret is refused', async () => {
    const other = createConnections(randomBytes(32).toString('base64url'));
    const { pageInfo } = await other.connect('list', { first: 1 }, fetchFrom(items), (item) => item);
    expect(await refused(page('list', { after: pageInfo.endCursor ?? '' }))).toBe(true);
  });
});
