import { type GraphQLInputType, Kind, type ValueNode, valueFromAST } from 'graphql';
import { type DataObject, getOwn } from '../engine/ownProperty.ts';

/** A value that an operation gives, as the coerced variables make it; undefined where it is a variable that is not given. */
export type Given = (values: DataObject) => unknown;

/** @returns the value itself where it is the same for all variables, otherwise how to get it. */
export function given(node: ValueNode, type: GraphQLInputType): { constant: unknown } | Given {
  if (node.kind === Kind.VARIABLE) {
    const name = node.name.value;
    return (values) => getOwn(values, name);
  }
  return hasVariable(node) ? (values) => valueFromAST(node, type, values) : { constant: valueFromAST(node, type) };
}

function hasVariable(node: ValueNode): boolean {
  if (node.kind === Kind.LIST) return node.values.some(hasVariable);
  if (node.kind === Kind.OBJECT) return node.fields.some(({ value }) => hasVariable(value));
  return node.kind === Kind.VARIABLE;
}
