import { Kind } from 'graphql';
import { namedType } from '../elements.ts';
import { atName } from '../naming.ts';
import type { Rule } from '../rule.ts';

/** An enum that is sent ends with `Input`. */
export const enumUsedAsInputWithoutSuffix: Rule = {
  name: 'ENUM_USED_AS_INPUT_WITHOUT_SUFFIX',
  check({ elements }) {
    const sent = new Set(
      elements.flatMap((element) =>
        element.kind === 'argument' || element.kind === 'inputField' ? [namedType(element.node.type)] : [],
      ),
    );
    return elements
      .filter(({ node }) => node.kind === Kind.ENUM_TYPE_DEFINITION)
      .filter(({ name: { value } }) => sent.has(value) && !value.endsWith('Input'))
      .map((element) =>
        atName(element, `The enum "${element.name.value}" is used as input: its name should end with "Input".`),
      );
  },
};
