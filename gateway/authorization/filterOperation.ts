import {
  type DocumentNode,
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  type VariableNode,
  visit,
} from 'graphql';
import { type Caller, isMet } from './conditions.ts';
import { operationOf } from './operation.ts';
import type { Part, Refusal } from './part.ts';
import { listRemoved, type Removed } from './removed.ts';
import type { AccessRules } from './rules.ts';
import { SelectionFilter } from './selections.ts';
import { conditionsTouched, outcomeOf } from './touched.ts';

/** An operation without what its caller may not read. */
export interface FilteredOperation {
  /** What may be planned: valid, and nothing in it is refused. Undefined when nothing of the operation is left. */
  readonly document: DocumentNode | undefined;
  /** What the answer looks like: says the same as the client's operation, and its fields are the keys of `refused`. */
  readonly projection: DocumentNode;
  /**
   * The fields of `projection` to be answered with null, whatever data there is: the planner fetches protected fields for
   * its own ends (keys, `@requires`). A response key is null on an object where every field node for it that applies is
   * refused: with `pet { name ... on Dog { name } }` a dog has its name though a cat has none.
   */
  readonly refused: ReadonlyMap<FieldNode, Refusal>;
  /** What was taken out, as errors tell it: at most 100 places of it. */
  readonly removed: readonly Removed[];
  /** Whether there are places beyond those of `removed`. */
  readonly hasMore: boolean;
  /** Filtering for a caller with the same outcome gives the same. */
  readonly outcome: string;
}

/**
 * Takes out of an operation what a caller may not read, before it is planned. What stays is as the client wrote it; an
 * object of which nothing else is left is still fetched, for the caller may know that it is there, and mutations still run.
 * @param document - validated against the schema of the rules.
 */
export function filterOperation(
  document: DocumentNode,
  operationName: string | null | undefined,
  rules: AccessRules,
  caller: Caller,
): FilteredOperation {
  const touched = conditionsTouched(document, operationName, rules);
  const outcome = outcomeOf(touched, caller);
  const untouched = { document, projection: document, refused: new Map(), removed: [], hasMore: false, outcome };
  if (touched.every((condition) => isMet(condition, caller))) return untouched;

  const { operation, rootType, fragments } = operationOf(document, operationName, rules.schema);
  const filter = new SelectionFilter(rules, fragments, caller);
  const part = filter.filter(operation.selectionSet, { parent: rootType, scope: rules.scopeOf(rootType) });
  if (part.sites.length === 0) return untouched;
  return {
    document: keptDocument(operation, part, filter),
    projection: {
      kind: Kind.DOCUMENT,
      definitions: [{ ...operation, selectionSet: part.whole }, ...filter.variants.whole()],
    },
    refused: filter.refused,
    ...listRemoved(part),
    outcome,
  };
}

function keptDocument(
  operation: OperationDefinitionNode,
  { kept }: Part,
  { variants }: SelectionFilter,
): DocumentNode | undefined {
  if (!kept) return undefined;
  const fragments = variants.kept();
  const used = new Set<string>();
  for (const node of [...(operation.directives ?? []), kept, ...fragments]) {
    visit(node, { [Kind.VARIABLE]: ({ name }: VariableNode) => void used.add(name.value) });
  }
  const variableDefinitions = operation.variableDefinitions?.filter(({ variable }) => used.has(variable.name.value));
  return {
    kind: Kind.DOCUMENT,
    definitions: [{ ...operation, variableDefinitions, selectionSet: kept }, ...fragments],
  };
}
