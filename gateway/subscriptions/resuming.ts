import { Kind, type ValueNode } from 'graphql';
import type { CompiledFetch } from '../engine/compileFetch.ts';

/**
 * True where a subscription goes on after some place (a root field's `after`, as in
 * https://relay.dev/graphql/connections.htm#sec-Arguments): its first events are those that were missed since then. Whoever joined
 * it later would never get them.
 */
export function isResuming({ document }: CompiledFetch, variables: Record<string, unknown>): boolean {
  const isGiven = (value: ValueNode): boolean =>
    value.kind === Kind.VARIABLE ? variables[value.name.value] != null : value.kind !== Kind.NULL;
  return document.definitions.some(
    (definition) =>
      definition.kind === Kind.OPERATION_DEFINITION &&
      definition.selectionSet.selections.some(
        (field) =>
          field.kind === Kind.FIELD &&
          field.arguments?.some(({ name, value }) => name.value === 'after' && isGiven(value)),
      ),
  );
}
