import {
  astFromValue,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isNonNullType,
  isUnionType,
  Kind,
  print,
} from 'graphql';
import type { Random } from './random.ts';
import { randomValue } from './randomValue.ts';

export interface RandomOperation {
  text: string;
  variables: Record<string, unknown>;
}

/** An operation on a schema. It may not be valid: where two fields of one name do not agree. */
export function randomOperation(schema: GraphQLSchema, random: Random): RandomOperation {
  return new Generator(schema, random).operation();
}

const oddNames = ['constructor', 'toString', 'hasOwnProperty', '__proto__', 'valueOf'];

interface Variable {
  type: string;
  /** Its default, as a literal. */
  fallback: string | undefined;
  /** Undefined where the client leaves it out. */
  value: unknown;
}

class Generator {
  readonly #schema: GraphQLSchema;
  readonly #random: Random;
  readonly #variables = new Map<string, Variable>();
  readonly #fragments: string[] = [];
  #fields = 0;

  constructor(schema: GraphQLSchema, random: Random) {
    this.#schema = schema;
    this.#random = random;
  }

  operation(): RandomOperation {
    const mutation = this.#schema.getMutationType();
    const isMutation = mutation !== undefined && mutation !== null && this.#random.chance(0.1);
    const root = (isMutation ? mutation : this.#schema.getQueryType()) as GraphQLObjectType;
    const selections = this.#selections(root, 0);
    const declared = [...this.#variables].map(
      ([name, { type, fallback }]) => `$${name}: ${type}${fallback === undefined ? '' : ` = ${fallback}`}`,
    );
    const head = `${isMutation ? 'mutation' : 'query'} Op${declared.length > 0 ? `(${declared.join(', ')})` : ''}`;
    return {
      text: [`${head} ${selections}`, ...this.#fragments].join('\n'),
      variables: Object.fromEntries(
        [...this.#variables].flatMap(([name, { value }]) => (value === undefined ? [] : [[name, value]])),
      ),
    };
  }

  #selections(type: GraphQLCompositeType, depth: number): string {
    const parts: string[] = [];
    const count = 1 + this.#random.below(depth === 0 ? 3 : 4);
    for (let at = 0; at < count; at++) parts.push(this.#selection(type, depth));
    const made = parts.filter((part) => part !== '');
    return `{ ${made.length > 0 ? made.join(' ') : '__typename'} }`;
  }

  #selection(type: GraphQLCompositeType, depth: number): string {
    const random = this.#random;
    if (isUnionType(type) || random.chance(isAbstractType(type) ? 0.4 : 0.12)) return this.#fragment(type, depth);
    if (random.chance(0.1)) return `${random.chance(0.3) ? 'kind: ' : ''}__typename${this.#condition()}`;
    const fields = Object.values(type.getFields());
    const affordable =
      depth >= 5 || this.#fields > 60 ? fields.filter((field) => !isCompositeType(getNamedType(field.type))) : fields;
    if (affordable.length === 0) return '';
    const field = random.pick(affordable);
    this.#fields++;
    const args = this.#arguments(field.args);
    const alias = random.chance(0.03)
      ? `${random.pick(oddNames)}: `
      : args !== '' || random.chance(0.15)
        ? `a${this.#fields}: `
        : '';
    const named = getNamedType(field.type);
    const below = isCompositeType(named) ? ` ${this.#selections(named, depth + 1)}` : '';
    return `${alias}${field.name}${args}${this.#condition()}${below}`;
  }

  #fragment(type: GraphQLCompositeType, depth: number): string {
    const random = this.#random;
    if (depth >= 6) return '';
    const around: readonly GraphQLCompositeType[] = isAbstractType(type)
      ? this.#schema.getPossibleTypes(type)
      : type.getInterfaces();
    const condition: GraphQLCompositeType = around.length > 0 && random.chance(0.85) ? random.pick(around) : type;
    const selections = this.#selections(condition, depth + 1);
    if (random.chance(0.3)) {
      const name = `F${this.#fragments.length}`;
      this.#fragments.push(`fragment ${name} on ${condition.name} ${selections}`);
      return `...${name}${this.#condition()}${random.chance(0.2) ? ` ...${name}` : ''}`;
    }
    const on = condition === type && random.chance(0.5) ? '' : ` on ${condition.name}`;
    return `...${on}${this.#condition()} ${selections}`;
  }

  #condition(): string {
    const random = this.#random;
    if (!random.chance(0.08)) return '';
    const directive = random.pick(['skip', 'include']);
    if (random.chance(0.2)) return ` @${directive}(if: ${random.chance(0.5)})`;
    const name = `v${random.below(3)}`;
    if (!this.#variables.has(name)) {
      const value = random.chance(0.5);
      this.#variables.set(name, { type: 'Boolean!', fallback: random.chance(0.3) ? `${value}` : undefined, value });
    }
    return ` @${directive}(if: $${name})`;
  }

  #arguments(args: readonly GraphQLArgument[]): string {
    const given = args.filter(
      ({ type, defaultValue }) => (isNonNullType(type) && defaultValue === undefined) || this.#random.chance(0.3),
    );
    if (given.length === 0) return '';
    return `(${given.map(({ name, type }) => `${name}: ${this.#argument(type)}`).join(', ')})`;
  }

  /** A literal, or a variable, which may have a default and may be left out where it may be. */
  #argument(type: GraphQLInputType): string {
    const random = this.#random;
    const value = randomValue(type, random);
    const literal = (of: unknown) => print(astFromValue(of, type) ?? { kind: Kind.NULL });
    if (random.chance(0.7)) return literal(value);
    const name = `arg${this.#variables.size}`;
    const fallback = random.chance(0.3) ? literal(value) : undefined;
    const isLeftOut = random.chance(0.3) && (fallback !== undefined || !isNonNullType(type));
    this.#variables.set(name, { type: String(type), fallback, value: isLeftOut ? undefined : value });
    return `$${name}`;
  }
}
