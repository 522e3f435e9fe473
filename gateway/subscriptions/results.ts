import type { FormattedExecutionResult } from 'graphql';

/** The results of one operation, one after the other. Whoever takes them can stop at any time with `return`, which does not wait. */
export interface Results {
  [Symbol.asyncIterator](): Results;
  next(): Promise<IteratorResult<FormattedExecutionResult, undefined>>;
  return(value?: undefined): Promise<IteratorResult<FormattedExecutionResult, undefined>>;
}
