import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import type { InitialResult, SubsequentResult } from '../engine/defer/executeIncrementally.ts';

/** Makes an error fit for clients. */
export type FormatError = (error: GraphQLError) => GraphQLFormattedError;

/** Makes what is sent of the results of one operation. Each result has to be given once, in order: a format knows what it has sent. */
export interface PayloadFormat {
  /** Of the whole answer, in which every payload is a part. */
  readonly contentType: string;
  initial(result: InitialResult): object;
  subsequent(result: SubsequentResult): object;
}

/** The member `errors` of a payload, which is not there without errors. */
export const errorsMember = (
  errors: readonly GraphQLError[] | undefined,
  formatError: FormatError,
): { errors?: GraphQLFormattedError[] } => (errors?.length ? { errors: errors.map(formatError) } : {});

/** The member `label`, which is not there where the client gave none. */
export const labelMember = ({ label }: { label?: string }): { label?: string } =>
  label === undefined ? {} : { label };
