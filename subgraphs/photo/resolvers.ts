import { type ConnectionArgs, isId, mutation, requireScope, requireViewer } from '@banyan/kit';
import type {
  ApprovePhotoInput,
  CompletePhotoUploadInput,
  RejectPhotoInput,
  RequestPhotoUploadInput,
  Resolvers,
} from './__generated__/resolvers.ts';
import type { Context } from './context.ts';
import { claimed, mayRead, maySee, moderator, type Photo, type PhotoStatus, renditionKey } from './photo.ts';
import { normalised } from './recognition/recognition.ts';
import type { ListEntry } from './store.ts';

const photoOf = async (id: string, { loaders }: Context): Promise<Photo | undefined> =>
  isId(id) ? loaders.photo.load(id) : undefined;

/** A page of a list: the photos of it that still have the status that brought them there. */
async function page(pk: string, status: PhotoStatus, args: ConnectionArgs, { connections, store, loaders }: Context) {
  const { edges, pageInfo } = await connections.connect<ListEntry>(
    `photos:${pk}`,
    args,
    (range) => store.list(pk, range),
    (entry) => entry.sk,
  );
  const photos = await Promise.all(edges.map(({ node }) => loaders.photo.load(node.photoId)));
  return {
    edges: edges.flatMap(({ cursor }, index) => {
      const photo = photos[index];
      return photo?.status === status ? [{ cursor, node: photo }] : [];
    }),
    pageInfo,
  };
}

/** A mutation that changes one photo, which the rest of the request then sees as it is now. */
const changing = <Input>(run: (input: Input, context: Context) => Promise<Photo>) =>
  mutation(async (input: Input, context: Context) => {
    const photo = await run(input, context);
    context.loaders.photo.clear(photo.id).prime(photo.id, photo);
    return { photo };
  });

export const resolvers: Resolvers = {
  Query: {
    photo: async (_, { id }, context) => {
      const photo = await photoOf(id, context);
      return photo && mayRead(photo, context.identity) ? photo : null;
    },
    photosByLabel: (_, { label, ...args }, context) =>
      page(context.store.lists.label(normalised(label)), 'READY', args, context),
    heldPhotos: (_, args, context) => {
      requireScope(context, moderator);
      return page(context.store.lists.held(), 'HELD', args, context);
    },
  },
  Mutation: {
    requestPhotoUpload: mutation((input: RequestPhotoUploadInput, context: Context) =>
      context.uploads.request(requireViewer(context), input),
    ),
    completePhotoUpload: changing(({ photoId }: CompletePhotoUploadInput, context) =>
      context.uploads.complete(requireViewer(context), photoId),
    ),
    approvePhoto: changing(({ photoId }: ApprovePhotoInput, context) => {
      requireScope(context, moderator);
      return context.reviews.approve(requireViewer(context), photoId);
    }),
    rejectPhoto: changing(({ photoId, reason }: RejectPhotoInput, context) => {
      requireScope(context, moderator);
      return context.reviews.reject(requireViewer(context), photoId, reason);
    }),
  },
  Photo: {
    __resolveReference: async (claim, context) =>
      claimed(await photoOf(claim.id, context), claim, context.identity.userId),
    url: (photo, _, { objects, identity }) =>
      photo.renditions && maySee(photo, identity) ? objects.signGet(renditionKey(photo.id, 'LARGE')) : null,
    rendition: async (photo, { size }, { objects, identity }) =>
      photo.renditions && maySee(photo, identity)
        ? { url: await objects.signGet(renditionKey(photo.id, size)), ...photo.renditions[size] }
        : null,
    contentType: ({ renditions, contentType }) => (renditions ? 'IMAGE_WEBP' : contentType),
    byteSize: ({ renditions, byteSize }) => renditions?.LARGE.byteSize ?? byteSize,
    width: ({ renditions }) => renditions?.LARGE.width ?? null,
    height: ({ renditions }) => renditions?.LARGE.height ?? null,
    labels: ({ labels }) => labels ?? [],
    dominantColors: ({ dominantColors }) => dominantColors ?? [],
    holdReason: ({ holdReason }, _, { identity }) => (identity.scopes.has(moderator) ? (holdReason ?? null) : null),
    owner: ({ ownerId }) => ({ id: ownerId }),
  },
  User: {
    photos: ({ id }, args, context) => (isId(id) ? page(context.store.lists.owner(id), 'READY', args, context) : null),
  },
};
