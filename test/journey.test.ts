import { ApolloClient, ApolloLink, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { SetContextLink } from '@apollo/client/link/context';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from './harness/client.ts';
import { type HomeFeed, homeFeedQuery } from './harness/homeFeed.ts';
import { png } from './harness/photo.ts';
import { type System, startSystem } from './harness/system.ts';

/** What a person does on the first day, as an app does it for them: with Apollo Client, against the one endpoint. */

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system?.stop());

/** An app on somebody's phone, signed in once it has a token. */
function createApp() {
  let token: string | undefined;
  const authorize = new SetContextLink(({ headers }) => ({
    headers: { ...headers, ...(token && { authorization: `Bearer ${token}` }) },
  }));
  const link = ApolloLink.from([authorize, new HttpLink({ uri: system.endpoint })]);
  const client = new ApolloClient({ link, cache: new InMemoryCache() });

  return {
    async signUp(handle: string): Promise<string> {
      const { data } = await client.mutate<{ signUp: { accessToken: string; user: { id: string } } }>({
        mutation: gql`mutation ($input: SignUpInput!) {
          signUp(input: $input) { accessToken user { id } userErrors { message } }
        }`,
        variables: { input: { handle, email: `${handle}@example.com`, password: 'correct horse' } },
      });
      token = data?.signUp.accessToken;
      return data?.signUp.user.id ?? '';
    },
    async do<Data>(document: string, variables: object): Promise<Data> {
      const { data } = await client.mutate<Data>({ mutation: gql(document), variables });
      return data as Data;
    },
    async see<Data>(document: string, variables: object = {}): Promise<Data> {
      const { data } = await client.query<Data>({ query: gql(document), variables, fetchPolicy: 'network-only' });
      return data as Data;
    },
  };
}

interface Upload {
  requestPhotoUpload: {
    photo: { id: string };
    upload: { method: string; url: string; headers: { name: string; value: string }[] };
  };
}

test('sign up, follow, publish a post with a photo, and see it in a follower’s home feed', async () => {
  const [minji, jiho] = [createApp(), createApp()];
  const minjiId = await minji.signUp('minji');
  await jiho.signUp('jiho');
  await jiho.do(
    'mutation ($input: FollowUserInput!) { followUser(input: $input) { user { id viewerFollows followerCount } } }',
    {
      input: { userId: minjiId },
    },
  );

  const { requestPhotoUpload } = await minji.do<Upload>(
    `mutation ($input: RequestPhotoUploadInput!) {
      requestPhotoUpload(input: $input) { photo { id } upload { method url headers { name value } } }
    }`,
    { input: { contentType: 'IMAGE_PNG', byteSize: png.length } },
  );
  const { photo, upload } = requestPhotoUpload;
  const headers = Object.fromEntries(upload.headers.map(({ name, value }) => [name, value]));
  expect((await fetch(upload.url, { method: upload.method, headers, body: new Uint8Array(png) })).status).toBe(200);
  await minji.do(
    'mutation ($input: CompletePhotoUploadInput!) { completePhotoUpload(input: $input) { photo { id status } } }',
    {
      input: { photoId: photo.id },
    },
  );
  await minji.do(
    'mutation ($input: PublishPostInput!) { publishPost(input: $input) { post { id } userErrors { message } } }',
    {
      input: { text: '오늘의 #코디, seen at free-gifts.example/win', photoIds: [photo.id] },
    },
  );

  const feed = await until('the post is in the home feed, with its photo', async () => {
    const { homeFeed } = await jiho.see<HomeFeed>(homeFeedQuery, { first: 10 });
    const edge = homeFeed?.edges[0];
    return edge?.node.photos?.[0]?.url ? edge : undefined;
  });
  const { node } = feed;
  expect(node).toMatchObject({
    text: '오늘의 #코디, seen at free-gifts.example/win',
    author: { id: minjiId, handle: 'minji' },
    photos: [{ id: photo.id, contentType: 'IMAGE_WEBP' }],
    likeCount: 0,
    spamVerdict: { isSpam: false },
  });
  const shown = await fetch(node.photos?.[0]?.url ?? '');
  expect(shown.headers.get('content-type')).toBe('image/webp');
  expect(Buffer.from(await shown.arrayBuffer()).toString('latin1', 8, 12)).toBe('WEBP');

  await jiho.do(
    'mutation ($input: LikePostInput!) { likePost(input: $input) { post { id likeCount viewerHasLiked } } }',
    {
      input: { postId: node.id },
    },
  );
  await jiho.do(
    'mutation ($input: AddCommentInput!) { addComment(input: $input) { comment { id } userErrors { message } } }',
    {
      input: { postId: node.id, text: '예뻐요!' },
    },
  );
  const { post } = await minji.see<{ post: object }>(
    `query ($id: ID!) { post(id: $id) { hashtags likeCount commentCount firstComments { text author { handle } } } }`,
    { id: node.id },
  );
  expect(post).toMatchObject({
    hashtags: ['코디'],
    likeCount: 1,
    commentCount: 1,
    firstComments: [{ text: '예뻐요!', author: { handle: 'jiho' } }],
  });
});
