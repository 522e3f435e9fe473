import { Kind } from 'graphql';
import { atName } from '../naming.ts';
import type { LintRule, Rule } from '../rule.ts';

const object = [Kind.OBJECT_TYPE_DEFINITION, Kind.OBJECT_TYPE_EXTENSION];
const shared = [Kind.INTERFACE_TYPE_DEFINITION, Kind.INTERFACE_TYPE_EXTENSION];
const enumeration = [Kind.ENUM_TYPE_DEFINITION, Kind.ENUM_TYPE_EXTENSION];

/** Types that repeat in their name what they are: `BookObject`, `EnumColor`. A word that only starts the same (`Objective`) is none. */
export const typeAffixes: readonly Rule[] = [
  affix('TYPE_PREFIX', /^Type(?![a-z])/, 'start with "Type"'),
  affix('TYPE_SUFFIX', /Type$/, 'end with "Type"'),
  affix('OBJECT_PREFIX', /^Object(?![a-z])/, 'start with "Object"', object),
  affix('OBJECT_SUFFIX', /Object$/, 'end with "Object"', object),
  affix('INTERFACE_PREFIX', /^Interface(?![a-z])/, 'start with "Interface"', shared),
  affix('INTERFACE_SUFFIX', /Interface$/, 'end with "Interface"', shared),
  affix('ENUM_PREFIX', /^Enum(?![a-z])/, 'start with "Enum"', enumeration),
  affix('ENUM_SUFFIX', /Enum$/, 'end with "Enum"', enumeration),
];

function affix(name: LintRule, pattern: RegExp, words: string, kinds?: readonly Kind[]): Rule {
  return {
    name,
    check: ({ elements }) =>
      elements
        .filter((element) => element.kind === 'type' && (kinds === undefined || kinds.includes(element.node.kind)))
        .filter((element) => pattern.test(element.name.value))
        .map((element) => atName(element, `The name "${element.name.value}" should not ${words}.`)),
  };
}
