import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

/** Seconds as a number, or as the text that Rover sends (`"-1209600"`, `"-0"`). */
export const Seconds = new GraphQLScalarType<number, number>({
  name: 'Seconds',
  serialize: (value) => Number(value),
  parseValue: secondsOf,
  parseLiteral: (node) => secondsOf(node.kind === Kind.INT || node.kind === Kind.STRING ? node.value : undefined),
});

function secondsOf(value: unknown): number {
  const seconds = typeof value === 'string' && /^-?\d{1,12}$/.test(value) ? Number(value) : value;
  if (typeof seconds === 'number' && Number.isSafeInteger(seconds)) return seconds;
  throw new GraphQLError('Seconds are a whole number.');
}
