import type { Change, CheckWorkflowResolvers, CheckWorkflowTask, ResolversTypes } from '../__generated__/resolvers.ts';
import type { CheckResult } from '../checks/check.ts';
import type { ReportedChange } from '../checks/operationsCheck.ts';
import { lintResultOf } from './lint.ts';
import { problemOf } from './problem.ts';

export const CheckWorkflow: CheckWorkflowResolvers = {
  createdAt: ({ at }) => at,
  graphRef: ({ ref }) => ref,
  gitContext: ({ git }) => git,
  async tasks(run, _args, { checks }) {
    const result = await checks.result(run);
    if (result) return tasksOf(result, run.subgraphName !== undefined);
    return run.problem === undefined
      ? []
      : [compositionTask('FAILED', [{ code: 'CHECK_FAILED', message: run.problem }])];
  },
};

type Task = CheckWorkflowTask & { __typename: string };

/** The answers of a check. One of a whole schema composes nothing and has nothing downstream. */
function tasksOf(result: CheckResult, isSubgraph: boolean): ResolversTypes['CheckWorkflowTask'][] {
  const { composition, operations, lint, downstream } = result;
  const tasks = [
    ...(isSubgraph ? [compositionTaskOf(composition)] : []),
    operationsTask(operations),
    ...(isSubgraph ? [lintTask(lint)] : []),
    ...(isSubgraph ? [downstreamTask(downstream)] : []),
  ];
  return tasks as Task[] as ResolversTypes['CheckWorkflowTask'][];
}

const compositionTaskOf = ({ status, errors, hints, isModified }: CheckResult['composition']) => ({
  __typename: 'CompositionCheckTask',
  status,
  coreSchemaModified: isModified,
  result: { errors: errors.map(problemOf), hints: hints.map(problemOf) },
});

const compositionTask = (status: 'FAILED', problems: { code: string; message: string }[]) =>
  compositionTaskOf({
    status,
    errors: problems.map((problem) => ({ ...problem, places: [] })),
    hints: [],
    isModified: false,
  }) as unknown as ResolversTypes['CheckWorkflowTask'];

const operationsTask = ({ status, summary }: CheckResult['operations']) => ({
  __typename: 'OperationsCheckTask',
  status,
  result: summary && {
    checkSeverity: summary.severity,
    numberOfCheckedOperations: summary.checkedOperations,
    changes: summary.changes.map(changeOf),
  },
});

const lintTask = ({ status, subgraphs }: CheckResult['lint']) => ({
  __typename: 'LintCheckTask',
  status,
  result: lintResultOf({
    diagnostics: subgraphs.flatMap(({ diagnostics }) => diagnostics),
    errorsCount: subgraphs.reduce((sum, { errorsCount }) => sum + errorsCount, 0),
    warningsCount: subgraphs.reduce((sum, { warningsCount }) => sum + warningsCount, 0),
  }),
});

const downstreamTask = ({ status, results }: CheckResult['downstream']) => ({
  __typename: 'DownstreamCheckTask',
  status,
  results: results.map(({ variant, fails, errors, summary }) => ({
    downstreamVariantName: variant,
    failsUpstreamWorkflow: fails,
    errors: errors.map(problemOf),
    changes: (summary?.changes ?? []).map(changeOf),
  })),
});

const changeOf = ({ operations, effect, ...change }: ReportedChange): Change => ({
  ...change,
  effect: effect.toUpperCase() as Uppercase<ReportedChange['effect']>,
  affectedOperations: operations.map(({ id, name, count, clients }) => ({ id, name, count, clients: [...clients] })),
});
