import { type DocumentNode, Kind, type VariableDefinitionNode } from 'graphql';

/** What is known of the values that a variable can have. */
export interface VariableRange {
  /** It may be null, given so or by default. */
  readonly nullable: boolean;
  /** It may be absent, and then so is the argument that it is given to. */
  readonly absent: boolean;
}

/**
 * The variables of all operations of a document by name. Fragments are shared by the operations, so of operations that
 * declare the same variable differently the most permissive declaration counts.
 */
export const variableRanges = (document: DocumentNode): ReadonlyMap<string, VariableRange> => {
  const ranges = new Map<string, VariableRange>();
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    for (const variable of definition.variableDefinitions ?? []) {
      const name = variable.variable.name.value;
      const known = ranges.get(name);
      const range = rangeOf(variable);
      const nullable = range.nullable || known?.nullable === true;
      ranges.set(name, { nullable, absent: range.absent || known?.absent === true });
    }
  }
  return ranges;
};

const rangeOf = ({ type, defaultValue }: VariableDefinitionNode): VariableRange => {
  const nullable = type.kind !== Kind.NON_NULL_TYPE;
  return { nullable, absent: nullable && defaultValue === undefined };
};
