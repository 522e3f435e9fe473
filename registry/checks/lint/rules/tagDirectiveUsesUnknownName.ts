import { argument, textOf } from '../directiveNames.ts';
import type { Rule } from '../rule.ts';

/** Tags are those that were agreed on: a contract does not see a misspelt one. */
export const tagDirectiveUsesUnknownName: Rule = {
  name: 'TAG_DIRECTIVE_USES_UNKNOWN_NAME',
  check({ elements, approvedTags, federation }) {
    if (approvedTags === undefined) return [];
    const tag = federation?.names('tag') ?? 'tag';
    return elements.flatMap(({ coordinate, directives }) =>
      directives
        .filter((directive) => directive.name.value === tag)
        .map((node) => ({ node, name: textOf(argument(node, 'name')) ?? '' }))
        .filter(({ name }) => !approvedTags.has(name))
        .map(({ node, name }) => ({ coordinate, message: `"${name}" is not one of the approved tags.`, node })),
    );
  },
};
