import { randomBytes, randomInt } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Book, bookLimits, createBook } from './book.ts';
import { addTo, emptyHistogram, toRuns, total } from './histogram.ts';
import { addRow, nameOf, type Row, unpackRows } from './row.ts';
import type { Tally } from './tally.ts';

const histogram = (bucket: number, count: number) => {
  const made = emptyHistogram();
  addTo(made, bucket, count);
  return made;
};

const tallyOf = (id: string, client: string, requests: number, bucket = 10): Tally => ({
  graphRef: 'shop@current',
  operations: [
    {
      id,
      signature: id,
      clients: [{ name: client, version: '1', requests, errors: 0, latency: histogram(bucket, requests) }],
    },
  ],
  fields: [{ type: 'T', field: id, requests, observed: 0, executions: 0, errors: 0, latency: emptyHistogram() }],
});

/** What is written of books, added up. */
async function written(books: readonly Book[]): Promise<Map<string, Row>> {
  const rows = new Map<string, Row>();
  for (const book of books) {
    for (const { kind, rows: packed } of await book.takeChanges()) {
      for (const row of await unpackRows(kind, packed)) {
        const name = nameOf([kind, ...row.key]);
        const found = rows.get(name);
        if (found) addRow(found, row);
        else rows.set(name, row);
      }
    }
  }
  return rows;
}

test('any split of reports between processes, in any order, gives the same totals', async () => {
  const tally = fc
    .tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('web', 'ios'), fc.integer({ min: 1, max: 9 }), fc.nat(383))
    .map((given) => tallyOf(...given));
  const placed = fc.array(fc.tuple(tally, fc.nat(2)), { maxLength: 40 });
  const comparable = (rows: Map<string, Row>) =>
    [...rows].map(([name, { counts, latency }]) => [name, counts, toRuns(latency)]).sort();

  await fc.assert(
    fc.asyncProperty(placed, async (list) => {
      const one = createBook();
      for (const [given] of list) one.add(given);
      const several = [createBook(), createBook(), createBook()];
      for (const [given, place] of list.toReversed()) several[place]?.add(given);
      expect(comparable(await written(several))).toEqual(comparable(await written([one])));
    }),
    { numRuns: 50 },
  );
});

test('only chunks that have changed are written, each as a whole', async () => {
  const book = createBook();
  for (let n = 0; n < 600; n++) book.add(tallyOf(`operation ${n}`, 'web', 1));
  const first = await book.takeChanges();
  expect(first.map(({ kind, number }) => `${kind} ${number}`).sort()).toEqual(
    ['field', 'operation'].flatMap((kind) => [0, 1, 2].map((number) => `${kind} ${number}`)),
  );
  expect(await book.takeChanges()).toEqual([]);
  book.add(tallyOf('operation 300', 'web', 1));
  const second = await book.takeChanges();
  expect(second.map(({ kind, number }) => `${kind} ${number}`)).toEqual(['operation 1', 'field 1']);
  await expect(unpackRows('operation', second[0]?.rows ?? Buffer.of())).resolves.toHaveLength(250);
});

describe('what clients send without end is counted, but not named', () => {
  const limits = { ...bookLimits, operations: 3, clientRows: 5, clientsAnOperation: 2, fields: 4 };

  test('operations', async () => {
    const book = createBook(limits);
    for (let n = 0; n < 10; n++) book.add(tallyOf(`${n}`, 'web', 1));
    book.add(tallyOf('0', 'web', 5));
    const rows = await written([book]);
    expect(rows.get(nameOf(['operation', '0', 'web', '1']))?.counts).toEqual([6, 0]);
    expect(rows.get(nameOf(['operation', '', '', '']))?.counts).toEqual([7, 0]);
    expect([...rows.keys()].filter((name) => name.startsWith('field'))).toHaveLength(4);
    expect(book.has('0')).toBe(true);
    expect(book.has('9')).toBe(false);
  });

  test('clients of an operation', async () => {
    const book = createBook(limits);
    for (let n = 0; n < 10; n++) book.add(tallyOf('0', `client ${n}`, 1));
    book.add(tallyOf('0', 'client 1', 1));
    const rows = await written([book]);
    expect(rows.get(nameOf(['operation', '0', 'client 1', '1']))?.counts).toEqual([2, 0]);
    expect(rows.get(nameOf(['operation', '0', '(others)', '']))?.counts).toEqual([8, 0]);
  });

  test('clients leave room for operations', async () => {
    const book = createBook(limits);
    for (let n = 0; n < 10; n++) for (let of = 0; of < 3; of++) book.add(tallyOf(`${of}`, `client ${n}`, 1));
    const rows = [...(await written([book])).values()].filter(({ key }) => key.length === 3);
    expect(rows.reduce((sum, { latency }) => sum + total(latency), 0)).toBe(30);
    expect(rows.length).toBeLessThanOrEqual(limits.clientRows + limits.operations);
  });
});

test('the worst chunk fits into an item of 400 KB', async () => {
  const book = createBook({ ...bookLimits, clientsAnOperation: 1_000 });
  const text = () => randomBytes(96).toString('base64');
  const counts = () => Array.from({ length: 384 }, () => randomInt(1_000_000));
  for (let n = 0; n < 250; n++) {
    const client = { name: text(), version: text(), requests: 1, errors: 1, latency: { first: 0, counts: counts() } };
    book.add({ graphRef: 'x@y', operations: [{ id: randomBytes(32).toString('hex'), clients: [client] }], fields: [] });
  }
  const [chunk] = await book.takeChanges();
  expect(chunk?.rows.length).toBeLessThan(400_000);
});
