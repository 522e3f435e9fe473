import { Kind } from 'graphql';
import { atName } from '../naming.ts';
import type { Rule } from '../rule.ts';

/** Input types end with `Input`, so that they keep off the names of what they make. */
export const inputTypeSuffix: Rule = {
  name: 'INPUT_TYPE_SUFFIX',
  check: ({ elements }) =>
    elements
      .filter(({ node }) => node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION)
      .filter(({ name }) => !name.value.endsWith('Input'))
      .map((element) => atName(element, `The name of the input type "${element.name.value}" should end with "Input".`)),
};
