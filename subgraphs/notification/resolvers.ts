import { type Connection, type ConnectionArgs, failure, isId, mutation, requireViewer } from '@banyan/kit';
import type {
  MarkNotificationsReadInput,
  Resolvers,
  UpdateNotificationPreferencesInput,
} from './__generated__/resolvers.ts';
import type { Context } from './context.ts';
import { follow, revisionOf } from './live/following.ts';
import { actorCountOf, actorIdsOf, type Notification } from './notification.ts';
import { checkPreferences, preferencesOf } from './preference.ts';
import { checkSelection, noSuchNotification } from './reading.ts';

const all = (viewer: string, args: ConnectionArgs, { connections, store }: Context) =>
  connections.connect<Notification>(
    `notifications:${viewer}`,
    args,
    (page) => store.notifications.list(viewer, page),
    ({ id }) => id,
  );

async function unread(viewer: string, args: ConnectionArgs, context: Context): Promise<Connection<Notification>> {
  const { connections, loaders, store } = context;
  const { epoch } = await loaders.inbox();
  const { edges, pageInfo } = await connections.connect(
    `unread:${viewer}`,
    args,
    (page) => store.unread.list(viewer, epoch, page),
    ({ id }) => id,
  );
  const nodes = await Promise.all(edges.map(({ node }) => loaders.notification(node.id)));
  return { edges: edges.flatMap(({ cursor }, at) => (nodes[at] ? [{ cursor, node: nodes[at] }] : [])), pageInfo };
}

const unreadCount = async (viewer: string, { loaders, store }: Context) =>
  store.unread.count(viewer, (await loaders.inbox()).epoch);

/** Marks the viewer's notifications with these ids, or none when one of them is not there. */
async function markRead(viewer: string, ids: readonly string[], { loaders, store }: Context): Promise<Notification[]> {
  const notifications = (await Promise.all(ids.map(loaders.notification))).map((notification) => {
    if (!notification) throw noSuchNotification();
    return notification;
  });
  await store.unread.clear(viewer, notifications);
  loaders.changed(notifications);
  return notifications;
}

const noStream = () => failure('BAD_USER_INPUT', 'Subscriptions are answered as text/event-stream.');

export const resolvers: Resolvers = {
  Query: {
    notifications: (_, { unreadOnly, ...args }, context) =>
      (unreadOnly ? unread : all)(requireViewer(context), args, context),
    unreadNotificationCount: (_, __, context) => unreadCount(requireViewer(context), context),
    notificationPreferences: async (_, __, context) => {
      requireViewer(context);
      return preferencesOf(await context.loaders.inbox());
    },
  },
  Mutation: {
    markNotificationsRead: mutation(async (input: MarkNotificationsReadInput, context: Context) => {
      const viewer = requireViewer(context);
      const selection = checkSelection(input);
      if (selection !== 'all') {
        const notifications = await markRead(viewer, selection, context);
        return { notifications, unreadNotificationCount: await unreadCount(viewer, context) };
      }
      await context.store.inboxes.beginEpoch(viewer);
      context.loaders.changed();
      return { unreadNotificationCount: await unreadCount(viewer, context) };
    }),
    updateNotificationPreferences: mutation(async (input: UpdateNotificationPreferencesInput, context: Context) => {
      const viewer = requireViewer(context);
      await context.store.inboxes.setPreferences(viewer, checkPreferences(input.preferences));
      context.loaders.changed();
      return { preferences: preferencesOf(await context.loaders.inbox()) };
    }),
  },
  Subscription: {
    notificationReceived: {
      subscribe: (_, { after }, context) => {
        const viewer = requireViewer(context);
        if (!context.stream) throw noStream();
        return follow(viewer, after, context.stream, context);
      },
      resolve: (notification: Notification | undefined) => {
        if (!notification) throw noStream();
        return notification;
      },
    },
  },
  Notification: {
    __resolveReference: async ({ id }, { identity, loaders }) =>
      identity.userId && isId(id) ? ((await loaders.notification(id)) ?? null) : null,
    updatedAt: ({ createdAt, updatedAt }) => updatedAt ?? createdAt,
    revision: revisionOf,
    read: (notification, _, { loaders }) => loaders.isRead(notification),
    actor: ({ actorId }) => (actorId ? { id: actorId } : null),
    actors: (notification) => actorIdsOf(notification).map((id) => ({ id })),
    actorCount: actorCountOf,
    post: ({ postId }) => (postId ? { id: postId } : null),
    photo: ({ photoId }, _, context) => (photoId ? { id: photoId, ownerId: requireViewer(context) } : null),
    reason: ({ reason }) => reason ?? null,
  },
};
