import { grantScopes } from '@banyan/user/grant';
import { want } from './client.ts';

export interface Somebody {
  id: string;
  handle: string;
  password: string;
  token: string;
  refreshToken: string;
}

const signUpMutation = `mutation ($input: SignUpInput!) {
  signUp(input: $input) { user { id } accessToken refreshToken userErrors { code field message } }
}`;

let count = 0;

/** Signs somebody up, through the gateway. */
export async function signUp(endpoint: string, name = 'somebody'): Promise<Somebody> {
  const handle = `${name}_${process.pid % 1_000}_${count++}`;
  const input = { handle, email: `${handle}@example.com`, password: 'correct horse battery' };
  const { signUp: payload } = await want<{
    signUp: { user: { id: string }; accessToken: string; refreshToken: string; userErrors: object[] };
  }>(endpoint, signUpMutation, { input });
  if (!payload.user) throw new Error(JSON.stringify(payload.userErrors));
  const { user, accessToken, refreshToken } = payload;
  return { id: user.id, handle, password: input.password, token: accessToken, refreshToken };
}

/** Signs somebody up who may do what these scopes allow. The process's environment must say where the tables are. */
export async function signUpWith(scopes: string[], endpoint: string, name = 'somebody'): Promise<Somebody> {
  const somebody = await signUp(endpoint, name);
  await grantScopes({ TABLE_PREFIX: 'banyan-' }, somebody.handle, scopes);
  const { signIn } = await want<{ signIn: { accessToken: string; refreshToken: string } }>(
    endpoint,
    'mutation ($input: SignInInput!) { signIn(input: $input) { accessToken refreshToken } }',
    { input: { login: somebody.handle, password: somebody.password } },
  );
  return { ...somebody, token: signIn.accessToken, refreshToken: signIn.refreshToken };
}

const mutations = {
  followUser:
    'mutation ($input: FollowUserInput!) { followUser(input: $input) { user { id } userErrors { code field } } }',
  unfollowUser:
    'mutation ($input: UnfollowUserInput!) { unfollowUser(input: $input) { user { id } userErrors { code field } } }',
  blockUser:
    'mutation ($input: BlockUserInput!) { blockUser(input: $input) { user { id } userErrors { code field } } }',
  unblockUser:
    'mutation ($input: UnblockUserInput!) { unblockUser(input: $input) { user { id } userErrors { code field } } }',
  publishPost:
    'mutation ($input: PublishPostInput!) { publishPost(input: $input) { post { id } userErrors { code field } } }',
  deletePost:
    'mutation ($input: DeletePostInput!) { deletePost(input: $input) { deletedPostId userErrors { code field } } }',
  addComment:
    'mutation ($input: AddCommentInput!) { addComment(input: $input) { comment { id } userErrors { code field } } }',
  deleteComment:
    'mutation ($input: DeleteCommentInput!) { deleteComment(input: $input) { deletedCommentId userErrors { code field } } }',
  likePost:
    'mutation ($input: LikePostInput!) { likePost(input: $input) { post { likeCount } userErrors { code field } } }',
  unlikePost:
    'mutation ($input: UnlikePostInput!) { unlikePost(input: $input) { post { likeCount } userErrors { code field } } }',
  blockUrl:
    'mutation ($input: BlockUrlInput!) { blockUrl(input: $input) { blockedUrl { isBlocked } userErrors { code field } } }',
  unblockUrl:
    'mutation ($input: UnblockUrlInput!) { unblockUrl(input: $input) { blockedUrl { isBlocked } userErrors { code field } } }',
};

interface Payload {
  userErrors: { code: string; field: string | null }[];
  post?: { id: string; likeCount: number };
  comment?: { id: string };
  deletedPostId?: string;
  deletedCommentId?: string;
  user?: { id: string };
  blockedUrl?: { isBlocked: boolean };
}

/** Runs one of the mutations of the common life; its payload. */
export async function act(
  endpoint: string,
  who: Somebody,
  what: keyof typeof mutations,
  input: object,
): Promise<Payload> {
  const data = await want<Record<string, Payload>>(endpoint, mutations[what], { input }, who.token);
  return data[what] as Payload;
}
