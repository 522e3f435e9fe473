import type { Happening } from '../graphs/happening.ts';
import type { CheckResult } from './check.ts';
import type { CheckRun } from './checkRun.ts';

const maxDetails = 10;
const maxLength = 500;

/** What webhooks tell of a check that failed. */
export function failedCheck(run: CheckRun, { composition, operations, lint, downstream }: CheckResult): Happening {
  const details = [
    ...composition.errors.map(({ code, message }) => `${code}: ${message}`),
    ...(operations.summary?.changes ?? [])
      .filter(({ severity }) => severity === 'FAILURE')
      .map(({ description }) => description),
    ...downstream.results.filter(({ fails }) => fails).map(({ variant }) => `The contract ${variant} would break.`),
    ...lint.subgraphs
      .flatMap(({ diagnostics }) => diagnostics)
      .filter(({ level }) => level === 'ERROR')
      .map(({ rule, message }) => `${rule}: ${message}`),
  ];
  return {
    id: run.id,
    kind: 'check.failed',
    ref: run.ref,
    checkId: run.id,
    at: run.at,
    by: run.by,
    summary: `A check of ${run.subgraphName ? `${run.subgraphName} against ${run.ref}` : run.ref} failed`,
    details: details.slice(0, maxDetails).map((line) => line.slice(0, maxLength).toWellFormed()),
  };
}
