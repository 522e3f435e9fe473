import { type ASTNode, type DirectiveNode, type DocumentNode, Kind, parse, type SelectionNode, visit } from 'graphql';
import type { Random } from './random.ts';

export interface DeferredOperation {
  document: DocumentNode;
  variables: Record<string, unknown>;
}

/** The same operation with `@defer` on some of its fragments, and on new ones around some of its fields. */
export function randomDefers(text: string, random: Random): DeferredOperation {
  const variables: Record<string, unknown> = {};
  let count = 0;
  const directive = (): DirectiveNode => {
    const args: string[] = [];
    if (random.chance(0.4)) args.push(`label: "l${count++}"`);
    if (random.chance(0.15)) args.push(`if: ${random.chance(0.7)}`);
    else if (random.chance(0.2)) {
      const name = `defer${random.below(2)}`;
      variables[name] ??= random.chance(0.7);
      args.push(`if: $${name}`);
    }
    const given = args.length > 0 ? `(${args.join(', ')})` : '';
    return directiveOf(`{ ... @defer${given} { a } }`);
  };
  const deferred = (node: SelectionNode): SelectionNode => {
    if (node.kind !== Kind.FIELD) {
      if (!random.chance(0.4)) return node;
      return { ...node, directives: [...(node.directives ?? []), directive()] };
    }
    if (!random.chance(0.25)) return node;
    const selectionSet = { kind: Kind.SELECTION_SET as const, selections: [node] };
    return { kind: Kind.INLINE_FRAGMENT, directives: [directive()], selectionSet };
  };
  const document: DocumentNode = visit(parse(text, { noLocation: true }), {
    [Kind.SELECTION_SET]: {
      leave: (set: { selections: readonly SelectionNode[] }) => ({ ...set, selections: set.selections.map(deferred) }),
    },
  });
  const declared = Object.keys(variables).map((name) => `$${name}: Boolean!`);
  const [operation] = parse(`query (${declared.join(', ') || '$none: Int'}) { a }`, { noLocation: true }).definitions;
  const more =
    operation?.kind === Kind.OPERATION_DEFINITION && declared.length > 0 ? operation.variableDefinitions : [];
  return {
    variables,
    document: visit(document, {
      [Kind.OPERATION_DEFINITION]: (node) => ({
        ...node,
        variableDefinitions: [...(node.variableDefinitions ?? []), ...(more ?? [])],
      }),
    }),
  };
}

function directiveOf(text: string): DirectiveNode {
  let found: DirectiveNode | undefined;
  visit(parse(text, { noLocation: true }) as ASTNode, {
    [Kind.DIRECTIVE]: (node: DirectiveNode) => {
      found = node;
    },
  });
  if (!found) throw new Error(`There is no directive in ${text}`);
  return found;
}
