import { type DocumentNode, type FieldNode, Kind, type SelectionNode, visit } from 'graphql';

/**
 * A document with nothing but what decides of which types the fields in a response are: without arguments and directives,
 * and with one field for all that stand side by side under the same name. Fields conflict in it by their types alone, and
 * wherever they conflict so in the document or in what it is the signature of.
 */
export const shapeOf = (document: DocumentNode): DocumentNode =>
  visit(document, {
    Argument: () => null,
    Directive: () => null,
    SelectionSet: (node) => ({ ...node, selections: merged(node.selections) }),
  });

const merged = (selections: readonly SelectionNode[]): SelectionNode[] => {
  const fields = selections.filter((selection) => selection.kind === Kind.FIELD);
  const others = selections.filter((selection) => selection.kind !== Kind.FIELD);
  const sameNamed = Map.groupBy(fields, ({ alias, name }) => (alias ?? name).value);
  return [...[...sameNamed.values()].map(joined), ...others];
};

/** Fields of the same name with the selections of all of them. */
const joined = (fields: readonly FieldNode[]): FieldNode => {
  const [first, ...others] = fields as [FieldNode, ...FieldNode[]];
  if (others.length === 0 || first.selectionSet === undefined) return first;
  const selections = fields.flatMap(({ selectionSet }) => selectionSet?.selections ?? []);
  return { ...first, selectionSet: { ...first.selectionSet, selections } };
};
