import { formatError, type Logger } from '@banyan/kit';
import { GraphQLError } from 'graphql';
import { z } from 'zod';
import type { Format } from './pipeline/answers.ts';

export const errorSettings = z.object({
  /** Whether clients see what a subgraph says of an error under a code of its own. Ours never use one: such an error is a surprise. */
  SUBGRAPH_ERRORS: z.enum(['masked', 'passed']).default('masked'),
});

type ErrorConfig = z.output<typeof errorSettings>;

/** How errors are made fit for clients. */
export function createFormat({ SUBGRAPH_ERRORS: shown }: ErrorConfig, log: Logger): Format {
  const masked = formatError('gateway', log);
  return (formatted, error) => {
    const { serviceName: service, code, ...extensions } = formatted.extensions ?? {};
    // What came over the wire need not be a code, and a name that every object inherits is in no table.
    const isCode = typeof code === 'string' && !(code in Object.prototype);
    if (shown === 'passed' && typeof service === 'string' && isOfSubgraph(error)) {
      const { message, path } = formatted;
      return { message, path, extensions: { code: isCode ? code : 'DOWNSTREAM_SERVICE_ERROR', service } };
    }
    const known = isCode ? formatted : { ...formatted, extensions: { ...extensions, serviceName: service } };
    return masked(known, error);
  };
}

/** Whether a subgraph said it, and not we when something of our own went wrong as we asked. */
const isOfSubgraph = (error: unknown): boolean =>
  error instanceof GraphQLError && !(error.originalError instanceof Error);
