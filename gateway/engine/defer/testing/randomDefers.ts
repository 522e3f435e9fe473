import {
  type DirectiveNode,
  type DocumentNode,
  type FragmentSpreadNode,
  type InlineFragmentNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionSetNode,
  visit,
} from 'graphql';
import type { Random } from '../../testing/random.ts';

/** Defers fragments of an operation, and some fields by fragments that it makes for them. Each `@defer` gets a label. */
export function randomDefers(document: DocumentNode, random: Random): DocumentNode {
  let count = 0;
  const conditions = new Set<string>();
  const directive = (): DirectiveNode => {
    const name = `defer${random.below(2)}`;
    const condition = random.pick(['', '', '', ', if: true', ', if: false', `, if: $${name}`]);
    if (condition.includes('$')) conditions.add(name);
    return directiveOf(`@defer(label: "d${count++}"${condition})`);
  };
  const deferring = <Node extends FragmentSpreadNode | InlineFragmentNode>(node: Node): Node | undefined =>
    random.chance(0.4) ? { ...node, directives: [...(node.directives ?? []), directive()] } : undefined;
  const deferred = visit(document, {
    [Kind.FRAGMENT_SPREAD]: deferring,
    [Kind.INLINE_FRAGMENT]: { leave: deferring },
    [Kind.SELECTION_SET]: {
      leave(set: SelectionSetNode): SelectionSetNode | undefined {
        if (!random.chance(0.25)) return undefined;
        const from = random.below(set.selections.length);
        const selections = set.selections.slice(from);
        const fragment: InlineFragmentNode = {
          kind: Kind.INLINE_FRAGMENT,
          directives: [directive()],
          selectionSet: { kind: Kind.SELECTION_SET, selections },
        };
        // Sometimes what is deferred is asked for at once as well.
        const kept = random.chance(0.2) ? set.selections : set.selections.slice(0, from);
        return { ...set, selections: [...kept, fragment] };
      },
    },
  });
  const declared = variableDefinitions([...conditions].map((name) => `$${name}: Boolean = ${random.chance(0.5)}`));
  return visit(deferred, {
    [Kind.OPERATION_DEFINITION]: (node: OperationDefinitionNode) => ({
      ...node,
      variableDefinitions: [...(node.variableDefinitions ?? []), ...declared],
    }),
  });
}

function directiveOf(text: string): DirectiveNode {
  const operation = operationOf(`{ ... ${text} { a } }`);
  const [fragment] = operation.selectionSet.selections;
  const [directive] = fragment?.directives ?? [];
  if (!directive) throw new Error(`There is no directive in ${text}.`);
  return directive;
}

const variableDefinitions = (texts: readonly string[]) =>
  texts.length === 0 ? [] : (operationOf(`query (${texts.join(', ')}) { a }`).variableDefinitions ?? []);

function operationOf(text: string): OperationDefinitionNode {
  const [operation] = parse(text, { noLocation: true }).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`There is no operation in ${text}.`);
  return operation;
}
