import { isId, mutation, requireViewer } from '@banyan/kit';
import type { CompletePhotoUploadInput, RequestPhotoUploadInput, Resolvers } from './__generated__/resolvers.ts';
import type { Context } from './context.ts';
import { claimed, mayRead, type Photo } from './photo.ts';
import type { ListEntry } from './store.ts';

const photoOf = async (id: string, { loaders }: Context): Promise<Photo | undefined> =>
  isId(id) ? loaders.photo.load(id) : undefined;

export const resolvers: Resolvers = {
  Query: {
    photo: async (_, { id }, context) => {
      const photo = await photoOf(id, context);
      return photo && mayRead(photo, context.identity.userId) ? photo : null;
    },
  },
  Mutation: {
    requestPhotoUpload: mutation((input: RequestPhotoUploadInput, context: Context) =>
      context.uploads.request(requireViewer(context), input),
    ),
    completePhotoUpload: mutation(async ({ photoId }: CompletePhotoUploadInput, context: Context) => {
      const photo = await context.uploads.complete(requireViewer(context), photoId);
      context.loaders.photo.clear(photoId).prime(photoId, photo);
      return { photo };
    }),
  },
  Photo: {
    __resolveReference: async (claim, context) =>
      claimed(await photoOf(claim.id, context), claim, context.identity.userId),
    url: ({ objectKey }, _, { objects }) => (objectKey ? objects.signGet(objectKey) : null),
    owner: ({ ownerId }) => ({ id: ownerId }),
  },
  User: {
    photos: async ({ id }, args, { connections, store, loaders }) => {
      if (!isId(id)) return null;
      const page = await connections.connect<ListEntry>(
        `photos:${id}`,
        args,
        (range) => store.list(id, range),
        (entry) => entry.sk,
      );
      const edges = await Promise.all(
        page.edges.map(async ({ cursor, node }) => {
          const photo = await loaders.photo.load(node.photoId);
          return photo ? { cursor, node: photo } : null;
        }),
      );
      return { edges: edges.filter((edge) => edge !== null), pageInfo: page.pageInfo };
    },
  },
};
