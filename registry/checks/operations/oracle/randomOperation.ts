import {
  type DocumentNode,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isNonNullType,
  isRequiredArgument,
  isUnionType,
  parse,
  validate,
} from 'graphql';
import type { Dice } from './dice.ts';
import { randomLiteral } from './randomValue.ts';

/** A random operation that is valid for the schema, or undefined when chance brought none. */
export const randomOperation = (dice: Dice, schema: GraphQLSchema): DocumentNode | undefined => {
  const document = parse(operationText(dice, schema));
  return validate(schema, document).length === 0 ? document : undefined;
};

const operationText = (dice: Dice, schema: GraphQLSchema): string => {
  const variables: string[] = [];
  const fragments: string[] = [];
  let aliases = 0;

  const variable = (type: GraphQLInputType): string => {
    const name = `$v${variables.length}`;
    const nullable = isNonNullType(type) ? type.ofType : type;
    // A nullable variable may stand in a non-null place by virtue of its default.
    const declared = dice.chance(0.2) ? `${nullable}!` : dice.chance(0.2) ? String(nullable) : String(type);
    const optional = !declared.endsWith('!') && dice.chance(0.5);
    variables.push(`${name}: ${declared}${optional ? ` = ${randomLiteral(dice, nullable, () => undefined)}` : ''}`);
    return name;
  };
  const given = (definitions: readonly GraphQLArgument[]): string => {
    const args = definitions.filter((argument) => isRequiredArgument(argument) || dice.chance(0.5));
    const printed = args.map(({ name, type }) => `${name}: ${randomLiteral(dice, type, variable)}`);
    return printed.length > 0 ? `(${printed.join(', ')})` : '';
  };
  const directives = (): string => {
    if (dice.chance(0.08)) return ` @include(if: ${variable(schemaBoolean(schema))})`;
    const mark = schema.getDirective('mark');
    return mark && dice.chance(0.1) ? ` @mark${given(mark.args)}` : '';
  };
  const fragment = (type: GraphQLCompositeType, depth: number): string => {
    const condition = dice.pick(fragmentTypes(schema, type));
    const body = selection(condition, depth - 1);
    if (dice.chance(0.6)) return `... on ${condition.name}${directives()} ${body}`;
    fragments.push(`fragment F${fragments.length} on ${condition.name} ${body}`);
    return `...F${fragments.length - 1}`;
  };
  const field = (type: GraphQLCompositeType, depth: number): string => {
    const fields = isUnionType(type) ? [] : Object.values(type.getFields());
    const possible = fields.filter((one) => depth > 0 || !isCompositeType(getNamedType(one.type)));
    if (possible.length === 0) return '__typename';
    const { name, args, type: output } = dice.pick(possible);
    const named = getNamedType(output);
    const alias = dice.chance(0.7) ? `r${aliases++}: ` : '';
    return `${alias}${name}${given(args)}${directives()}${isCompositeType(named) ? ` ${selection(named, depth - 1)}` : ''}`;
  };
  const selection = (type: GraphQLCompositeType, depth: number): string => {
    const fragmentChance = depth <= 0 ? 0 : isAbstractType(type) ? 0.6 : 0.15;
    const parts = Array.from({ length: 1 + dice.roll(3) }, () =>
      dice.chance(fragmentChance) ? fragment(type, depth) : dice.chance(0.1) ? '__typename' : field(type, depth),
    );
    return `{ ${parts.join(' ')} }`;
  };

  const root = schema.getQueryType();
  if (!root) throw new Error('a schema without queries');
  const body = selection(root, 3);
  return `query Q${variables.length > 0 ? `(${variables.join(', ')})` : ''} ${body} ${fragments.join(' ')}`;
};

const schemaBoolean = (schema: GraphQLSchema): GraphQLInputType => {
  const type = schema.getDirective('include')?.args[0]?.type;
  if (!type) throw new Error('a schema without @include');
  return type;
};

/** The types that a fragment inside a selection on a type may be on, so that some object type is both. */
const fragmentTypes = (schema: GraphQLSchema, type: GraphQLCompositeType): GraphQLCompositeType[] => {
  const objects = (one: GraphQLCompositeType) => (isAbstractType(one) ? schema.getPossibleTypes(one) : [one]);
  const own = new Set<GraphQLCompositeType>(objects(type));
  return [
    type,
    ...Object.values(schema.getTypeMap())
      .filter(isCompositeType)
      .filter((one) => !one.name.startsWith('__') && objects(one).some((object) => own.has(object))),
  ];
};
