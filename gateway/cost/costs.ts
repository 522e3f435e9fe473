import { type ConstDirectiveNode, type DocumentNode, Kind, parse, valueFromASTUntyped } from 'graphql';
import { argument, readLinks } from '../authorization/links.ts';

/** What a supergraph says of costs. */
export interface Costs {
  /** `@cost`, by schema coordinate: `Type`, `Type.field`, `Type.field(argument:)`, `Input.field`. */
  readonly weights: ReadonlyMap<string, number>;
  /** `@listSize`, by the coordinate of the field. */
  readonly listSizes: ReadonlyMap<string, ListSize>;
}

/** How long the lists of a field are. https://ibm.github.io/graphql-specs/cost-spec.html#sec-The-List-Size-Directive */
export interface ListSize {
  readonly assumedSize: number | undefined;
  /** Paths: an argument, or a field of the input object that the argument is. */
  readonly slicingArguments: readonly Path[];
  /** Paths of the lists that are meant, below the field. Without any it is the field's own. */
  readonly sizedFields: readonly Path[];
  readonly requireOneSlicingArgument: boolean;
}

export type Path = readonly string[];

const COST = 'https://specs.apollo.dev/cost';
const KNOWN_VERSION = '0.1';

/**
 * Reads what `@cost` and `@listSize` say, under whatever names the supergraph links them.
 * @throws Error when it links a version of them whose rules are unknown here, or they say what cannot be read.
 */
export function readCosts(supergraphSdl: string): Costs {
  const document = parse(supergraphSdl, { noLocation: true });
  const costs = { weights: new Map<string, number>(), listSizes: new Map<string, ListSize>() };
  for (const link of readLinks(document)) {
    if (link.identity !== COST) continue;
    if (link.version !== KNOWN_VERSION) {
      throw new Error(`The supergraph links ${COST}/v${link.version}; only v${KNOWN_VERSION} is known.`);
    }
    const [cost, listSize] = [link.directiveName('cost'), link.directiveName('listSize')];
    for (const [coordinate, directive] of written(document)) {
      const name = directive.name.value;
      if (name === cost) costs.weights.set(coordinate, readWeight(directive, coordinate));
      else if (name === listSize) costs.listSizes.set(coordinate, readListSize(directive, coordinate));
    }
  }
  return costs;
}

/** Every directive that types, their fields and the arguments of these have, with the coordinate of what has it. */
function* written(document: DocumentNode): Generator<[coordinate: string, ConstDirectiveNode]> {
  function* on(coordinate: string, directives: readonly ConstDirectiveNode[] = []) {
    for (const directive of directives) yield [coordinate, directive] satisfies [string, ConstDirectiveNode];
  }
  for (const definition of document.definitions) {
    switch (definition.kind) {
      case Kind.SCALAR_TYPE_DEFINITION:
      case Kind.SCALAR_TYPE_EXTENSION:
      case Kind.ENUM_TYPE_DEFINITION:
      case Kind.ENUM_TYPE_EXTENSION:
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.OBJECT_TYPE_EXTENSION:
      case Kind.INTERFACE_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_EXTENSION:
      case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      case Kind.INPUT_OBJECT_TYPE_EXTENSION: {
        const type = definition.name.value;
        yield* on(type, definition.directives);
        for (const field of ('fields' in definition && definition.fields) || []) {
          const coordinate = `${type}.${field.name.value}`;
          yield* on(coordinate, field.directives);
          for (const { name, directives } of ('arguments' in field && field.arguments) || []) {
            yield* on(`${coordinate}(${name.value}:)`, directives);
          }
        }
      }
    }
  }
}

function readWeight(directive: ConstDirectiveNode, coordinate: string): number {
  const value = argument(directive, 'weight');
  // A string in the specification, which federation made an Int.
  const text = value && 'value' in value && typeof value.value === 'string' ? value.value.trim() : '';
  const weight = Number(text || Number.NaN);
  if (Number.isFinite(weight)) return weight;
  throw new Error(`@${directive.name.value} of ${coordinate} in the supergraph has no number for "weight".`);
}

function readListSize(directive: ConstDirectiveNode, coordinate: string): ListSize {
  const read = (name: string): unknown => {
    const value = argument(directive, name);
    return value && (valueFromASTUntyped(value) as unknown);
  };
  const paths = (name: string): Path[] => {
    const names = read(name) ?? [];
    if (Array.isArray(names) && names.every((each) => typeof each === 'string')) return names.map((n) => n.split('.'));
    throw new Error(`@${directive.name.value} of ${coordinate} in the supergraph has no strings for "${name}".`);
  };
  const assumedSize = read('assumedSize') ?? undefined;
  if (assumedSize !== undefined && typeof assumedSize !== 'number') {
    throw new Error(`@${directive.name.value} of ${coordinate} in the supergraph has no number for "assumedSize".`);
  }
  return {
    assumedSize,
    slicingArguments: paths('slicingArguments'),
    sizedFields: paths('sizedFields'),
    requireOneSlicingArgument: (read('requireOneSlicingArgument') ?? true) === true,
  };
}
