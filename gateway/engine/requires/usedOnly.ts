import { type ASTNode, type DefinitionNode, type DocumentNode, Kind, visit } from 'graphql';

/** A document without the fragments and variables that its operation does not use, which would make it invalid, and those it uses. */
export function usedOnly(document: DocumentNode): { document: DocumentNode; variables: ReadonlySet<string> } {
  const variables = new Set<string>();
  const spread = new Set<string>();
  const note = (node: ASTNode): void => {
    visit(node, {
      [Kind.VARIABLE_DEFINITION]: () => false,
      [Kind.VARIABLE]: ({ name }) => void variables.add(name.value),
      [Kind.FRAGMENT_SPREAD]: ({ name }) => {
        if (spread.has(name.value)) return;
        spread.add(name.value);
        for (const each of document.definitions) {
          if (each.kind === Kind.FRAGMENT_DEFINITION && each.name.value === name.value) note(each);
        }
      },
    });
  };
  for (const each of document.definitions) if (each.kind === Kind.OPERATION_DEFINITION) note(each);
  const definitions = document.definitions.flatMap((each): DefinitionNode[] => {
    if (each.kind === Kind.FRAGMENT_DEFINITION) return spread.has(each.name.value) ? [each] : [];
    if (each.kind !== Kind.OPERATION_DEFINITION) return [each];
    const declared = each.variableDefinitions?.filter(({ variable }) => variables.has(variable.name.value));
    return [{ ...each, variableDefinitions: declared }];
  });
  return { document: { ...document, definitions }, variables };
}
