import type { Element } from './elements.ts';
import type { LintRule, Rule, Violation } from './rule.ts';

export const camelCase = { pattern: /^[a-z][A-Za-z0-9]*$/, name: 'camelCase' };
export const pascalCase = { pattern: /^[A-Z][A-Za-z0-9]*$/, name: 'PascalCase' };
export const screamingSnakeCase = { pattern: /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/, name: 'SCREAMING_SNAKE_CASE' };

/** A rule that wants the names of some kinds of elements in one style. */
export const styleRule = (name: LintRule, kinds: readonly Element['kind'][], style: typeof camelCase): Rule => ({
  name,
  check: ({ elements }) =>
    elements
      .filter(({ kind, name: { value } }) => kinds.includes(kind) && !style.pattern.test(value))
      .map((element) => atName(element, `The name "${element.name.value}" should be in ${style.name}.`)),
});

/** A violation that is shown at the name of the element. */
export const atName = ({ coordinate, name }: Element, message: string): Violation => ({
  coordinate,
  message,
  node: name,
});
