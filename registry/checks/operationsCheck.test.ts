import { expect, test } from '@jest/globals';
import { checkOperations } from './operationsCheck.ts';

const client = (name: string, count: number) => ({ name, version: '1', count });
const known = { id: 'a', name: 'A', signature: '{ b }', clients: [client('web', 1_200)] };
const excluded = { id: 'b', signature: '{ b a }', clients: [client('ios', 3)] };
const unknown = { id: '', clients: [client('(others)', 1)] };
const operations = [known, excluded, unknown];
const options = { excludedClients: [{ name: 'ios' }] };
const before = 'type Query { a: Int b: Int }';

test('where nothing changes, or nothing is served yet, those that count are told', () => {
  for (const served of [before, undefined]) {
    const summary = checkOperations(served, before, operations, options);
    expect(summary).toEqual({ severity: 'NOTICE', checkedOperations: 1, changes: [] });
  }
  expect(checkOperations(before, 'type Query { b: Int }', operations, options).checkedOperations).toBe(1);
});

test('what nobody can say of a change is told in words', () => {
  const words = (fields: Record<string, number>) =>
    checkOperations(before, 'type Query { b: Int }', operations, {
      ...options,
      fieldRequests: new Map(Object.entries(fields)),
    }).changes.map(({ severity, description }) => [severity, description]);
  expect(words({ 'Query.a': 3, 'Query.b': 1_203 })).toEqual([
    ['NOTICE', '`Query.a` was removed. 1 request could not be checked: the text of their operations is not known.'],
  ]);
  expect(words({ 'Query.a': 4, 'Query.b': 1_203 })).toEqual([
    ['FAILURE', '`Query.a` was removed. 1 request asked for it in operations whose text is not known.'],
  ]);
});
