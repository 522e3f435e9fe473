import { failure } from '@banyan/kit';
import type { GraphVariantMutationResolvers, SafeMarkResolvers } from '../__generated__/resolvers.ts';
import { allow } from '../allow.ts';
import type { CheckRun } from '../checks/checkRun.ts';
import type { Context } from '../context.ts';
import { formatGraphRef, type GraphRef, siblingOf } from '../graphs/graphRef.ts';
import { checkSdlSize, checkSubgraphName } from '../graphs/subgraph.ts';
import { changeOf, settingsOf } from './checkSettings.ts';

const asked = (run: CheckRun | undefined, { publicUrl }: Context) =>
  run
    ? ({ __typename: 'CheckRequestSuccess', targetURL: publicUrl, workflowID: run.id } as const)
    : ({ __typename: 'RateLimitExceededError', message: 'Too many checks run now. Try again in a moment.' } as const);

const notOf = (ref: GraphRef, problem: string) =>
  ({ __typename: 'InvalidInputError', message: `${formatGraphRef(ref)}: ${problem}` }) as const;

export const GraphVariantMutation: GraphVariantMutationResolvers = {
  id: ({ ref }) => formatGraphRef(ref),

  async submitSubgraphCheckAsync({ ref }, { input }, context) {
    const { subgraphName: name, proposedSchema: sdl, config, gitContext } = input;
    allow(context.actor, 'check', { ...ref, subgraph: name });
    checkSubgraphName(name);
    checkSdlSize(sdl);
    const variant = await context.loaders.variant.load(ref);
    if (variant?.kind === 'contract')
      return notOf(ref, 'a contract has no subgraphs. Check the variant it derives from.');
    const question = { kind: 'subgraph' as const, ref, name, sdl, config: configOf(config) };
    return asked(await context.checks.submit(question, context.actor, gitContext), context);
  },

  async submitCheckSchemaAsync({ ref }, { input }, context) {
    allow(context.actor, 'check', ref);
    const { proposedSchemaDocument: apiSdl, config, gitContext } = input;
    const problem =
      apiSdl == null ? 'A check of a schema needs the schema.' : await context.workers.problemOfSchema(apiSdl);
    // Rover has words of its own for an InvalidInputError, which do not say where.
    if (apiSdl == null || problem !== undefined) throw failure('BAD_USER_INPUT', problem);
    const question = { kind: 'schema' as const, ref, apiSdl, config: configOf(config) };
    return asked(await context.checks.submit(question, context.actor, gitContext), context);
  },

  async updateVariantReadme({ ref }, { readme }, { actor, graphs }) {
    allow(actor, 'publishReadme', ref);
    await graphs.writeReadme(ref, readme);
    return { ref };
  },

  async promote({ ref }, { to, launchId }, { actor, graphs }) {
    const target = siblingOf(ref, to);
    allow(actor, 'read', ref);
    allow(actor, 'promote', target);
    return (await graphs.promote({ from: ref, to: target, launchId, by: actor })).launch;
  },
  async rollback({ ref }, { launchId }, { actor, graphs }) {
    allow(actor, 'rollBack', ref);
    return (await graphs.rollback({ ref, launchId, by: actor })).launch;
  },

  async updateCheckSettings({ ref }, { input }, { actor, graphs }) {
    allow(actor, 'configure', ref);
    return settingsOf(await graphs.changeSettings(ref, changeOf(input)));
  },

  async markChangeSafe({ ref }, { code, coordinate, member, reason }, { actor, marks }) {
    allow(actor, 'mark', ref);
    return marks.add(ref, { code, coordinate, ...(member != null && { member }) }, reason, actor);
  },
  async markOperationSafe({ ref }, { operationId, reason }, { actor, marks }) {
    allow(actor, 'mark', ref);
    return marks.add(ref, { operationId }, reason, actor);
  },
  async undoSafeMark({ ref }, { id }, { actor, marks }) {
    allow(actor, 'mark', ref);
    return marks.undo(ref, id, actor);
  },

  async linkPersistedQueryList({ ref }, { listId }, { actor, persistedQueries }) {
    allow(actor, 'configure', ref);
    if (listId == null) await persistedQueries.unlink(ref);
    else await persistedQueries.link(ref, listId);
    return { ref };
  },

  async delete({ ref }, _args, { actor, graphs }) {
    allow(actor, 'deleteVariant', ref);
    return { deleted: await graphs.deleteVariant(ref) };
  },
};

export const SafeMark: SafeMarkResolvers = {
  by: ({ by }) => by.name,
  createdAt: ({ at }) => at,
  undoneBy: ({ undoneBy }) => undoneBy?.name ?? null,
};

type Config = Parameters<NonNullable<Context['checks']['submit']>>[0]['config'];

const configOf = ({
  excludedOperationNames,
  ...config
}: Omit<Config, 'excludedOperationNames'> & {
  excludedOperationNames?: readonly { name: string }[] | null;
}): Config => ({
  ...config,
  excludedOperationNames: excludedOperationNames?.map(({ name }) => name),
});
