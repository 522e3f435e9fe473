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

const generates = Object.fromEntries(
  Object.entries(mappers).map(([domain, types]) => [
    `subgraphs/${domain}/__generated__/resolvers.ts`,
    {
      schema: `subgraphs/${domain}/schema.graphql`,
      plugins: ['typescript', 'typescript-resolvers'],
      config: {
        federation: true,
        contextType: '../context.ts#Context',
        mappers: Object.fromEntries(
          Object.entries(types).map(([type, source]) => [type, `${source} as ${type}Source`]),
        ),
        enumsAsTypes: true,
        useTypeImports: true,
        useIndexSignature: true,
        defaultScalarType: 'unknown',
        scalars: { ID: 'string' },
      },
    },
  ]),
);

export default { generates, silent: true } satisfies CodegenConfig;
