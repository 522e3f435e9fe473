import { buildSchema, GraphQLError, validateSchema } from 'graphql';

/** Why a text is no schema, with line and column; nothing where it is one. */
export function problemOfSchema(sdl: string): string | undefined {
  try {
    const [error] = validateSchema(buildSchema(sdl));
    return error?.message;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const [place] = error instanceof GraphQLError ? (error.locations ?? []) : [];
    return place ? `${error.message} (line ${place.line}, column ${place.column})` : error.message;
  }
}
