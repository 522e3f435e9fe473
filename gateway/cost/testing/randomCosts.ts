import { type GraphQLCompositeType, type GraphQLSchema, getNamedType, isCompositeType, isUnionType } from 'graphql';

/** For tests: a whole number from 0 up to but not including `below`, at random. */
export type Pick = (below: number) => number;

const objects = ['A', 'B', 'C'];

/** For tests: types with costs anywhere and lists of all kinds; with an interface and a union, or without. */
export function randomTypes(pick: Pick, withAbstract: boolean): string {
  const oneOf = <T>(items: readonly T[]): T => items[pick(items.length)] as T;
  const any = withAbstract ? [...objects, 'Node', 'Found'] : objects;
  const cost = () => (pick(3) === 0 ? `@cost(weight: ${pick(6) - 1})` : '');
  const slices = () =>
    `(first: Int ${cost()} last: Int${pick(3) === 0 ? ' = 2' : ''} ${cost()} by: By ${pick(3) === 0 ? '= { last: 1 }' : ''} ${cost()})`;
  const sliced = (more = '') =>
    `@listSize(slicingArguments: [${oneOf(['"first"', '"first", "last"', '"by.first", "last"'])}],
      requireOneSlicingArgument: false ${pick(2) === 0 ? `, assumedSize: ${pick(4)}` : ''} ${more})`;
  const list = oneOf(any);
  const fields = () => `
    x: Int ${cost()}
    kind: Kind ${cost()}
    next: ${oneOf(any)} ${cost()}
    list${slices()}: [${list}] ${pick(2) === 0 ? sliced() : ''} ${cost()}
    page${slices()}: Page ${sliced(', sizedFields: ["nodes", "inner.nodes"]')} ${cost()}
    assumed: [${oneOf(any)}!] @listSize(assumedSize: ${pick(4)}) ${cost()}
    unknown: [${oneOf(any)}] ${cost()}
    matrix: [[${oneOf(any)}]] ${cost()}`;
  return `
    type Query { ${fields()} }
    ${objects.map((name) => `type ${name} implements Node ${cost()} { ${fields()} own${name}: Int ${cost()} }`).join('\n')}
    type Page ${cost()} { nodes: [${oneOf(any)}] ${cost()} inner: Page ${cost()} total: Int }
    interface Node { x: Int list${slices()}: [${list}] ${sliced()} }
    union Found = ${objects.filter((_, at) => at === 0 || pick(2) === 0).join(' | ')}
    enum Kind ${cost()} { K }
    input By { first: Int ${cost()} last: Int }`;
}

/** For tests: a query whose lists are given sizes in every way. It may break the rule that fields must merge. */
export function randomQuery(schema: GraphQLSchema, pick: Pick): string {
  const oneOf = <T>(items: readonly T[]): T => items[pick(items.length)] as T;
  const fragments = new Map<string, string>();
  let aliases = 0;

  const size = () => oneOf(['-1', '0', '1', '2', '3', '$n', '$m', '$d', 'null']);
  const slices = () => {
    const given = [
      pick(2) === 0 ? `first: ${size()}` : '',
      pick(3) === 0 ? `last: ${size()}` : '',
      pick(4) === 0 ? oneOf(['by: $by', `by: { first: ${size()} }`, 'by: null']) : '',
    ].filter(Boolean);
    return given.length > 0 ? `(${given.join(' ')})` : '';
  };
  const condition = () => oneOf(['', '', '', '', ' @include(if: $on)', ' @skip(if: $on)']);
  const selections = (parent: GraphQLCompositeType, depth: number): string =>
    `{ ${Array.from({ length: 1 + pick(3) }, () => selection(parent, depth)).join(' ')} }`;
  const selection = (parent: GraphQLCompositeType, depth: number): string => {
    const kind = pick(6);
    if (kind === 0 && depth > 0) return inline(parent, depth);
    if (kind === 1 && depth > 0) return spread(parent, depth);
    if (isUnionType(parent)) return depth > 0 ? inline(parent, depth) : '__typename';
    const field = oneOf(Object.values(parent.getFields()));
    const type = getNamedType(field.type);
    if (pick(10) === 0 || (depth === 0 && isCompositeType(type))) return '__typename';
    const alias = field.args.length > 0 ? `f${aliases++}: ` : pick(2) === 0 ? `${parent.name}_${field.name}: ` : '';
    const asked = `${alias}${field.name}${field.args.length > 0 ? slices() : ''}${condition()}`;
    return isCompositeType(type) ? `${asked} ${selections(type, depth - 1)}` : asked;
  };
  const inline = (parent: GraphQLCompositeType, depth: number): string => {
    const type = isUnionType(parent) || parent.name === 'Node' ? schema.getType(oneOf(objects)) : parent;
    return isCompositeType(type) ? `... on ${type.name}${condition()} ${selections(type, depth - 1)}` : '__typename';
  };
  /** Fragments spread only those of a lesser depth, so that they end. */
  const spread = (parent: GraphQLCompositeType, depth: number): string => {
    const name = `F${parent.name}${depth}`;
    if (!fragments.has(name)) {
      fragments.set(name, '');
      fragments.set(name, `fragment ${name} on ${parent.name} ${selections(parent, depth - 1)}`);
    }
    return `...${name}${condition()}`;
  };

  const root = schema.getQueryType();
  if (!root) throw new Error('no query type');
  const text = `${selections(root, 4)} ${[...fragments.values()].join(' ')}`;
  const variables = ['$n: Int', '$m: Int', '$d: Int = 2', '$by: By', '$on: Boolean!'].filter((each) =>
    new RegExp(`\\${each.slice(0, each.indexOf(':'))}\\b`).test(text),
  );
  return `query ${variables.length > 0 ? `(${variables.join(', ')})` : ''} ${text}`;
}
