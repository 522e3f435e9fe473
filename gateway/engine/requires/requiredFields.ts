import { type ArgumentNode, type DocumentNode, Kind, visit } from 'graphql';
import { addNamedFields } from './addNamedFields.ts';
import { type Composite, isComposite } from './joinDirectives.ts';
import { RequiresNaming } from './requiresNaming.ts';

/** A field as `@requires` asks for it. */
export interface RequiredField {
  readonly field: string;
  readonly arguments: readonly ArgumentNode[];
}

/** By the path of a field in a `@requires`, the names that it has there: several where fragments ask for it differently. */
export type Needs = ReadonlyMap<string, readonly string[]>;

export interface RequiredFields {
  /** By the names that they have for the planner. */
  readonly byName: ReadonlyMap<string, RequiredField>;
  /** What a field of a type requires in a subgraph. */
  needsOf(service: string, type: string, field: string): Needs | undefined;
}

export const noRequiredFields: RequiredFields = { byName: new Map(), needsOf: () => undefined };

/**
 * Gives each field with arguments that a `@requires` asks for a name of its own in the supergraph that is planned with. The planner
 * knows selections by their response name alone: of `price(in: "USD")`, which is required, and `price(in: "EUR")`, which the client
 * asks for or another field requires, it would keep one for both.
 */
export function withRequiredFields(supergraph: DocumentNode): { supergraph: DocumentNode; required: RequiredFields } {
  const naming = new RequiresNaming(supergraph);
  const renamed = changeTypes(supergraph, (type) => naming.rename(type));
  const { byName, needs, uses } = naming;
  if (byName.size === 0) return { supergraph, required: noRequiredFields };
  const types = new Map(supergraph.definitions.filter(isComposite).map((type) => [type.name.value, type]));
  return {
    supergraph: changeTypes(renamed, (type) => addNamedFields(type, types, uses, byName)),
    required: { byName, needsOf: (service, type, field) => needs.get(`${service} ${type}.${field}`) },
  };
}

const changeTypes = (document: DocumentNode, change: <T extends Composite>(type: T) => T): DocumentNode =>
  visit(document, {
    [Kind.OBJECT_TYPE_DEFINITION]: (type) => change(type),
    [Kind.INTERFACE_TYPE_DEFINITION]: (type) => change(type),
  });
