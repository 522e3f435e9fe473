import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  isCompositeType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql';
import { type Collecting, collectFields, type DeferredFragment } from './collectFields.ts';
import { Mark, markKey } from './defer/laterParts.ts';
import { leafCheck } from './leaves.ts';
import { type DataObject, getOwn, isInherited, setOwn } from './ownProperty.ts';
import type { Place } from './responsePath.ts';
import type { Supplied } from './supplied.ts';

/** A field error found when values are completed; `path` is built from its end while the stack unwinds. */
export interface CompletionError {
  message: string;
  path: Place;
}

/** Stands for a field error that is not yet caught by a nullable place. https://spec.graphql.org/October2021/#sec-Handling-Field-Errors */
const nullUpward = Symbol('null upward');

/** Completes a value as the response has it: null where it cannot be, with an error if that is one. */
type Complete = (value: unknown, errors: CompletionError[]) => unknown;

interface ProjectedField {
  readonly key: string;
  readonly inherited: boolean;
  /** What it is whatever the data says: `__typename`, introspection. */
  readonly constant?: unknown;
  readonly complete?: Complete;
}

/** Makes the response from data: only what was asked for, in its order. */
export type Project = (data: DataObject, errors: CompletionError[]) => DataObject | null;

/**
 * Compiles how the response of an operation is made, for given values of its conditions. Types below an interface or union are
 * compiled when one is first seen; there are as many as the schema has.
 * @param introspected values of the root fields that are not of any subgraph
 * @param supplied what the plan answers: an error for what it does not. Without it all of that is null.
 */
export function compileProjection(
  collecting: Collecting,
  root: GraphQLCompositeType,
  selectionSet: SelectionSetNode,
  introspected: ReadonlyMap<string, unknown>,
  supplied?: Supplied,
): Project {
  const compiler = new ProjectionCompiler(collecting);
  const fields = compiler.fields(root, [selectionSet], supplied, introspected);
  return (data, errors) => project(fields, data, errors);
}

function project(fields: readonly ProjectedField[], data: DataObject, errors: CompletionError[]): DataObject | null {
  const result: DataObject = {};
  for (const { key, inherited, complete, constant } of fields) {
    let value: unknown = constant;
    if (complete) {
      const before = errors.length;
      value = complete(inherited ? getOwn(data, key) : data[key], errors);
      if (errors.length > before) extendPaths(errors, before, key);
      if (value === nullUpward) return null;
    }
    if (inherited) setOwn(result, key, value);
    else result[key] = value;
  }
  return result;
}

function extendPaths(errors: readonly CompletionError[], from: number, key: string | number): void {
  for (let at = from; at < errors.length; at++) errors[at]?.path.push(key);
}

class ProjectionCompiler {
  readonly #collecting: Collecting;

  constructor(collecting: Collecting) {
    this.#collecting = collecting;
  }

  fields(
    type: GraphQLCompositeType,
    sets: readonly SelectionSetNode[],
    supplied: Supplied | undefined,
    constants?: ReadonlyMap<string, unknown>,
  ): ProjectedField[] {
    const fields: ProjectedField[] = [];
    const deferred: DeferredFragment[] = [];
    for (const [key, nodes] of collectFields(this.#collecting, type, sets, deferred)) {
      const field = this.#field(type, key, nodes, supplied, constants);
      if (field) fields.push(field);
    }
    if (deferred.length > 0) {
      const later = deferred.map(({ directive, selectionSet }) => ({
        directive,
        project: compileProjection(this.#collecting, type, selectionSet, constants ?? new Map(), supplied),
      }));
      fields.push({ key: markKey, inherited: false, constant: new Mark(later) });
    }
    return fields;
  }

  #field(
    type: GraphQLCompositeType,
    key: string,
    nodes: readonly FieldNode[],
    supplied: Supplied | undefined,
    constants: ReadonlyMap<string, unknown> | undefined,
  ): ProjectedField | undefined {
    const inherited = isInherited(key);
    const name = nodes[0]?.name.value ?? '';
    if (constants?.has(key)) return { key, inherited, constant: constants.get(key) };
    if (name === '__typename') {
      if (isObjectType(type)) return { key, inherited, constant: type.name };
      const message = `The type of an object of type ${type.name} is not known.`;
      return { key, inherited, complete: (_, errors) => fail(errors, message) };
    }
    const definition = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
    if (!definition) return undefined;
    const { refused } = this.#collecting;
    // Whatever the data says: the planner fetches what is protected for its own ends. The error is told already.
    if (refused?.size && nodes.every((node) => refused.has(node))) {
      return { key, inherited, complete: () => (isNonNullType(definition.type) ? nullUpward : null) };
    }
    const sets = nodes.flatMap(({ selectionSet }) => (selectionSet ? [selectionSet] : []));
    const what = `field ${type.name}.${name}`;
    const below = supplied?.below.get(key);
    if (supplied && !below) return { key, inherited, complete: unsupplied(definition.type, what) };
    return { key, inherited, complete: this.#complete(definition.type, sets, below, what) };
  }

  #complete(
    type: GraphQLOutputType,
    sets: readonly SelectionSetNode[],
    supplied: Supplied | undefined,
    what: string,
  ): Complete {
    if (isNonNullType(type)) return nonNull(this.#complete(type.ofType, sets, supplied, what), what);
    if (isListType(type)) return list(this.#complete(type.ofType, sets, supplied, `an item of ${what}`), what);
    if (isLeafType(type)) return leaf(leafCheck(type), what);
    return this.#composite(type, sets, supplied, what);
  }

  #composite(
    type: GraphQLCompositeType,
    sets: readonly SelectionSetNode[],
    supplied: Supplied | undefined,
    what: string,
  ): Complete {
    const { schema } = this.#collecting;
    const isRoot = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].includes(
      type as never,
    );
    const known = new Map<unknown, readonly ProjectedField[]>();
    /** @returns the fields for an object that says to be of a type, undefined where it cannot be. */
    const fieldsFor = (typename: unknown): readonly ProjectedField[] | undefined => {
      const found = known.get(typename);
      if (found) return found;
      const actual = typename === undefined || isRoot ? type : this.#typeBelow(type, typename);
      if (!actual) return undefined;
      const fields = this.fields(actual, sets, supplied);
      known.set(isRoot ? undefined : typename, fields);
      return fields;
    };
    return (value, errors) => {
      if (value === null || value === undefined) return null;
      if (typeof value !== 'object' || Array.isArray(value)) return invalid(errors, what);
      const typename = isRoot ? undefined : (value as DataObject).__typename;
      const fields = known.get(typename) ?? fieldsFor(typename ?? undefined);
      if (fields) return project(fields, value as DataObject, errors);
      errors.push({ message: `Invalid __typename found for object at ${what}.`, path: [] });
      return null;
    };
  }

  #typeBelow(type: GraphQLCompositeType, typename: unknown): GraphQLCompositeType | undefined {
    if (typename === type.name) return type;
    if (typeof typename !== 'string' || isObjectType(type)) return undefined;
    const actual = this.#collecting.schema.getType(typename);
    if (!actual || !isCompositeType(actual)) return undefined;
    if (!isObjectType(actual) && !isInterfaceType(actual)) return undefined;
    return this.#collecting.schema.isSubType(type, actual) ? actual : undefined;
  }
}

function nonNull(complete: Complete, what: string): Complete {
  const message = `Cannot return null for non-nullable ${what}.`;
  return (value, errors) => {
    const before = errors.length;
    const completed = complete(value, errors);
    if (completed !== null) return completed;
    // One error is enough for a null. https://spec.graphql.org/October2021/#sec-Handling-Field-Errors
    return errors.length > before ? nullUpward : fail(errors, message);
  };
}

function list(complete: Complete, what: string): Complete {
  return (value, errors) => {
    if (value === null || value === undefined) return null;
    if (!Array.isArray(value)) return invalid(errors, what);
    const result = new Array<unknown>(value.length);
    let failed = false;
    for (let at = 0; at < value.length; at++) {
      const before = errors.length;
      const item = complete(value[at], errors);
      if (errors.length > before) extendPaths(errors, before, at);
      if (item === nullUpward) failed = true;
      result[at] = item;
    }
    return failed ? null : result;
  };
}

function leaf(check: ((value: unknown) => boolean) | undefined, what: string): Complete {
  if (!check) return (value) => value ?? null;
  return (value, errors) => {
    if (value === null || value === undefined) return null;
    return check(value) ? value : invalid(errors, what);
  };
}

function unsupplied(type: GraphQLOutputType, what: string): Complete {
  const failed = isNonNullType(type) ? nullUpward : null;
  return (_, errors) => {
    fail(errors, `No subgraph can be asked for ${what} here.`);
    return failed;
  };
}

function invalid(errors: CompletionError[], what: string): null {
  errors.push({ message: `Invalid value found for ${what}.`, path: [] });
  return null;
}

function fail(errors: CompletionError[], message: string): typeof nullUpward {
  errors.push({ message, path: [] });
  return nullUpward;
}
