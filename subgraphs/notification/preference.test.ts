import { readFileSync } from 'node:fs';
import { UserMistake } from '@banyan/kit';
import { expect, test } from '@jest/globals';
import { type EnumTypeDefinitionNode, Kind, parse } from 'graphql';
import { checkPreferences, kinds, preferencesOf } from './preference.ts';

test('the kinds are those of the schema', () => {
  const { definitions } = parse(readFileSync(new URL('./schema.graphql', import.meta.url), 'utf8'));
  const kind = definitions.find(
    (node): node is EnumTypeDefinitionNode =>
      node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value === 'NotificationKind',
  );
  expect(kind?.values?.map(({ name }) => name.value)).toEqual(kinds);
});

test('whoever has said nothing hears of everything', () => {
  expect(preferencesOf({ epoch: 0, sequence: 0, disabled: new Set() })).toEqual(
    kinds.map((kind) => ({ kind, enabled: true })),
  );
});

test('what is switched off is off, and nothing else', () => {
  const off = preferencesOf({ epoch: 3, sequence: 9, disabled: new Set(['MENTIONED']) }).filter(
    ({ enabled }) => !enabled,
  );
  expect(off).toEqual([{ kind: 'MENTIONED', enabled: false }]);
});

test('a change names each kind once', () => {
  const every = kinds.map((kind) => ({ kind, enabled: false }));
  expect(checkPreferences(every)).toEqual(every);
  expect(checkPreferences([])).toEqual([]);
  expect(() => checkPreferences([...every, { kind: 'MENTIONED', enabled: true }])).toThrow(UserMistake);
});
