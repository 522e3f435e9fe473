import type { LintResult } from '../__generated__/resolvers.ts';
import type { LintResult as Linted } from '../checks/lint/lint.ts';

/** What the linter found, as the schema shows it. */
export function lintResultOf({ diagnostics, errorsCount, warningsCount }: Linted): LintResult {
  return {
    diagnostics: diagnostics.map(({ locations, ...diagnostic }) => ({ ...diagnostic, sourceLocations: locations })),
    stats: {
      errorsCount,
      warningsCount,
      totalCount: diagnostics.length,
      ignoredCount: diagnostics.length - errorsCount - warningsCount,
    },
  };
}
