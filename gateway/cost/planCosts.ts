import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isListType,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import { type Collecting, collectFields } from '../engine/collectFields.ts';
import { argumentCosts } from './argumentCosts.ts';
import type { Path } from './costs.ts';
import type { Alternative, CostedField, Plan, Scope } from './plan.ts';
import { mostCost, times } from './saturating.ts';
import type { Size, Sizes } from './sizes.ts';
import { mutationWeight, type Weights } from './weights.ts';

/**
 * How many fields are looked at, each once for every possible type of its parent. What is beyond costs the most that there is:
 * merging the fields of fragments can make exponentially many selections of a short text.
 */
const maxFields = 50_000;

/** A list further below whose size a field gives. */
interface Sized {
  readonly path: Path;
  readonly size: Size;
}

/** Plans how the cost of an operation is reckoned, in time that the number of different selections in it bounds. */
export function planCosts(
  collecting: Collecting,
  root: GraphQLObjectType,
  selectionSet: SelectionSetNode,
  weights: Weights,
  sizes: Sizes,
): Plan {
  const planner = new Planner(collecting, weights, sizes);
  const [alternative] = planner.scope(root, [selectionSet], []).alternatives;
  if (!alternative) throw new Error(`${root.name} is no object type.`);
  return { root: alternative, alternatives: planner.alternatives, sizes: sizes.all };
}

class Planner {
  readonly alternatives: Alternative[] = [];
  readonly #collecting: Collecting;
  readonly #weights: Weights;
  readonly #sizes: Sizes;
  readonly #scopes = new Map<string, Scope | 'open'>();
  readonly #ids = new Map<unknown, number>();
  #room = maxFields;

  constructor(collecting: Collecting, weights: Weights, sizes: Sizes) {
    this.#collecting = collecting;
    this.#weights = weights;
    this.#sizes = sizes;
  }

  /** What is asked of objects of a type. Scopes with the same fields are one, whatever fragments these come from. */
  scope(type: GraphQLCompositeType, sets: readonly SelectionSetNode[], sized: readonly Sized[]): Scope {
    if (this.#room <= 0) return this.#boundless(type);
    const { schema } = this.#collecting;
    const asked = (isAbstractType(type) ? schema.getPossibleTypes(type) : [type]).map((possible) => {
      const fields = collectFields(this.#collecting, possible, sets);
      this.#room -= 1 + fields.size;
      return { type: possible, fields };
    });
    const key = JSON.stringify([
      sized.map(({ path, size }) => [size.index, ...path]),
      asked.map(({ type: { name }, fields }) => [name, ...[...fields.values()].flat().map((node) => this.#id(node))]),
    ]);
    const known = this.#scopes.get(key);
    // A fragment that contains itself is not valid, and would never end.
    if (known) return known === 'open' ? this.#boundless(type) : known;
    this.#scopes.set(key, 'open');
    const scope = this.#newScope(asked, sized);
    this.#scopes.set(key, scope);
    return scope;
  }

  #newScope(
    asked: readonly { type: GraphQLObjectType; fields: ReadonlyMap<string, readonly FieldNode[]> }[],
    sized: readonly Sized[],
  ): Scope {
    const same = new Map<string, { types: Set<string>; fields: CostedField[]; first: (typeof asked)[number] }>();
    for (const each of asked) {
      const fields: CostedField[] = [];
      for (const [name, nodes] of each.fields) {
        const field = this.#field(each.type, name, nodes, sized);
        if (field && !isFree(field)) fields.push(field);
      }
      const key = JSON.stringify([
        this.#weights.type(each.type),
        [...each.fields].map(([name, [node]]) => [name, node?.name.value === '__typename']),
        fields.map((field) => this.#tellApart(field)),
      ]);
      const found = same.get(key);
      if (found) found.types.add(each.type.name);
      else same.set(key, { types: new Set([each.type.name]), fields, first: each });
    }
    const alternatives = [...same.values()].map(({ types, fields, first }) =>
      this.#alternative({
        types,
        weight: this.#weights.type(first.type),
        fields,
        typenames: [...first.fields].flatMap(([name, [node]]) => (node?.name.value === '__typename' ? [name] : [])),
        names: new Set(first.fields.keys()),
      }),
    );
    return { alternatives };
  }

  #field(
    parent: GraphQLObjectType,
    name: string,
    nodes: readonly FieldNode[],
    sized: readonly Sized[],
  ): CostedField | undefined {
    const [node] = nodes;
    const field = node && parent.getFields()[node.name.value];
    // Introspection costs nothing: no subgraph is asked.
    if (!node || !field) return undefined;
    const coordinate = `${parent.name}.${field.name}`;
    const listSize = this.#weights.listSize(parent, field.name);
    const own = listSize && this.#sizes.of(listSize, node, this.#id(node), coordinate, field);
    const inherited = sized.filter(({ path }) => path[0] === field.name);
    const below: Sized[] = inherited.flatMap(({ path, size }) =>
      path.length > 1 ? [{ path: path.slice(1), size }] : [],
    );
    if (own) for (const path of listSize.sizedFields) below.push({ path, size: own });
    const depth = listDepth(field.type);
    const size =
      inherited.find(({ path }) => path.length === 1)?.size ??
      (listSize?.sizedFields.length === 0 ? own : undefined) ??
      this.#sizes.assumed;
    const type = getNamedType(field.type);
    const sets = nodes.flatMap(({ selectionSet }) => (selectionSet ? [selectionSet] : []));
    return {
      name,
      coordinate,
      weight: this.#weights.field(parent, field.name),
      once: parent === this.#collecting.schema.getMutationType() ? mutationWeight : 0,
      arguments: argumentCosts(node, parent, field, this.#weights),
      depth,
      size: depth > 0 ? size : undefined,
      innerItems: Array.from({ length: depth - 1 }).reduce<number>(
        (all) => times(all, this.#sizes.assumed.items({})),
        1,
      ),
      below: isCompositeType(type) ? this.scope(type, sets, below) : undefined,
    };
  }

  /** Everything that its cost depends on. */
  #tellApart({ name, weight, arguments: { constant, varying }, size, innerItems, below }: CostedField): unknown[] {
    const ofArguments = [constant, varying.map(({ written, weight: each }) => [this.#id(written), each])];
    return [name, weight, size?.index, innerItems, below && this.#id(below), ofArguments];
  }

  /** For what is not looked at: something that costs the most that there is, and that no answer has. */
  #boundless({ name }: GraphQLCompositeType): Scope {
    const field: CostedField = {
      name: '',
      coordinate: name,
      weight: mostCost,
      once: 0,
      arguments: { constant: 0, varying: [] },
      depth: 0,
      size: undefined,
      innerItems: 1,
      below: undefined,
    };
    const nothing = { types: new Set<string>(), weight: 0, typenames: [], names: new Set<string>() };
    return { alternatives: [this.#alternative({ ...nothing, fields: [field] })] };
  }

  #alternative(alternative: Omit<Alternative, 'index'>): Alternative {
    const added = { index: this.alternatives.length, ...alternative };
    this.alternatives.push(added);
    return added;
  }

  #id(thing: FieldNode | ValueNode | Scope): number {
    const id = this.#ids.get(thing) ?? this.#ids.size;
    this.#ids.set(thing, id);
    return id;
  }
}

const isFree = ({ below, weight, once, arguments: { constant, varying } }: CostedField): boolean =>
  !below && weight === 0 && once === 0 && constant <= 0 && varying.length === 0;

function listDepth(type: GraphQLOutputType): number {
  const nullable = getNullableType(type);
  return isListType(nullable) ? 1 + listDepth(nullable.ofType) : 0;
}
