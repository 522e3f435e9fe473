import { argument, textOf } from '../directiveNames.ts';
import type { Rule } from '../rule.ts';

/** What is deprecated says what to use instead: the default reason says nothing. */
export const deprecatedDirectiveMissingReason: Rule = {
  name: 'DEPRECATED_DIRECTIVE_MISSING_REASON',
  check: ({ elements }) =>
    elements.flatMap(({ coordinate, directives }) =>
      directives
        .filter((directive) => directive.name.value === 'deprecated')
        .filter((directive) => !textOf(argument(directive, 'reason'))?.trim())
        .map((node) => ({ coordinate, message: `"${coordinate}" is deprecated without a reason.`, node })),
    ),
};
