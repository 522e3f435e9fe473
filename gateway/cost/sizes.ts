import { type FieldNode, GraphQLError, type GraphQLField } from 'graphql';
import { type DataObject, isDataObject } from '../engine/ownProperty.ts';
import type { ListSize, Path } from './costs.ts';
import { given } from './values.ts';

/** How many items a list has at most. */
export interface Size {
  /** Its place among the sizes of the operation: equal ones have the same. */
  readonly index: number;
  items(values: DataObject): number;
  /** What is wrong with the slicing arguments. */
  violation(values: DataObject): GraphQLError | undefined;
}

/** A slicing argument of a field; undefined where it is not given. */
interface Slice {
  readonly name: string;
  items(values: DataObject): number | undefined;
}

/** The sizes of an operation's lists. https://ibm.github.io/graphql-specs/cost-spec.html#sec-The-List-Size-Directive */
export class Sizes {
  readonly all: Size[] = [];
  /** Of lists of which nothing is known. */
  readonly assumed: Size;
  readonly #known = new Map<string, Size>();

  constructor(assumed: number) {
    this.assumed = this.#constant(assumed);
  }

  /**
   * The size that a field gives to its list, or to those below it.
   * @param id what is the same for the same node
   */
  of(listSize: ListSize, node: FieldNode, id: number, coordinate: string, field: GraphQLField<unknown, unknown>): Size {
    const { assumedSize, slicingArguments, requireOneSlicingArgument } = listSize;
    const otherwise = assumedSize === undefined ? this.assumed : this.#constant(Math.max(0, assumedSize));
    if (slicingArguments.length === 0) return otherwise;
    const defaults = field.args.map(({ name, defaultValue }) => [name, defaultValue]);
    return this.#size(JSON.stringify([id, listSize, defaults]), (index) => {
      const slices = slicingArguments.map((path) => slice(path, node, field));
      return {
        index,
        items(values) {
          let largest: number | undefined;
          for (const each of slices) {
            const items = each.items(values);
            if (items !== undefined && !(items <= (largest ?? -1))) largest = items;
          }
          return largest ?? otherwise.items(values);
        },
        violation(values) {
          if (!requireOneSlicingArgument) return undefined;
          let count = 0;
          for (const each of slices) if (each.items(values) !== undefined) count++;
          return count === 1 ? undefined : notOne(slices, values, coordinate, node);
        },
      };
    });
  }

  #constant(items: number): Size {
    return this.#size(`${items}`, (index) => ({ index, items: () => items, violation: () => undefined }));
  }

  #size(key: string, make: (index: number) => Size): Size {
    const known = this.#known.get(key);
    if (known) return known;
    const size = make(this.all.length);
    this.all.push(size);
    this.#known.set(key, size);
    return size;
  }
}

/**
 * Null is none. An argument that is not given has its default value, and then counts as given: so the specification has it.
 * https://ibm.github.io/graphql-specs/cost-spec.html#sec-slicingArguments
 */
function slice([name = '', ...rest]: Path, node: FieldNode, field: GraphQLField<unknown, unknown>): Slice {
  const path = [name, ...rest].join('.');
  const argument = field.args.find((each) => each.name === name);
  const written = node.arguments?.find((each) => each.name.value === name);
  const otherwise = itemsIn(argument?.defaultValue, rest);
  if (!argument || !written) return { name: path, items: () => otherwise };
  const value = given(written.value, argument.type);
  if ('constant' in value) {
    const items = itemsIn(value.constant, rest);
    return { name: path, items: () => items };
  }
  return {
    name: path,
    items(values) {
      const found = value(values);
      return found === undefined ? otherwise : itemsIn(found, rest);
    },
  };
}

function itemsIn(value: unknown, path: Path): number | undefined {
  let found = value;
  for (const name of path) found = isDataObject(found) && Object.hasOwn(found, name) ? found[name] : undefined;
  // No list has fewer than no items, whatever its server makes of a negative number.
  return typeof found === 'number' && Number.isFinite(found) ? Math.max(0, Math.ceil(found)) : undefined;
}

function notOne(slices: readonly Slice[], values: DataObject, coordinate: string, node: FieldNode): GraphQLError {
  const names = (some: readonly Slice[]) => some.map(({ name }) => `"${name}"`).join(' and ');
  const asked = slices.filter(({ items }) => items(values) !== undefined);
  const message =
    slices.length === 1
      ? `The field ${coordinate} needs the argument ${names(slices)}.`
      : `The field ${coordinate} needs exactly one of the arguments ${names(slices)}, and has ${names(asked) || 'none'}.`;
  return new GraphQLError(message, { nodes: node, extensions: { code: 'BAD_USER_INPUT' } });
}
