import {
  type GraphQLCompositeType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isUnionType,
} from 'graphql';

/** For tests: a whole number from 0 up to but not including `below`, at random. */
export type Pick = (below: number) => number;

const NAMES = ['a', 'b', 'c'];
const OBJECTS = ['A', 'B', 'C', 'D'];

/** For tests: a supergraph with two interfaces, a union, an enum, a scalar, and requirements anywhere. */
export function randomSupergraph(pick: Pick): string {
  const oneOf = <T>(items: readonly T[]): T => items[pick(items.length)] as T;
  const dnf = () => JSON.stringify(Array.from({ length: 1 + pick(2) }, () => [oneOf(NAMES), oneOf(NAMES)]));
  const requirement = () =>
    [
      pick(6) === 0 ? '@signedIn' : '',
      pick(7) === 0 ? `@requiresScopes(scopes: ${dnf()})` : '',
      pick(8) === 0 ? `@policy(policies: ${dnf()})` : '',
    ].join(' ');
  const written = () => (pick(4) === 0 ? requirement() : '');
  const wrapped = (type: string) => oneOf([type, type, `${type}!`, `[${type}]`, `[${type}!]!`]);
  const kinds = OBJECTS.map(() => ({ isNode: pick(2) === 0, isThing: pick(2) === 0 }));
  const any = [...OBJECTS, 'Node', 'Thing', 'Found'];
  const [next, thing] = [wrapped(oneOf(any)), wrapped(oneOf(any))];
  const root = () => any.map((type) => `${type.toLowerCase()}: ${wrapped(type)} ${requirement()}`).join('\n');
  const objects = OBJECTS.map((name, index) => {
    const { isNode = false, isThing = false } = kinds[index] ?? {};
    const interfaces = [isNode || index === 0 ? 'Node' : '', isThing || index === 1 ? 'Thing' : ''].filter(Boolean);
    return `type ${name} ${interfaces.length > 0 ? `implements ${interfaces.join(' & ')}` : ''} ${requirement()} {
      x: Int ${requirement()}
      kind: Kind ${requirement()}
      token: Token ${requirement()}
      next: ${next} ${requirement()}
      thing: ${thing} ${requirement()}
      own: ${wrapped(oneOf(any))} ${requirement()}
    }`;
  });
  return `
    schema
      @link(url: "https://specs.apollo.dev/authenticated/v0.1", import: [{ name: "@authenticated", as: "@signedIn" }])
      @link(url: "https://specs.apollo.dev/requiresScopes/v0.1")
      @link(url: "https://specs.apollo.dev/policy/v0.1")
    { query: Query }
    type Query ${pick(20) === 0 ? '@signedIn' : ''} { x: Int ${requirement()} ${root()} }
    interface Node ${written()} { x: Int ${written()} next: ${next} ${written()} }
    interface Thing ${written()} { kind: Kind ${written()} thing: ${thing} ${written()} }
    union Found = ${OBJECTS.filter((_, index) => index === 0 || pick(2) === 0).join(' | ')}
    enum Kind ${pick(3) === 0 ? requirement() : ''} { K }
    scalar Token ${pick(3) === 0 ? requirement() : ''}
    ${objects.join('\n')}`;
}

/** For tests: a query with aliases, fragments of both kinds, `@include` and `@skip`. It may break the rule that fields must merge. */
export function randomOperation(schema: GraphQLSchema, pick: Pick): string {
  const composites = ['Query', ...OBJECTS, 'Node', 'Thing', 'Found'].map((name) => schema.getType(name));
  const fragmentTypes = Array.from({ length: 3 }, () => composites[1 + pick(composites.length - 1)]);
  const fragments = new Map<string, string>();
  const directive = () => ['', '', '', ' @include(if: $on)', ' @skip(if: $on)', ' @include(if: $off)'][pick(6)] ?? '';

  const selections = (parent: GraphQLCompositeType, depth: number): string => {
    const count = 1 + pick(3);
    return `{ ${Array.from({ length: count }, () => selection(parent, depth)).join(' ')} }`;
  };
  const selection = (parent: GraphQLCompositeType, depth: number): string => {
    const kind = pick(6);
    if (kind === 0 && depth > 0) return inline(parent, depth);
    if (kind === 1) return spread(parent, depth) ?? '__typename';
    if (isUnionType(parent)) return depth > 0 ? inline(parent, depth) : '__typename';
    const fields = Object.values(parent.getFields());
    const field = fields[pick(fields.length)];
    const type = field && getNamedType(field.type);
    if (!field || !type || pick(12) === 0) return `__typename`;
    if (!isCompositeType(type))
      return `${pick(4) === 0 ? `${parent.name}_${field.name}_: ` : ''}${field.name}${directive()}`;
    if (depth === 0) return '__typename';
    const alias = pick(3) > 0 ? `${parent.name}_${field.name}: ` : '';
    return `${alias}${field.name}${directive()} ${selections(type, depth - 1)}`;
  };
  const inline = (parent: GraphQLCompositeType, depth: number): string => {
    const fitting = composites.filter((type) => isCompositeType(type) && overlap(schema, parent, type));
    const type = fitting[pick(fitting.length)];
    if (!isCompositeType(type) || pick(5) === 0)
      return `...${directive() || ' @include(if: $on)'} ${selections(parent, depth - 1)}`;
    return `... on ${type.name}${directive()} ${selections(type, depth - 1)}`;
  };
  /** Fragments spread only fragments of a greater depth, so that they end. */
  const spread = (parent: GraphQLCompositeType, depth: number): string | undefined => {
    const index = pick(fragmentTypes.length);
    const type = fragmentTypes[index];
    if (!isCompositeType(type) || !overlap(schema, parent, type) || depth === 0) return undefined;
    const name = `F${index}_${Math.min(depth, 2)}`;
    if (!fragments.has(name)) {
      fragments.set(name, '');
      fragments.set(name, `fragment ${name} on ${type.name} ${selections(type, Math.min(depth, 2) - 1)}`);
    }
    return `...${name}${directive()}`;
  };

  const query = schema.getQueryType();
  if (!query) throw new Error('no query type');
  const operation = selections(query, 4);
  const text = `${operation} ${[...fragments.values()].join(' ')}`;
  const variables = ['$on', '$off'].filter((name) => text.includes(`${name})`)).map((name) => `${name}: Boolean!`);
  return `query ${variables.length > 0 ? `(${variables.join(', ')})` : ''} ${text}`;
}

const overlap = (schema: GraphQLSchema, one: GraphQLCompositeType, other: GraphQLCompositeType): boolean => {
  const possible = (type: GraphQLCompositeType) => (isAbstractType(type) ? schema.getPossibleTypes(type) : [type]);
  return possible(one).some((type) => possible(other).includes(type));
};
