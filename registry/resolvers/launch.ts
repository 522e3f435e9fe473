import type {
  BuildFailureResolvers,
  BuildSuccessResolvers,
  LaunchBuildResolvers,
  LaunchResolvers,
} from '../__generated__/resolvers.ts';
import { describeFilter } from '../contracts/filter.ts';
import type { Changed, Count } from '../graphs/changes.ts';
import { problemOf } from './problem.ts';

const causes = {
  publish: 'PUBLISH',
  delete: 'DELETE',
  promote: 'PROMOTE',
  rollback: 'ROLLBACK',
  contract: 'CONTRACT',
  source: 'SOURCE',
} as const;

export const Launch: LaunchResolvers = {
  createdAt: ({ at }) => at,
  status: ({ status }) => (status === 'succeeded' ? 'LAUNCH_COMPLETED' : 'LAUNCH_FAILED'),
  cause: ({ cause }) => causes[cause],
  by: ({ by }) => by.name,
  gitContext: ({ git }) => git,
  changes: ({ changed }) => wordsOf(changed),
  build: (launch) => launch,
  buildInput: ({ contract }) =>
    contract
      ? { __typename: 'FilterBuildInput', description: describeFilter(contract.filter) }
      : { __typename: 'CompositionBuildInput', version: compositionVersion },
};

/** As Rover writes it in a `supergraph.yaml`. */
const compositionVersion = '2.14.4';

export const LaunchBuild: LaunchBuildResolvers = {
  result: (launch) => ({ ...launch, __typename: launch.status === 'succeeded' ? 'BuildSuccess' : 'BuildFailure' }),
};

export const BuildSuccess: BuildSuccessResolvers = {
  async coreSchema({ supergraphId = '' }, _args, { graphs }) {
    return { coreHash: supergraphId, coreDocument: await graphs.document(supergraphId) };
  },
  buildHints: async (launch, _args, { graphs }) => (await graphs.messages(launch)).hints.map(problemOf),
};

export const BuildFailure: BuildFailureResolvers = {
  errorMessages: async (launch, _args, { graphs }) => (await graphs.messages(launch)).errors.map(problemOf),
};

/** What a launch changed, a line each. */
function wordsOf({ subgraphs, types, fields }: Changed): string[] {
  const counts = (what: string, count: Count | null) =>
    count && count.added + count.removed + count.edited > 0
      ? [`${what}: ${count.added} added, ${count.removed} removed, ${count.edited} changed`]
      : [];
  return [
    ...subgraphs.map(({ name, change }) => `subgraph ${name} ${change}`),
    ...counts('types', types),
    ...counts('fields', fields),
  ];
}
