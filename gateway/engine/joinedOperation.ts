import {
  type DefinitionNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  Kind,
  type OperationDefinitionNode,
  print,
  type SelectionNode,
  stripIgnoredCharacters,
  type VariableDefinitionNode,
  type VariableNode,
  visit,
} from 'graphql';
import type { Lane } from './lane.ts';

/** One operation in the place of several, each with its own `_entities`. */
export interface JoinedOperation {
  query: string;
  operationName: string | undefined;
  /** By which names the lane at an index asks. */
  names(at: number): { alias: string; variable: string };
}

/** Joins the operations of lanes: the variable of representations, `_entities` and fragments are named apart, all else stays. */
export function joinLanes(lanes: readonly Lane[]): JoinedOperation {
  const used = new Set(lanes.flatMap(({ first }) => first.node.variableUsages ?? []));
  let prefix = 'representations';
  while ([...used].some((name) => name.startsWith(prefix))) prefix = `_${prefix}`;
  const names = (at: number) => ({ alias: `_${at}`, variable: `${prefix}_${at}` });
  const parts = lanes.map(({ first }, at) => renamed(first.document, names(at), at));
  const operations = parts.flatMap(({ definitions }) => definitions.filter(isOperation));
  const [head] = operations;
  const variables = new Map<string, VariableDefinitionNode>();
  for (const definition of operations.flatMap(({ variableDefinitions = [] }) => variableDefinitions)) {
    variables.set(definition.variable.name.value, definition);
  }
  const selections: SelectionNode[] = operations.flatMap(({ selectionSet }) => selectionSet.selections);
  const joined: DefinitionNode[] = head
    ? [
        {
          ...head,
          variableDefinitions: [...variables.values()],
          selectionSet: { kind: Kind.SELECTION_SET, selections },
        },
      ]
    : [];
  const fragments = parts.flatMap(({ definitions }) => definitions.filter(isFragment));
  return {
    query: stripIgnoredCharacters(print({ kind: Kind.DOCUMENT, definitions: [...joined, ...fragments] })),
    operationName: head?.name?.value,
    names,
  };
}

function renamed(
  document: DocumentNode,
  { alias, variable }: { alias: string; variable: string },
  at: number,
): DocumentNode {
  const name = (value: string) => ({ kind: Kind.NAME as const, value });
  return visit(document, {
    [Kind.VARIABLE]: (node: VariableNode) =>
      node.name.value === 'representations' ? { ...node, name: name(variable) } : undefined,
    [Kind.FRAGMENT_SPREAD]: (node: FragmentSpreadNode) => ({ ...node, name: name(`${node.name.value}_${at}`) }),
    [Kind.FRAGMENT_DEFINITION]: (node: FragmentDefinitionNode) => ({ ...node, name: name(`${node.name.value}_${at}`) }),
    [Kind.OPERATION_DEFINITION]: (node: OperationDefinitionNode) => ({
      ...node,
      selectionSet: {
        ...node.selectionSet,
        selections: node.selectionSet.selections.map((selection) =>
          selection.kind === Kind.FIELD ? { ...selection, alias: name(alias) } : selection,
        ),
      },
    }),
  });
}

const isOperation = (node: DefinitionNode): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION;
const isFragment = (node: DefinitionNode): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION;
