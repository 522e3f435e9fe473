import type { CodegenConfig } from '@graphql-codegen/cli';

/** Which domain type stands behind a schema's type, where it is not the shape that the schema shows: `file#Type`. */
const mappers: Record<string, Record<string, string>> = {
  user: { User: '../person.ts#Person' },
  feed: {
    Post: '../post.ts#Post',
    Comment: '../comment.ts#Comment',
    User: '../references.ts#UserReference',
    Photo: '../references.ts#PhotoReference',
  },
  spam: {
    Post: '../verdict.ts#TextToJudge',
    Comment: '../verdict.ts#TextToJudge',
    BlockedUrl: '../blocklist.ts#BlockedUrl',
    SpamCase: '../target.ts#Target',
    Review: '../store/work.ts#Review',
  },
  photo: { Photo: '../photo.ts#Photo', User: '../photo.ts#UserReference' },
  notification: {
    Notification: '../notification.ts#Notification',
    User: '../notification.ts#UserReference',
    Post: '../notification.ts#PostReference',
  },
};

const shared = {
  contextType: '../context.ts#Context',
  enumsAsTypes: true,
  useTypeImports: true,
  useIndexSignature: true,
  defaultScalarType: 'unknown',
};

const mapped = (types: Record<string, string>) =>
  Object.fromEntries(Object.entries(types).map(([type, source]) => [type, `${source} as ${type}Source`]));

/** The registry is no subgraph. */
const registry = {
  schema: 'registry/schema.graphql',
  plugins: ['typescript', 'typescript-resolvers'],
  config: {
    ...shared,
    mappers: mapped({
      Graph: '../resolvers/sources.ts#GraphSource',
      GraphMutation: '../resolvers/sources.ts#GraphSource',
      GraphVariant: '../resolvers/sources.ts#VariantSource',
      GraphVariantMutation: '../resolvers/sources.ts#VariantSource',
      GraphVariantSubgraph: '../resolvers/sources.ts#SubgraphSource',
      Launch: '../graphs/launch.ts#Launch',
      LaunchBuild: '../graphs/launch.ts#Launch',
      BuildSuccess: '../graphs/launch.ts#Launch',
      BuildFailure: '../graphs/launch.ts#Launch',
      CheckWorkflow: '../checks/checkRun.ts#CheckRun',
      SafeMark: '../checks/marks.ts#SafeMark',
      GraphOsKey: '../resolvers/sources.ts#KeySource',
      Organization: '../resolvers/sources.ts#OrganizationSource',
      OrganizationMutation: '../resolvers/sources.ts#OrganizationSource',
      PersistedQueryList: '../persistedQueries/list.ts#PersistedQueryList',
      PersistedQueryListMutation: '../persistedQueries/list.ts#PersistedQueryList',
      Usage: '../resolvers/sources.ts#UsageSource',
      Webhook: '../webhooks/webhook.ts#Webhook',
      Delivery: '../webhooks/delivery.ts#Delivery',
    }),
    scalars: { ID: 'string', Timestamp: 'string', Seconds: 'number', GraphQLDocument: 'string' },
  },
};

const generates = Object.fromEntries(
  Object.entries(mappers).map(([domain, types]) => [
    `subgraphs/${domain}/__generated__/resolvers.ts`,
    {
      schema: `subgraphs/${domain}/schema.graphql`,
      plugins: ['typescript', 'typescript-resolvers'],
      config: {
        ...shared,
        federation: true,
        mappers: mapped(types),
        scalars: { ID: 'string' },
      },
    },
  ]),
);

export default {
  generates: { ...generates, 'registry/__generated__/resolvers.ts': registry },
  silent: true,
} satisfies CodegenConfig;
