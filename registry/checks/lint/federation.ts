import { type ConstDirectiveNode, type DocumentNode, GraphQLError, Kind, parse } from 'graphql';
import { argument, type DirectiveNames, linkedNames, textOf } from './directiveNames.ts';
import type { Element, FieldElement } from './elements.ts';

interface Entity {
  /** The owner of an entity is the subgraph that describes its type; the others describe only the fields that they add. */
  isOwned: boolean;
  keyFields: ReadonlySet<string>;
}

/** What a subgraph says of entities. */
export interface Federation {
  entities: ReadonlyMap<string, Entity>;
  /** What this subgraph calls a directive. */
  names: DirectiveNames;
  /** Whether it is there for the sake of another subgraph: a key, or a copy (`@external`) of what the owner of its type has. */
  isForeign(field: FieldElement): boolean;
}

/** @returns undefined when the document is no subgraph: it neither links federation nor has a key. */
export function federationIn(document: DocumentNode, elements: readonly Element[]): Federation | undefined {
  const linked = linkedNames(document);
  const names = linked ?? ((name) => name);
  const entities = entitiesIn(elements, names('key'));
  if (linked === undefined && entities.size === 0) return undefined;

  const external = names('external');
  const isExternal = ({ directives }: { directives: readonly ConstDirectiveNode[] }) =>
    directives.some((directive) => directive.name.value === external);
  return {
    entities,
    names,
    isForeign(field) {
      if (isExternal(field) || isExternal(field.parent)) return true;
      const entity = entities.get(field.parent.coordinate);
      return entity !== undefined && !entity.isOwned && entity.keyFields.has(field.name.value);
    },
  };
}

function entitiesIn(elements: readonly Element[], key: string): Map<string, Entity> {
  const types = elements.filter((element) => element.kind === 'type');
  const described = new Set(types.filter(({ description }) => description).map(({ coordinate }) => coordinate));
  const keyFields = new Map<string, Set<string>>();
  for (const { coordinate, directives } of types) {
    const keys = directives.filter((directive) => directive.name.value === key);
    if (keys.length === 0) continue;
    const fields = keys.flatMap((directive) => topFields(textOf(argument(directive, 'fields')) ?? ''));
    keyFields.set(coordinate, new Set([...(keyFields.get(coordinate) ?? []), ...fields]));
  }
  return new Map([...keyFields].map(([name, fields]) => [name, { isOwned: described.has(name), keyFields: fields }]));
}

/** The fields that a key selects from its type itself; none where it cannot be read, which composition tells of. */
function topFields(fieldSet: string): string[] {
  try {
    const [operation] = parse(`{${fieldSet}}`).definitions;
    const selections = operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet.selections : [];
    return selections.flatMap((selection) => (selection.kind === Kind.FIELD ? [selection.name.value] : []));
  } catch (error) {
    if (error instanceof GraphQLError) return [];
    throw error;
  }
}
