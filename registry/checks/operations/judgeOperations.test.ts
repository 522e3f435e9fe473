import { describe, expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { diffSchemas } from '../changes/diffSchemas.ts';
import { judgeOperations, type OperationsOptions } from './judgeOperations.ts';
import type { SentOperation } from './sentOperation.ts';

const before = buildSchema(`type Query { user: User mood: Mood } type User { id: ID name: String age: Int }
  enum Mood { GLAD }`);
const after = buildSchema('type Query { user: User mood: Mood } type User { id: ID } enum Mood { GLAD SAD }');
const changes = diffSchemas(before, after);

const sent = (id: string, signature: string, ...clients: [name: string, version: string, count: number][]) =>
  ({
    id,
    name: id.toUpperCase(),
    signature,
    clients: clients.map(([name, version, count]) => ({ name, version, count })),
  }) satisfies SentOperation;

const names = sent('names', '{ user { name } }', ['web', '1', 60], ['ios', '7', 30]);
const ids = sent('ids', '{ user { id } }', ['web', '2', 900]);
const moods = sent('moods', '{ mood user { id } }', ['web', '2', 10]);
const stale = sent('stale', '{ user { gone } }', ['ios', '1', 5]);
const all = [names, ids, moods, stale];

const judge = (options: OperationsOptions = {}, operations: readonly SentOperation[] = all) =>
  judgeOperations(operations, before, after, changes, options);
const severities = (options: OperationsOptions = {}, operations: readonly SentOperation[] = all) => {
  const { severity, changes: judged } = judge(options, operations);
  return [severity, ...judged.filter((change) => change.severity === 'FAILURE').map(({ coordinate }) => coordinate)];
};

describe('operations in the window of a check', () => {
  test('a removed field that was asked for fails and names operations, clients and counts; one that was not passes', () => {
    const { severity, changes: judged, checkedOperations, staleOperations } = judge();
    expect({ severity, checkedOperations, staleOperations }).toEqual({
      severity: 'FAILURE',
      checkedOperations: 3,
      staleOperations: 1,
    });
    expect(judged).toMatchObject([
      {
        coordinate: 'User.name',
        severity: 'FAILURE',
        brokenOperations: [{ id: 'names', name: 'NAMES', clients: names.clients, count: 90, markedSafe: false }],
        warnedOperations: [],
      },
      { coordinate: 'User.age', severity: 'NOTICE', brokenOperations: [] },
      {
        coordinate: 'Mood.SAD',
        severity: 'NOTICE',
        brokenOperations: [],
        warnedOperations: [{ id: 'moods', count: 10 }],
      },
    ]);
  });

  test('no traffic, no failure; in strict mode every breaking change is one', () => {
    expect(severities({}, [])).toEqual(['NOTICE']);
    expect(severities({ strict: true }, [])).toEqual(['FAILURE', 'User.name', 'User.age']);
  });

  test.each([
    ['the count reaches the threshold', { queryCountThreshold: 90 }, ['FAILURE', 'User.name']],
    ['the count does not reach it', { queryCountThreshold: 91 }, ['NOTICE']],
    ['the share reaches the threshold', { queryCountThresholdPercentage: 0.089 }, ['FAILURE', 'User.name']],
    ['the share does not reach it', { queryCountThresholdPercentage: 0.09 }, ['NOTICE']],
    ['one of the two is not reached', { queryCountThreshold: 1, queryCountThresholdPercentage: 0.5 }, ['NOTICE']],
    ['a client is excluded', { excludedClients: [{ name: 'web' }] }, ['FAILURE', 'User.name']],
    ['a version of every client is excluded', { excludedClients: [{ version: '1' }] }, ['FAILURE', 'User.name']],
    ['both clients are excluded', { excludedClients: [{ name: 'web', version: '1' }, { name: 'ios' }] }, ['NOTICE']],
    ['another version is excluded', { excludedClients: [{ name: 'web', version: '2' }] }, ['FAILURE', 'User.name']],
    ['any client is excluded', { excludedClients: [{}] }, ['NOTICE']],
    ['exclusion brings it below', { excludedClients: [{ name: 'ios' }], queryCountThreshold: 61 }, ['NOTICE']],
    ['its name is excluded', { excludedOperationNames: ['NAMES'] }, ['NOTICE']],
    ['its id is ignored', { ignoredOperations: ['names'] }, ['NOTICE']],
    ['the change is safe', { safeChanges: [{ code: 'FIELD_REMOVED', coordinate: 'User.name' }] }, ['NOTICE']],
    ['another is safe', { safeChanges: [{ code: 'FIELD_REMOVED', coordinate: 'User.age' }] }, ['FAILURE', 'User.name']],
    ['the operation is safe', { safeOperations: ['names'] }, ['NOTICE']],
  ] satisfies [string, OperationsOptions, string[]][])('%s', (_, options, expected) => {
    expect(severities(options)).toEqual(expected);
  });

  test('what is marked safe is told all the same', () => {
    const marked = judge({
      safeChanges: [{ code: 'FIELD_REMOVED', coordinate: 'User.name' }],
      safeOperations: ['names'],
    });
    expect(marked.changes[0]).toMatchObject({
      markedSafe: true,
      brokenOperations: [{ id: 'names', markedSafe: true }],
    });
    expect(marked.brokenOperations).toMatchObject([{ id: 'names', markedSafe: true }]);
    expect(severities({ strict: true, safeChanges: marked.changes.slice(0, 1) }, [])).toEqual(['FAILURE', 'User.age']);
  });

  test('a mark with more than a place covers no other change there', () => {
    const [old, now] = [buildSchema('type Query { a: Int }'), buildSchema('type Query { a: String }')];
    const retyped = diffSchemas(old, now);
    const with_ = (after: string) =>
      judgeOperations([sent('a', '{ a }', ['web', '1', 1])], old, now, retyped, {
        safeChanges: [{ code: 'FIELD_CHANGED_TYPE', coordinate: 'Query.a', after }],
      }).severity;
    expect([with_('String'), with_('Float')]).toEqual(['NOTICE', 'FAILURE']);
  });

  test('an operation that breaks with no change to explain it fails the check', () => {
    const result = judgeOperations([names], before, after, []);
    expect(result).toMatchObject({
      severity: 'FAILURE',
      changes: [],
      brokenOperations: [{ id: 'names', changes: [] }],
    });
    expect(judgeOperations([names], before, after, [], { safeOperations: ['names'] }).severity).toBe('NOTICE');
  });

  describe('an operation whose text is not known', () => {
    const unknown = (count: number) => ({ id: 'long', clients: [{ name: 'web', version: '1', count }] });
    const before =
      buildSchema(`type Query { a: Int b: Int c(x: Int): Int named: Named mood: Mood } enum Mood { GLAD SAD }
      interface Named { n: Int! } type Cat implements Named { n: Int! } type Dog implements Named { n: Int! }`);
    const after = buildSchema(`type Query { b: Int c: Int named: Named mood: Mood } enum Mood { GLAD }
      interface Named { n: Int } type Cat implements Named { n: Int! } type Dog implements Named { n: Int }`);
    const diff = diffSchemas(before, after);
    const of = (fields: Record<string, number>, options: OperationsOptions = {}, known: SentOperation[] = []) => {
      const fieldRequests = new Map(Object.entries(fields));
      const result = judgeOperations([unknown(5), ...known], before, after, diff, { fieldRequests, ...options });
      const failed = result.changes.filter(({ severity }) => severity === 'FAILURE');
      return [result.severity, ...failed.map(({ coordinate, unknown: use }) => `${coordinate} ${use?.asked}`)];
    };

    test('fails what it asked for, and is told of every other breaking change', () => {
      expect(of({ 'Query.b': 5, 'Query.c': 5 })).toEqual(['NOTICE']);
      expect(of({ 'Query.a': 3, 'Query.b': 5 })).toEqual(['FAILURE', 'Query.a 3']);
      expect(of({ 'Query.mood': 5 })).toEqual(['FAILURE', 'Mood.SAD 5']);
      expect(of({ 'Query.named': 5, 'Named.n': 2 })).toEqual(['FAILURE', 'Named.n 2', 'Dog.n 2']);
      const { changes: judged, checkedOperations } = judgeOperations([unknown(5)], before, after, diff);
      expect(checkedOperations).toBe(0);
      expect(judged.map(({ effect, unknown: use }) => [effect, use?.requests])).toEqual(
        judged.map(({ effect }) => [effect, effect === 'breaking' ? 5 : undefined]),
      );
    });

    test('has asked for what the known ones do not account for', () => {
      const asks = (count: number) => sent('asks', '{ a }', ['ios', '1', count]);
      const options = { safeOperations: ['asks'] };
      expect(of({ 'Query.a': 7 }, options, [asks(7)])).toEqual(['NOTICE']);
      expect(of({ 'Query.a': 9 }, options, [asks(7)])).toEqual(['FAILURE', 'Query.a 2']);
      // Somebody's reports do not tell of fields: whose, nobody knows.
      expect(of({ 'Query.a': 4 }, options, [asks(7)])).toEqual(['FAILURE', 'Query.a 4']);
    });

    test.each([
      ['the change is safe', { safeChanges: [{ code: 'FIELD_REMOVED', coordinate: 'Query.a' }] }],
      ['the operation is safe', { safeOperations: ['long'] }],
      ['it is ignored', { ignoredOperations: ['long'] }],
      ['its client is excluded', { excludedClients: [{ name: 'web' }] }],
      ['it was not sent often enough', { queryCountThreshold: 6 }],
    ] satisfies [string, OperationsOptions][])('fails nothing where %s', (_, options) => {
      expect(of({ 'Query.a': 5 }, options)).toEqual(['NOTICE']);
    });

    test('in strict mode fails on every breaking change, as ever', () => {
      expect(of({}, { strict: true })[0]).toBe('FAILURE');
    });
  });

  test('operations of a list, which nobody need have sent yet, count', () => {
    expect(severities({}, [sent('listed', '{ user { name } }')])).toEqual(['FAILURE', 'User.name']);
  });
});
