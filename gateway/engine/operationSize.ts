import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

export interface SizeLimits {
  /** How many selections an operation may have once its fragments are written out. */
  maxSelections: number;
  /** How deep they may be nested. */
  maxDepth: number;
}

export const defaultSizeLimits: SizeLimits = { maxSelections: 20_000, maxDepth: 200 };

/** An operation that is refused before it is planned. */
export class OperationTooLargeError extends GraphQLError {
  constructor(what: string) {
    super(`The operation ${what}.`, { extensions: { code: 'OPERATION_TOO_COSTLY', http: { status: 400 } } });
    this.name = 'OperationTooLargeError';
  }
}

interface Size {
  selections: number;
  depth: number;
}

/**
 * Refuses an operation whose fragments, written out, are larger than the limits. Each fragment is counted once, so the check takes
 * time in proportion to the text, where planning such an operation need not: fragments that use one another twice each double with
 * every line. https://nvd.nist.gov/vuln/detail/CVE-2024-43414,
 * https://nvd.nist.gov/vuln/detail/CVE-2025-32030
 * @throws OperationTooLargeError
 */
export function checkSize(document: DocumentNode, operation: OperationDefinitionNode, limits: SizeLimits): Size {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  const known = new Map<string, Size | 'open'>();

  const measure = (set: SelectionSetNode, at: number): Size => {
    if (at > limits.maxDepth) throw new OperationTooLargeError(`is nested deeper than ${limits.maxDepth} levels`);
    const size: Size = { selections: 0, depth: 0 };
    for (const node of set.selections) {
      const inner =
        node.kind === Kind.FRAGMENT_SPREAD
          ? spread(node.name.value, at)
          : node.selectionSet && measure(node.selectionSet, at + 1);
      size.selections += 1 + (inner?.selections ?? 0);
      size.depth = Math.max(size.depth, 1 + (inner?.depth ?? 0));
      if (size.selections > limits.maxSelections) {
        throw new OperationTooLargeError(
          `has more than ${limits.maxSelections} selections when its fragments are written out`,
        );
      }
      if (at + size.depth > limits.maxDepth) {
        throw new OperationTooLargeError(`is nested deeper than ${limits.maxDepth} levels`);
      }
    }
    return size;
  };
  const spread = (name: string, at: number): Size | undefined => {
    const found = known.get(name);
    if (found === 'open') throw new OperationTooLargeError(`has a fragment that contains itself`);
    if (found) return found;
    const fragment = fragments.get(name);
    if (!fragment) return undefined;
    known.set(name, 'open');
    const size = measure(fragment.selectionSet, at + 1);
    known.set(name, size);
    return size;
  };
  return measure(operation.selectionSet, 0);
}
