import { Kind } from 'graphql';
import { namedType } from '../elements.ts';
import { atName } from '../naming.ts';
import type { Rule } from '../rule.ts';

/** An enum that is returned does not end with `Input`. */
export const enumUsedAsOutputDespiteSuffix: Rule = {
  name: 'ENUM_USED_AS_OUTPUT_DESPITE_SUFFIX',
  check({ elements }) {
    const returned = new Set(
      elements.flatMap((element) => (element.kind === 'field' ? [namedType(element.node.type)] : [])),
    );
    return elements
      .filter(({ node }) => node.kind === Kind.ENUM_TYPE_DEFINITION)
      .filter(({ name: { value } }) => returned.has(value) && value.endsWith('Input'))
      .map((element) =>
        atName(element, `The enum "${element.name.value}" is returned: its name should not end with "Input".`),
      );
  },
};
