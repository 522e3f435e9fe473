import type { SubgraphSchema } from '@banyan/kit/composition';
import { type CheckInput, type CheckResult, check as runCheck } from '../checks/check.ts';
import { type LintOptions, type LintResult, lint as runLint } from '../checks/lint/lint.ts';
import { problemOfSchema as findProblem } from '../checks/problemOfSchema.ts';
import { validateOperations as validate } from '../checks/validateOperations.ts';
import { applyContract } from '../contracts/applyContract.ts';
import type { ContractFilter } from '../contracts/filter.ts';
import type { Composed, Contracted } from '../graphs/builder.ts';
import { composeWithApi } from '../graphs/directBuilder.ts';

/** The work of `Workers`, as a thread does it: each export is one kind. */

export const compose = (subgraphs: SubgraphSchema[]): Composed => composeWithApi(subgraphs);

export const contract = ({ supergraphSdl, filter }: { supergraphSdl: string; filter: ContractFilter }): Contracted =>
  applyContract(supergraphSdl, filter);

export const check = (input: CheckInput): CheckResult => runCheck(input);

export const lint = ({ sdl, ...options }: LintOptions & { sdl: string }): LintResult => runLint(sdl, options);

export const validateOperations = ({ apiSdl, operations }: Parameters<typeof validate>[0]) =>
  validate({ apiSdl, operations });

export const problemOfSchema = (sdl: string): string | undefined => findProblem(sdl);
