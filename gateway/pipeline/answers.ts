import { type FormattedExecutionResult, type GraphQLError, type GraphQLFormattedError, Kind } from 'graphql';
import type { EngineResult } from '../engine/execute.ts';

/** Makes an error fit for clients. */
export type Format = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;

/** An answer fit for clients, and the status of HTTP for it. */
export interface Answer {
  status: number;
  result: FormattedExecutionResult;
}

/** The same, ready to be sent. */
export interface TextAnswer extends Answer {
  /** JSON. */
  text: string;
}

/** An answer without errors of which only the text is known; its data are read when somebody looks. */
export const answerFrom = (text: string): TextAnswer => ({
  status: 200,
  text,
  result: {
    get data() {
      return JSON.parse(text).data;
    },
  },
});

/** What Apollo Server makes of a result: the errors formatted, and the status that they ask for. */
export function answerOf({ data, errors, extensions }: EngineResult, format: Format): Answer {
  const status = statusOf(errors) ?? (data === undefined ? 400 : 200);
  return {
    status,
    result: {
      ...(errors?.length && { errors: errors.map((error) => formatted(error, format)) }),
      ...(data !== undefined && { data }),
      ...(extensions && { extensions }),
    },
  };
}

function statusOf(errors: readonly GraphQLError[] | undefined): number | undefined {
  let status: number | undefined;
  for (const { extensions } of errors ?? []) {
    const asked = (extensions.http as { status?: number } | undefined)?.status;
    if (asked !== undefined) status = asked;
  }
  return status;
}

/** The error, as clients may see it. */
export const formatted = (error: GraphQLError, format: Format): GraphQLFormattedError => format(inside(error), error);

/** The error with a code and without what is for HTTP alone. */
function inside(error: GraphQLError): GraphQLFormattedError {
  const { http: _, ...extensions } = error.extensions;
  const { code = isOfVariable(error) ? 'BAD_USER_INPUT' : 'INTERNAL_SERVER_ERROR' } = extensions;
  return { ...error.toJSON(), extensions: { ...extensions, code } };
}

const isOfVariable = ({ nodes, path }: GraphQLError): boolean =>
  path === undefined && nodes?.length === 1 && nodes[0]?.kind === Kind.VARIABLE_DEFINITION;
