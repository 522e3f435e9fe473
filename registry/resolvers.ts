import type { Resolvers } from './__generated__/resolvers.ts';
import { CheckWorkflow } from './resolvers/checkWorkflow.ts';
import { Graph } from './resolvers/graph.ts';
import { GraphMutation } from './resolvers/graphMutation.ts';
import { BuildFailure, BuildSuccess, Launch, LaunchBuild } from './resolvers/launch.ts';
import { Mutation } from './resolvers/mutation.ts';
import { GraphOsKey, Organization, OrganizationMutation } from './resolvers/organization.ts';
import { PersistedQueryList, PersistedQueryListMutation } from './resolvers/persistedQueries.ts';
import { Query } from './resolvers/query.ts';
import { Seconds } from './resolvers/seconds.ts';
import { GraphVariantSubgraph } from './resolvers/subgraph.ts';
import { Usage } from './resolvers/usage.ts';
import { GraphVariant } from './resolvers/variant.ts';
import { GraphVariantMutation, SafeMark } from './resolvers/variantMutation.ts';
import { Delivery, Webhook } from './resolvers/webhook.ts';

export const resolvers: Resolvers = {
  Query,
  Mutation,
  Graph,
  GraphMutation,
  GraphVariant,
  GraphVariantMutation,
  GraphVariantSubgraph,
  Launch,
  LaunchBuild,
  BuildSuccess,
  BuildFailure,
  CheckWorkflow,
  SafeMark,
  Organization,
  OrganizationMutation,
  GraphOsKey,
  PersistedQueryList,
  PersistedQueryListMutation,
  Usage,
  Seconds,
  Webhook,
  Delivery,
};
