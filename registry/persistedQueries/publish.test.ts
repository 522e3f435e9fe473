import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { chunksOf, operationsOf } from './chunk.ts';
import { revisionId } from './list.ts';
import { checkOperations, limits, type PersistedOperation } from './operation.ts';
import { upsert } from './publish.ts';

const operation = (id: string, more: Partial<PersistedOperation> = {}): PersistedOperation => ({
  id,
  name: 'Read',
  type: 'QUERY',
  body: 'query Read { __typename }',
  ...more,
});

describe('operations of a publish', () => {
  const fragments = 'query Other { b } mutation Write { ...F } fragment F on Mutation { a }';
  const padded = (bytes: number) => 'query Read { a } #'.padEnd(bytes, '.');

  test.each<[Partial<PersistedOperation>]>([
    [{}],
    [{ id: 'x'.repeat(256) }],
    [{ id: '__proto__' }],
    [{ clientName: 'web' }],
    [{ clientName: null }],
    [{ name: 'Write', type: 'MUTATION', body: fragments }],
    [{ body: padded(limits.bodyBytes) }],
  ])('%# are taken', (more) => {
    const { clientName, ...rest } = operation('a', more);
    expect(checkOperations([operation('a', more)])).toEqual([{ ...rest, ...(clientName && { clientName }) }]);
  });

  test.each<[string, Partial<PersistedOperation>]>([
    ['The id of an operation', { id: '' }],
    ['The id of an operation', { id: 'x'.repeat(257) }],
    ['The id of an operation', { id: '\ud800' }],
    ['The name of an operation', { name: '' }],
    ['The clientName of an operation', { clientName: '' }],
    ['has no query of that name', { name: 'Reed' }],
    ['has no subscription of that name', { type: 'SUBSCRIPTION' }],
    ['has no query of that name', { name: 'Write', body: fragments }],
    ['has no query of that name', { body: 'type Query { a: Int }' }],
    ['is no GraphQL document: Syntax Error', { body: 'query Read {' }],
    ['is no GraphQL document: Syntax Error', { body: '' }],
    ['is larger than 256 KiB', { body: padded(limits.bodyBytes + 1) }],
  ])('are refused: %s', (message, more) => {
    expect(() => checkOperations([operation('fine'), operation('a', more)])).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT', message: expect.stringContaining(message) }),
    );
  });

  test('are at most 10,000', () => {
    const many = Array.from({ length: 10_001 }, (_, at) => operation(String(at)));
    expect(checkOperations(many.slice(1))).toHaveLength(10_000);
    expect(() => checkOperations(many)).toThrow('this one has 10001');
  });

  test('are one each where they are the same, and refused where they differ', () => {
    expect(checkOperations([operation('a'), operation('a')])).toHaveLength(1);
    expect(checkOperations([operation('a'), operation('a', { clientName: 'web' })])).toHaveLength(2);
    const other = operation('a', { body: 'query Read { other }' });
    expect(() => checkOperations([operation('a'), other])).toThrow('Two different operations have the id "a"');
  });
});

describe('a list after a publish', () => {
  const counts = { added: 0, identical: 0, updated: 0, unaffected: 0, removed: 0 };

  test('has what was there in its place, and what is new at the end', () => {
    const list = [operation('a'), operation('b'), operation('c')];
    const renamed = operation('b', { name: 'Renamed' });
    expect(upsert(list, [operation('d'), renamed, operation('a')])).toEqual({
      operations: [operation('a'), renamed, operation('c'), operation('d')],
      counts: { ...counts, added: 1, identical: 1, updated: 1, unaffected: 1 },
    });
  });

  test('keeps the body of an id', () => {
    const other = { body: 'query Read { other }' };
    const list = [operation('a', { name: 'First' })];
    expect(upsert(list, [operation('b'), operation('a', other)])).toEqual({ conflict: { id: 'a', name: 'First' } });
    expect(upsert(list, [operation('a', { ...other, clientName: 'web' })])).toMatchObject({
      counts: { ...counts, added: 1, unaffected: 1 },
    });
  });

  test('has a bounded number of operations', () => {
    const list = Array.from({ length: limits.listed - 1 }, (_, at) => operation(String(at)));
    expect(upsert(list, [operation('a')])).toMatchObject({ counts: { added: 1 } });
    expect(() => upsert(list, [operation('a'), operation('b')])).toThrow('at most 50000 operations');
  });

  test('counts every operation once', () => {
    const ids = fc.uniqueArray(fc.record({ id: fc.constantFrom(...'abcdef'), name: fc.constantFrom('X', 'Y') }), {
      selector: ({ id }) => id,
    });
    const made = (list: { id: string; name: string }[]) => list.map(({ id, name }) => operation(id, { name }));
    fc.assert(
      fc.property(ids, ids, (list, published) => {
        const result = upsert(made(list), made(published));
        if ('conflict' in result) throw new Error('no body differs');
        const { added, identical, updated, unaffected } = result.counts;
        expect(added + identical + updated).toBe(published.length);
        expect(added + identical + updated + unaffected).toBe(result.operations.length);
        expect(upsert(result.operations, made(published))).toMatchObject({
          operations: result.operations,
          counts: { added: 0, updated: 0, identical: published.length },
        });
      }),
    );
  });
});

describe('chunks', () => {
  test('are Apollo’s manifests', () => {
    const [chunk, ...others] = chunksOf([operation('a'), operation('b', { type: 'MUTATION', clientName: 'web' })]);
    expect(others).toEqual([]);
    expect(JSON.parse(chunk?.text ?? '')).toEqual({
      format: 'apollo-persisted-query-manifest',
      version: 1,
      operations: [
        { id: 'a', name: 'Read', type: 'query', body: 'query Read { __typename }' },
        { id: 'b', name: 'Read', type: 'mutation', body: 'query Read { __typename }', clientName: 'web' },
      ],
    });
  });

  test('of no operation are one', () => expect(chunksOf([]).map(({ count }) => count)).toEqual([0]));

  test('are read as they were written, whatever their size', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 });
    const operations = fc.array(
      fc.record({
        id: text,
        name: text,
        type: fc.constantFrom('QUERY' as const, 'MUTATION' as const, 'SUBSCRIPTION' as const),
        body: text,
      }),
    );
    fc.assert(
      fc.property(operations, fc.integer({ min: 1, max: 1_000 }), (list, bytes) => {
        const chunks = chunksOf(list, bytes);
        expect(chunks.flatMap((chunk) => operationsOf(chunk.text))).toEqual(list);
        for (const { text, count } of chunks) {
          expect(operationsOf(text)).toHaveLength(count);
          if (count > 1) expect(Buffer.byteLength(text)).toBeLessThanOrEqual(bytes + 100);
        }
      }),
    );
  });

  test('that were full stay the same when operations are added', () => {
    const list = Array.from({ length: 100 }, (_, at) => operation(String(at)));
    const before = chunksOf(list, 1_000);
    const after = chunksOf([...list, operation('new')], 1_000);
    expect(after.slice(0, before.length - 1)).toEqual(before.slice(0, -1));
  });

  test('name a revision by what is in them', () => {
    const id = (...ids: string[]) => revisionId(ids.map((chunk) => ({ id: chunk, count: 1 })));
    expect(id('a', 'b')).toBe(id('a', 'b'));
    expect(new Set([id('a', 'b'), id('b', 'a'), id('ab'), id('a'), id()]).size).toBe(5);
  });
});
