import { newId, UserMistake } from '@banyan/kit';
import { expect, test } from '@jest/globals';
import type { MarkNotificationsReadInput } from './__generated__/resolvers.ts';
import { checkSelection } from './reading.ts';

const idsOf = (count: number) => Array.from({ length: count }, () => newId());
const hundred = idsOf(100);
const [id = ''] = hundred;

test.each<[string, MarkNotificationsReadInput, 'all' | string[]]>([
  ['all', { all: true }, 'all'],
  ['all, with ids that are null', { ids: null, all: true }, 'all'],
  ['no ids', { ids: [], all: false }, []],
  ['100 ids', { ids: hundred, all: false }, hundred],
  ['one id twice', { ids: [id, id], all: false }, [id]],
])('selects %s', (_, input, selection) => {
  expect(checkSelection(input)).toEqual(selection);
});

test.each<[string, MarkNotificationsReadInput, string, string | null]>([
  ['neither', { all: false }, 'BAD_USER_INPUT', null],
  ['both', { ids: [], all: true }, 'BAD_USER_INPUT', null],
  ['101 ids', { ids: idsOf(101), all: false }, 'BAD_USER_INPUT', 'ids'],
  ['a malformed id', { ids: [id, 'x'], all: false }, 'NOT_FOUND', 'ids'],
  ['an id in capitals', { ids: [id.toUpperCase()], all: false }, 'NOT_FOUND', 'ids'],
])('refuses %s', (_, input, code, field) => {
  const refused = () => checkSelection(input);
  expect(refused).toThrow(UserMistake);
  expect(refused).toThrow(expect.objectContaining({ code, field }));
});
