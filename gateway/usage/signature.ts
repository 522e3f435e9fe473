import {
  type DefinitionNode,
  type DocumentNode,
  type GraphQLSchema,
  print,
  type SelectionNode,
  separateOperations,
  stripIgnoredCharacters,
  visit,
} from 'graphql';
import { blankLiterals, inOrder } from './literals.ts';

/**
 * The text that stands for all requests of the same operation: the operation and its fragments, without aliases, in one order,
 * on one line, its literals blanked. Unlike Apollo's own it keeps what literals name (`blankLiterals`).
 * https://www.apollographql.com/docs/graphos/platform/insights/operation-signatures
 */
export function signatureOf(document: DocumentNode, operationName: string, schema?: GraphQLSchema): string {
  const sent = separateOperations(document)[operationName] ?? document;
  const ordered = visit(blankLiterals(sent, schema), {
    Document: { leave: (node) => ({ ...node, definitions: inOrder(node.definitions, nameOfDefinition) }) },
    OperationDefinition: {
      leave: (node) => ({
        ...node,
        variableDefinitions: inOrder(node.variableDefinitions ?? [], ({ variable }) => variable.name.value),
      }),
    },
    SelectionSet: { leave: (node) => ({ ...node, selections: inOrder(node.selections, nameOfSelection) }) },
    Field: {
      leave: ({ alias: _alias, ...node }) => ({ ...node, arguments: inOrder(node.arguments ?? [], nameOf) }),
    },
    Directive: { leave: (node) => ({ ...node, arguments: inOrder(node.arguments ?? [], nameOf) }) },
  });
  return stripIgnoredCharacters(print(ordered));
}

const nameOf = ({ name }: { name: { value: string } }): string => name.value;

/** Fragments first, as the kinds sort. */
const nameOfDefinition = (node: DefinitionNode): string =>
  `${node.kind} ${'name' in node && node.name ? node.name.value : ''}`;

/** Fields, then fragment spreads, then inline fragments, as the kinds sort. */
function nameOfSelection(node: SelectionNode): string {
  const name = node.kind === 'InlineFragment' ? node.typeCondition?.name.value : node.name.value;
  return `${node.kind} ${name ?? ''}`;
}
