import type { BuildMessage } from '@banyan/kit/composition';
import { applyContract } from '../contracts/applyContract.ts';
import type { ContractFilter } from '../contracts/filter.ts';
import type { OperationsOptions } from './operations/judgeOperations.ts';
import type { SentOperation } from './operations/sentOperation.ts';
import { checkOperations, type OperationsSummary } from './operationsCheck.ts';

/** A contract that derives from the variant that is checked. */
export interface ContractInput {
  variant: string;
  filter: ContractFilter;
  /** The API schema that its clients are served now; absent where nothing is. */
  apiSdl?: string;
  operations: readonly SentOperation[];
  options: OperationsOptions;
}

/** How a contract would fare with the proposed supergraph. */
export interface DownstreamResult {
  variant: string;
  fails: boolean;
  /** Why it would not build. */
  errors: BuildMessage[];
  summary?: OperationsSummary;
}

/** Builds a contract on a proposed supergraph, and looks for operations of its clients that would break. */
export function checkContract(supergraphSdl: string, contract: ContractInput): DownstreamResult {
  const { variant, filter, apiSdl, operations, options } = contract;
  const built = applyContract(supergraphSdl, filter);
  // What nobody is served cannot be taken from anybody.
  if (!built.ok) return { variant, fails: apiSdl !== undefined, errors: built.errors };
  const summary = checkOperations(apiSdl, built.apiSdl, operations, options);
  return { variant, fails: summary.severity === 'FAILURE', errors: [], summary };
}
