import { type ConstDirectiveNode, type DocumentNode, Kind, visit } from 'graphql';

/**
 * Puts the keys of a type that a subgraph resolves before those that it does not. To come back to a subgraph for a field with
 * `@requires` the planner takes the first key whose fields are there, and does not ask whether it is `resolvable`.
 */
export function resolvableKeysFirst(supergraph: DocumentNode): DocumentNode {
  const sorted = <T extends { directives?: readonly ConstDirectiveNode[] }>(type: T): T | undefined => {
    const { directives = [] } = type;
    const unresolvable = directives.filter(isUnresolvable);
    if (unresolvable.length === 0) return undefined;
    return { ...type, directives: [...directives.filter((each) => !isUnresolvable(each)), ...unresolvable] };
  };
  return visit(supergraph, {
    [Kind.OBJECT_TYPE_DEFINITION]: (type) => sorted(type) ?? false,
    [Kind.INTERFACE_TYPE_DEFINITION]: (type) => sorted(type) ?? false,
  });
}

const isUnresolvable = ({ name, arguments: given = [] }: ConstDirectiveNode): boolean =>
  name.value === 'join__type' &&
  given.some(
    ({ name: argument, value }) => argument.value === 'resolvable' && value.kind === Kind.BOOLEAN && !value.value,
  );
