import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { importJWK, SignJWT } from 'jose';
import { ask, until, want } from './harness/client.ts';
import { act, signUp } from './harness/people.ts';
import { type System, startSystem } from './harness/system.ts';
import { listenAs } from './notificationListener.ts';

let system: System;

beforeAll(async () => {
  system = await startSystem();
});

afterAll(() => system?.stop());

const query = `{
  notifications(first: 20) { edges { node { kind actorCount actor { handle } actors { handle } post { id text } } } }
  unreadNotificationCount
}`;

interface Answer {
  notifications: {
    edges: {
      node: {
        kind: string;
        actorCount: number;
        actor: { handle: string } | null;
        actors: ({ handle: string } | null)[];
        post: { id: string; text: string } | null;
      };
    }[];
  };
  unreadNotificationCount: number;
}

test('what people do to each other reaches them through the gateway, collapsed, and live at the subgraph', async () => {
  const { endpoint } = system;
  const [author, a, b, stranger] = [
    await signUp(endpoint),
    await signUp(endpoint),
    await signUp(endpoint),
    await signUp(endpoint),
  ];
  const jwk = JSON.parse(system.keys.GATEWAY_SIGNING_JWK);
  const identityOf = async (userId?: string) =>
    new SignJWT({ sub: userId })
      .setProtectedHeader({ alg: 'EdDSA', kid: jwk.kid })
      .setIssuer('gateway')
      .setAudience('subgraph')
      .setExpirationTime('60s')
      .sign(await importJWK(jwk));
  const url = system.subgraphUrl('notification').replace('/graphql', '');
  const live = await listenAs({ identityOf, service: { url, stop: async () => {} } }, author.id);

  const text = `Linen again, with @${a.handle} and @${author.handle}`;
  const { post } = await act(endpoint, author, 'publishPost', { text });
  const postId = post?.id;
  await act(endpoint, author, 'blockUser', { userId: stranger.id });
  await act(endpoint, author, 'likePost', { postId });
  await act(endpoint, a, 'likePost', { postId });
  await act(endpoint, b, 'followUser', { userId: author.id });
  await live.has(2);
  await act(endpoint, b, 'likePost', { postId });
  await act(endpoint, b, 'addComment', { postId, text: 'Where from?' });
  await live.has(4);

  const { notifications, unreadNotificationCount } = await want<Answer>(endpoint, query, {}, author.token);
  const nodes = notifications.edges.map(({ node }) => node);
  const byKind = Object.fromEntries(nodes.map((node) => [node.kind, node]));
  expect([nodes.length, unreadNotificationCount]).toEqual([3, 3]);
  expect(byKind.POST_LIKED).toEqual({
    kind: 'POST_LIKED',
    actorCount: 2,
    actor: { handle: b.handle },
    actors: [{ handle: b.handle }, { handle: a.handle }],
    post: { id: postId, text },
  });
  expect(byKind.NEW_FOLLOWER).toMatchObject({ actorCount: 1, actor: { handle: b.handle }, post: null });
  expect(byKind.COMMENT_ADDED).toMatchObject({ actorCount: 1, actor: { handle: b.handle } });
  const mentioned = await until('the mention is told', async () => {
    const { notifications: theirs } = await want<Answer>(endpoint, query, {}, a.token);
    return theirs.edges[0]?.node;
  });
  expect(mentioned).toMatchObject({ kind: 'MENTIONED', actor: { handle: author.handle }, post: { id: postId } });
  live.stop();
});

test('a subscription that is asked for without a stream is refused, and what is beside it served', async () => {
  const somebody = await signUp(system.endpoint);
  const root = await want<{ __schema: { subscriptionType: { fields: { name: string }[] } } }>(
    system.endpoint,
    '{ __schema { subscriptionType { fields { name } } } }',
  );
  expect(root.__schema.subscriptionType.fields).toEqual([{ name: 'notificationReceived' }]);
  const subscription = 'subscription { notificationReceived { id } }';
  const refused = await ask(system.endpoint, subscription, {}, somebody.token);
  expect(refused.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  const served = await ask<Answer>(system.endpoint, query, {}, somebody.token);
  expect([served.errors, served.data.unreadNotificationCount]).toEqual([undefined, 0]);
});
