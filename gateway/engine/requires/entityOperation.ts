import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** A field that an operation asks of entities, and the type that it asks it of. */
export interface EntityField {
  type: string;
  field: string;
}

/** The operation of a fetch for entities. */
export class EntityOperation {
  readonly #document: DocumentNode;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;

  constructor(document: DocumentNode) {
    this.#document = document;
    const fragments = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
    this.#fragments = new Map(fragments.map((node) => [node.name.value, node]));
  }

  /** The fields of the entities themselves. */
  fields(): EntityField[] {
    const found: EntityField[] = [];
    this.only((type, field) => found.push({ type, field }) > 0);
    return found;
  }

  /** The operation with some of these fields. */
  only(keeps: (type: string, field: string) => boolean): DocumentNode {
    const definitions = this.#document.definitions.map((node) =>
      node.kind === Kind.OPERATION_DEFINITION ? this.#withEntities(node, keeps) : node,
    );
    return { ...this.#document, definitions };
  }

  #withEntities(
    operation: OperationDefinitionNode,
    keeps: (type: string, field: string) => boolean,
  ): OperationDefinitionNode {
    const selections = operation.selectionSet.selections.map((node) =>
      node.kind === Kind.FIELD && node.selectionSet
        ? { ...node, selectionSet: this.#keep(node.selectionSet, '', keeps) }
        : node,
    );
    return { ...operation, selectionSet: { ...operation.selectionSet, selections } };
  }

  #keep(set: SelectionSetNode, type: string, keeps: (type: string, field: string) => boolean): SelectionSetNode {
    const selections = set.selections.flatMap((node): SelectionNode[] => {
      if (node.kind === Kind.FIELD) return keeps(type, node.name.value) ? [node] : [];
      const inner = node.kind === Kind.INLINE_FRAGMENT ? node : this.#fragments.get(node.name.value);
      if (!inner) return [];
      const { typeCondition } = inner;
      const selectionSet = this.#keep(inner.selectionSet, typeCondition?.name.value ?? type, keeps);
      if (selectionSet.selections.length === 0) return [];
      return [{ kind: Kind.INLINE_FRAGMENT, typeCondition, directives: node.directives, selectionSet }];
    });
    return { ...set, selections };
  }
}
