import {
  type GraphQLInputObjectType,
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  type ObjectValueNode,
  type ValueNode,
} from 'graphql';
import { memberCoordinate } from '../changes/coordinate.ts';
import type { OnUse } from './use.ts';
import type { VariableRange } from './variables.ts';

/** A literal that can be a whole one blanked by a signature. A list or object that really is empty cannot be told apart. */
export const isBlank = (value: ValueNode): boolean =>
  (value.kind === Kind.LIST && value.values.length === 0) || (value.kind === Kind.OBJECT && value.fields.length === 0);

/** What the value that is given to the argument or input field at a coordinate uses. */
export const visitValue = (
  value: ValueNode,
  type: GraphQLInputType,
  coordinate: string,
  variables: ReadonlyMap<string, VariableRange>,
  onUse: OnUse,
): void => {
  const visit = (node: ValueNode, expected: GraphQLInputType, given: string, direct: boolean): void => {
    const nullable = isNonNullType(expected) ? expected.ofType : expected;
    if (node.kind === Kind.VARIABLE) {
      // What its type brings in is told of once, where the variable is declared.
      const range = variables.get(node.name.value);
      if (range?.nullable) onUse({ coordinate: given, manner: 'nullable', node });
      if (range?.absent && direct) onUse({ coordinate: given, manner: 'leftOut', node });
    } else if (isBlank(node)) {
      onUse({ coordinate: given, manner: 'blank', node });
      onUse({ coordinate: getNamedType(expected).name, manner: 'anything', node });
    } else if (isListType(nullable)) {
      // A single value stands for a list of it: https://spec.graphql.org/draft/#sec-List.Input-Coercion
      const items = node.kind === Kind.LIST ? node.values : [node];
      for (const item of items) visit(item, nullable.ofType, given, false);
    } else if (node.kind === Kind.OBJECT && isInputObjectType(nullable)) {
      visitObject(node, nullable);
    } else if (node.kind === Kind.ENUM && isEnumType(nullable)) {
      onUse({ coordinate: memberCoordinate(nullable.name, node.value), manner: 'sent', node });
    }
  };

  const visitObject = (node: ObjectValueNode, expected: GraphQLInputObjectType): void => {
    onUse({ coordinate: expected.name, manner: 'written', node });
    const given = new Map(node.fields.map((field) => [field.name.value, field]));
    for (const field of Object.values(expected.getFields())) {
      const at = memberCoordinate(expected.name, field.name);
      const fieldNode = given.get(field.name);
      if (fieldNode === undefined) {
        onUse({ coordinate: at, manner: 'leftOut', node });
      } else {
        onUse({ coordinate: at, manner: 'sent', node: fieldNode });
        visit(fieldNode.value, field.type, at, true);
      }
    }
  };

  visit(value, type, coordinate, true);
};
