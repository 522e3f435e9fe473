import {
  type GraphQLAbstractType,
  type GraphQLFieldResolver,
  type GraphQLLeafType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isEnumType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { hash } from './random.ts';

/** What goes wrong, and how often. */
export interface Faults {
  nulls: number;
  errors: number;
  missing: number;
}

interface Thing {
  __typename: string;
  /** Which one of its type it is: entities of the same number are the same in every subgraph. */
  $number: number;
  [field: string]: unknown;
}

/**
 * Answers every field with data that depends on the seed, the entity and the field only, so that all subgraphs, and all executions,
 * agree on it; so do the nulls and the errors.
 */
export function mockResolver(seed: number, faults: Faults): GraphQLFieldResolver<unknown, unknown> {
  const roll = (...parts: unknown[]): number => (hash(`${seed}|${parts.join('|')}`) % 10_007) / 10_007;

  const made = (type: GraphQLOutputType, at: string, info: GraphQLResolveInfo): unknown => {
    if (isNonNullType(type)) return made(type.ofType, `${at}!`, info);
    if (!at.endsWith('!') && roll('null', at) < faults.nulls) return null;
    if (isListType(type)) {
      const length = Math.floor(roll('length', at) * 4);
      return Array.from({ length }, (_, index) => made(type.ofType, `${at}.${index}`, info));
    }
    if (isLeafType(type)) return leaf(type, at, roll);
    const number = Math.floor(roll('number', at) * 5);
    const typename = isObjectType(type) ? type.name : concrete(type, number, info.schema);
    return { __typename: typename, $number: number } satisfies Thing;
  };

  return (source, args, _context, info) => {
    const thing = source as Partial<Thing> | undefined;
    const { fieldName, parentType, returnType, schema } = info;
    const isRoot = parentType === schema.getQueryType() || parentType === schema.getMutationType();
    const number = isRoot ? 0 : numberOf(thing);
    const given = thing && Object.hasOwn(thing, fieldName) ? thing[fieldName] : undefined;
    if (given !== undefined) return given;
    if (isKey(fieldName)) return keyValue(returnType, fieldName, number);
    const where = `${isRoot ? 'root' : parentType.name}.${number}.${fieldName}(${JSON.stringify(args)})`;
    if (roll('error', where) < faults.errors) throw new Error(`${where} failed`);
    return made(returnType, where, info);
  };
}

/** Whether a representation is of nothing, or cannot be looked up. */
export function entityFault(
  seed: number,
  faults: Faults,
  typename: string,
  reference: object,
): 'missing' | 'error' | undefined {
  const number = numberOf(reference);
  const value = (hash(`${seed}|entity|${typename}|${number}`) % 10_007) / 10_007;
  if (value < faults.missing) return 'missing';
  return value < faults.missing + faults.errors ? 'error' : undefined;
}

/** By these names entities are known. */
const isKey = (name: string): boolean => ['id', 'upc', 'sku', 'code'].includes(name);

const keyValue = (type: GraphQLOutputType, name: string, number: number): unknown => {
  const named = isNonNullType(type) ? type.ofType : type;
  return isLeafType(named) && named.name === 'Int' ? number : `${name}-${number}`;
};

export function numberOf(thing: object | undefined): number {
  if (!thing) return 0;
  if ('$number' in thing && typeof thing.$number === 'number') return thing.$number;
  for (const [name, value] of Object.entries(thing)) {
    if (isKey(name)) return Number(String(value).replace(/^.*-/, ''));
    if (typeof value === 'object' && value !== null) return numberOf(value);
  }
  return hash(JSON.stringify(thing)) % 5;
}

function concrete(type: GraphQLAbstractType, number: number, schema: GraphQLSchema): string {
  const names = schema
    .getPossibleTypes(type)
    .map(({ name }) => name)
    .sort();
  const name = names[number % names.length];
  if (name === undefined) throw new Error(`${isInterfaceType(type) ? 'interface' : 'union'} ${type.name} has no types`);
  return name;
}

function leaf(type: GraphQLLeafType, at: string, roll: (...parts: unknown[]) => number): unknown {
  const value = roll('leaf', at);
  if (isEnumType(type)) {
    const values = type.getValues();
    return values[Math.floor(value * values.length)]?.value;
  }
  switch (type.name) {
    case 'Int':
      return Math.floor(value * 1000) - 100;
    case 'Float':
      return Math.floor(value * 1000) / 4;
    case 'Boolean':
      return value < 0.5;
    case 'String':
    case 'ID':
      return `t${Math.floor(value * 1000)}`;
    default:
      return value < 0.3 ? { any: [value, null], constructor: 'own' } : `2026-01-01T00:00:${Math.floor(value * 60)}Z`;
  }
}
