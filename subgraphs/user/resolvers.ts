import { isId, mutation, requireViewer, UserMistake } from '@banyan/kit';
import type {
  RefreshSessionInput,
  Resolvers,
  SignInInput,
  SignOutInput,
  SignUpInput,
  UpdateProfileInput,
} from './__generated__/resolvers.ts';
import type { Tokens } from './account.ts';
import type { Context } from './context.ts';
import type { RelationEvent } from './events.ts';
import { checkBio, checkDisplayName, type Person } from './person.ts';
import { block, type Change, follow, hides, unblock, unfollow } from './relation.ts';
import type { ListName } from './store/keys.ts';
import type { ListEntry } from './store/relations.ts';

const payloadOf = ({ person, access, refreshToken }: Tokens) => ({
  user: person,
  accessToken: access.token,
  accessTokenExpiresAt: access.expiresAt,
  refreshToken,
});

/** The person, unless hidden from the viewer. */
async function visible(id: string, { loaders, identity }: Context): Promise<Person | null> {
  if (!isId(id)) return null;
  const [person, relation] = await Promise.all([loaders.person(id), loaders.relation(id)]);
  if (!person || (identity.userId !== id && hides(relation))) return null;
  return person;
}

/** A mutation that changes what the viewer and another person are to each other. */
const relationMutation = (change: Change, event: RelationEvent) =>
  mutation(async ({ userId }: { userId: string }, context: Context) => {
    const viewer = requireViewer(context);
    if (userId === viewer) throw new UserMistake('BAD_USER_INPUT', 'userId', 'This person is you.');
    const person = isId(userId) ? await context.loaders.person(userId) : undefined;
    const { blocks } = await context.loaders.relation(userId);
    // Who has been blocked sees nobody here; who has blocked as well may still take that back.
    if (!person || (blocks[userId] && !blocks[viewer])) {
      throw new UserMistake('NOT_FOUND', 'userId', 'There is no such person.');
    }
    await context.store.relations.change(change, event, viewer, userId);
    context.loaders.clear(userId);
    return { user: blocks[userId] ? null : person };
  });

/** In `blockedUsers` one sees whom one has blocked, but not whom they know. */
const isHiddenList = async (owner: string, name: ListName, { loaders }: Context) =>
  name !== 'BLOCKED' && hides(await loaders.relation(owner));

async function list(
  owner: string,
  name: ListName,
  args: { first?: number | null; after?: string | null },
  context: Context,
) {
  const hidden = name !== 'BLOCKED';
  const page = await context.connections.connect<ListEntry>(
    `${name}:${owner}`,
    args,
    async (range) =>
      (await isHiddenList(owner, name, context)) ? [] : context.store.relations.list(owner, name, range),
    (entry) => entry.sk,
  );
  const edges = await Promise.all(
    page.edges.map(async ({ cursor, node: { userId } }) => {
      const node = hidden ? await visible(userId, context) : await context.loaders.person(userId);
      return node ? { cursor, node } : null;
    }),
  );
  return { edges: edges.filter((edge) => edge !== null), pageInfo: page.pageInfo };
}

export const resolvers: Resolvers = {
  Query: {
    viewer: async (_, __, { identity, loaders }) =>
      identity.userId ? ((await loaders.person(identity.userId)) ?? null) : null,
    user: (_, { id }, context) => visible(id, context),
    userByHandle: async (_, { handle }, context) => {
      const id = await context.store.accounts.idOfHandle(handle);
      return id ? visible(id, context) : null;
    },
    blockedUsers: (_, args, context) => list(requireViewer(context), 'BLOCKED', args, context),
  },
  Mutation: {
    signUp: mutation(async (input: SignUpInput, { accounts }: Context) => payloadOf(await accounts.signUp(input))),
    signIn: mutation(async ({ login, password }: SignInInput, { accounts }: Context) =>
      payloadOf(await accounts.signIn(login, password)),
    ),
    refreshSession: mutation(async ({ refreshToken }: RefreshSessionInput, { accounts }: Context) =>
      payloadOf(await accounts.refresh(refreshToken)),
    ),
    signOut: mutation(async (input: SignOutInput, { accounts }: Context) => {
      await accounts.signOut(input.refreshToken, input.everywhere ?? false);
      return {};
    }),
    updateProfile: mutation(async (input: UpdateProfileInput, context: Context) => {
      const id = requireViewer(context);
      await context.store.accounts.updateProfile(id, {
        ...(input.displayName != null && { displayName: checkDisplayName(input.displayName) }),
        ...(input.bio !== undefined && { bio: checkBio(input.bio ?? '') }),
      });
      return { user: await context.store.accounts.person(id) };
    }),
    followUser: relationMutation(follow, 'user.followed'),
    unfollowUser: relationMutation(unfollow, 'user.unfollowed'),
    blockUser: relationMutation(block, 'user.blocked'),
    unblockUser: relationMutation(unblock, 'user.unblocked'),
  },
  User: {
    __resolveReference: ({ id }, context) => visible(id, context),
    email: ({ id, email }, _, { identity }) => (identity.userId === id ? email : null),
    followerCount: async ({ id }, _, { loaders }) => (await loaders.counts(id)).followers,
    followingCount: async ({ id }, _, { loaders }) => (await loaders.counts(id)).following,
    bio: async ({ id, bio }, _, { loaders }) => (hides(await loaders.relation(id)) ? null : (bio ?? null)),
    followers: ({ id }, args, context) => list(id, 'FOLLOWER', args, context),
    following: ({ id }, args, context) => list(id, 'FOLLOWING', args, context),
    viewerFollows: async ({ id }, _, { loaders, identity }) =>
      Boolean((await loaders.relation(id)).follows[identity.userId ?? '']),
    followsViewer: async ({ id }, _, { loaders, identity }) =>
      Boolean(identity.userId && identity.userId !== id && (await loaders.relation(id)).follows[id]),
    viewerBlocks: async ({ id }, _, { loaders, identity }) =>
      Boolean((await loaders.relation(id)).blocks[identity.userId ?? '']),
  },
};
