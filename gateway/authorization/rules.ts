import {
  type GraphQLCompositeType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isObjectType,
} from 'graphql';
import { allOf, type Condition, type Requirement } from './conditions.ts';
import type { Requirements } from './requirements.ts';

/** What must hold for one field of one object type to be read. */
export interface Need {
  /** All of these: the object's type's, the field's, its type's. */
  readonly all: Requirement;
  /** Where the field returns an interface or a union: one of its types must be readable. Empty where one always is. */
  readonly oneOf: readonly Requirement[];
}

/** The object types that an object in the answer can be of. Scopes with equal keys are equal. */
export interface Scope {
  readonly key: string;
  readonly types: ReadonlySet<string>;
}

/**
 * What a supergraph asks for each field, ready for use: made once for a schema, used for every operation.
 *
 * A field is judged by the object types that can answer it, never by the interface that it is selected on: it is readable
 * if it is on all of them. So nothing protected is read through an interface, and a client that may not read all of the
 * types asks for those that it may with fragments, as with GraphOS.
 * https://www.apollographql.com/docs/graphos/routing/security/authorization#authorization-and-interfaces
 */
export class AccessRules {
  readonly schema: GraphQLSchema;
  readonly #requirements: Requirements;
  readonly #needs = new Map<string, Need>();
  readonly #scopes = new Map<string, Scope>();

  /** @param schema - what clients see of the supergraph. */
  constructor(schema: GraphQLSchema, requirements: Requirements) {
    this.schema = schema;
    this.#requirements = requirements;
  }

  /** Whether the supergraph asks nothing of anybody. */
  get isEmpty(): boolean {
    return this.#requirements.types.size === 0 && this.#requirements.fields.size === 0;
  }

  /** What it takes to read anything of an object of this type. */
  needOfType(typeName: string): Requirement {
    return this.#requirements.types.get(typeName) ?? [];
  }

  /** What it takes to read a field of an object of this type. */
  needOfField(typeName: string, fieldName: string): Need {
    const coordinate = `${typeName}.${fieldName}`;
    let need = this.#needs.get(coordinate);
    if (!need) {
      need = this.#readNeed(typeName, fieldName);
      // Only what the schema has, so that clients cannot make this grow.
      if (this.#hasField(typeName, fieldName)) this.#needs.set(coordinate, need);
    }
    return need;
  }

  /** @returns the object types that a value of this type can be of. */
  scopeOf(type: GraphQLCompositeType): Scope {
    let scope = this.#scopes.get(type.name);
    if (!scope) {
      const types = isAbstractType(type) ? this.schema.getPossibleTypes(type).map(({ name }) => name) : [type.name];
      scope = { key: type.name, types: new Set(types) };
      this.#scopes.set(type.name, scope);
    }
    return scope;
  }

  /** @returns those object types of the scope that are also of this type. */
  narrow(scope: Scope, type: GraphQLCompositeType): Scope {
    const own = this.scopeOf(type);
    const both = [...own.types].filter((name) => scope.types.has(name));
    // No object is of both, so nothing answers; judged all the same, in case a subgraph says otherwise.
    if (both.length === own.types.size || both.length === 0) return own;
    if (both.length === scope.types.size) return scope;
    return { key: both.sort().join(' '), types: new Set(both) };
  }

  #readNeed(typeName: string, fieldName: string): Need {
    const type = this.schema.getType(typeName);
    const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
    const returned = field && getNamedType(field.type);
    const alternatives = returned && isAbstractType(returned) ? this.#alternatives(returned) : [];
    return {
      all: allOf(
        this.needOfType(typeName),
        this.#requirements.fields.get(`${typeName}.${fieldName}`),
        returned && this.needOfType(returned.name),
      ),
      oneOf: alternatives.some((requirement) => requirement.length === 0) ? [] : alternatives,
    };
  }

  #alternatives(type: GraphQLNamedType): Requirement[] {
    return isAbstractType(type) ? this.schema.getPossibleTypes(type).map(({ name }) => this.needOfType(name)) : [];
  }

  #hasField(typeName: string, fieldName: string): boolean {
    const type = this.schema.getType(typeName);
    return isObjectType(type) && Object.hasOwn(type.getFields(), fieldName);
  }
}

/** @returns every condition that decides about the field. */
export const conditionsOf = ({ all, oneOf }: Need): Requirement => (oneOf.length === 0 ? all : allOf(all, ...oneOf));

/** @returns the conditions that stand against reading; none when it may be read. */
export function unmetOf({ all, oneOf }: Need, isMet: (condition: Condition) => boolean): Condition[] {
  const unmet = all.filter((condition) => !isMet(condition));
  if (unmet.length > 0 || oneOf.length === 0) return unmet;
  return oneOf.some((requirement) => requirement.every(isMet)) ? [] : oneOf.flat().filter((c) => !isMet(c));
}
