import { Kind } from 'graphql';
import { type InputElement, namedType } from '../elements.ts';
import { atName } from '../naming.ts';
import type { Rule } from '../rule.ts';

/** Arguments are described, unless an input type of this document, which is described itself, says it all. */
export const argumentsRequireDescription: Rule = {
  name: 'ARGUMENTS_REQUIRE_DESCRIPTION',
  check({ elements }) {
    const inputs = new Set(
      elements.flatMap(({ node, coordinate }) => (node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION ? [coordinate] : [])),
    );
    return elements
      .filter((element): element is InputElement => element.kind === 'argument')
      .filter(({ description, node }) => !description?.value.trim() && !inputs.has(namedType(node.type)))
      .map((element) => atName(element, `"${element.coordinate}" has no description.`));
  },
};
