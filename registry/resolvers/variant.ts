import { failure } from '@banyan/kit';
import type { GraphVariantResolvers } from '../__generated__/resolvers.ts';
import { allow } from '../allow.ts';
import type { Context } from '../context.ts';
import { describeFilter } from '../contracts/filter.ts';
import { formatGraphRef, siblingOf } from '../graphs/graphRef.ts';
import { settingsOf } from './checkSettings.ts';

const hourMs = 3_600_000;
const maxUsageHours = 24 * 90;

const launchById = async ({ graphs }: Context, ref: Parameters<Context['graphs']['launch']>[0], id?: string) =>
  id === undefined ? null : ((await graphs.launch(ref, id)) ?? null);

export const GraphVariant: GraphVariantResolvers = {
  id: ({ ref }) => formatGraphRef(ref),
  name: ({ ref }) => ref.variant,

  async subgraphs({ ref }, _args, { graphs, loaders }) {
    const variant = await loaders.variant.load(ref);
    return variant?.kind === 'subgraphs' ? graphs.subgraphs(ref) : null;
  },
  async subgraph({ ref }, { name }, { graphs, loaders }) {
    // A contract's subgraphs are its source's: who may read the contract alone must not see them.
    const variant = await loaders.variant.load(ref);
    return variant?.kind === 'subgraphs' ? ((await graphs.subgraph(ref, name)) ?? null) : null;
  },

  async latestLaunch({ ref }, _args, context) {
    const variant = await context.loaders.variant.load(ref);
    return launchById(context, ref, variant?.lastLaunch?.id);
  },
  async latestApprovedLaunch({ ref }, _args, context) {
    const variant = await context.loaders.variant.load(ref);
    return launchById(context, ref, variant?.released?.launchId ?? variant?.lastLaunch?.id);
  },
  launch: async ({ ref }, { id }, context) => launchById(context, ref, id),
  launches: ({ ref }, args, { graphs, connections }) =>
    connections.connect(
      `launches:${formatGraphRef(ref)}`,
      args,
      (page) => graphs.launches(ref, page),
      ({ id }) => id,
    ),

  async latestPublication({ ref }, _args, { graphs, loaders }) {
    const { released } = (await loaders.variant.load(ref)) ?? {};
    if (!released) return null;
    const document = await graphs.document(released.apiSchemaId);
    return { publishedAt: released.at, schema: { hash: released.apiSchemaId, document } };
  },

  async readme({ ref }, _args, { graphs }) {
    const readme = await graphs.readme(ref);
    return readme
      ? { content: readme.content, lastUpdatedTime: readme.updatedAt }
      : { content: `# ${formatGraphRef(ref)}\n`, lastUpdatedTime: null };
  },

  async contractFilterConfigDescription({ ref }, _args, { loaders }) {
    const { contract } = (await loaders.variant.load(ref)) ?? {};
    return contract ? describeFilter(contract.filter) : null;
  },
  async sourceVariant({ ref }, _args, { actor, loaders }) {
    const { contract } = (await loaders.variant.load(ref)) ?? {};
    if (!contract) return null;
    const source = siblingOf(ref, contract.sourceVariant);
    allow(actor, 'read', source);
    return { ref: source };
  },

  checks: ({ ref }, args, { checks, connections }) =>
    connections.connect(
      `checks:${formatGraphRef(ref)}`,
      args,
      (page) => checks.list(ref, page),
      ({ id }) => id,
    ),
  checkSettings: async ({ ref }, _args, { graphs }) => settingsOf(await graphs.settings(ref)),
  safeMarks: ({ ref }, _args, { marks }) => marks.list(ref),
  persistedQueryList: async ({ ref }, _args, { persistedQueries }) => (await persistedQueries.listOf(ref)) ?? null,

  usage({ ref }, { lastHours }) {
    if (!(lastHours > 0 && lastHours <= maxUsageHours)) {
      throw failure('BAD_USER_INPUT', `"lastHours" must be between 1 and ${maxUsageHours}.`);
    }
    const to = Date.now();
    return { ref, from: to - lastHours * hourMs, to };
  },
};
