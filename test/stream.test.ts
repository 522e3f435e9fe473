import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { Defer20220824Handler, GraphQL17Alpha9Handler } from '@apollo/client/incremental';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { LocalState } from '@apollo/client/local-state';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createClient as createSseClient } from 'graphql-sse';
import { createClient as createWsClient } from 'graphql-ws';
import WebSocket from 'ws';
import { until } from './harness/client.ts';
import { act, type Somebody, signUp } from './harness/people.ts';
import { type System, startSystem } from './harness/system.ts';

let system: System;
let author: Somebody;
let fan: Somebody;
let postId: string;

beforeAll(async () => {
  system = await startSystem();
  [author, fan] = await Promise.all([signUp(system.endpoint, 'author'), signUp(system.endpoint, 'fan')]);
  const { post } = await act(system.endpoint, author, 'publishPost', { text: 'Shown in parts' });
  postId = post?.id ?? '';
});
afterAll(() => system?.stop());

/** Kind and who, the second from another domain. */
const subscription = 'subscription Live { notificationReceived { id kind actorCount actors { handle } } }';

interface Live {
  notificationReceived: { kind: string; actors: { handle: string }[] } | null;
}

/** Has the fan mention the author until that is received: whoever listens hears of what comes after. */
async function expectMention(received: readonly Live[]): Promise<void> {
  await until('the author is told', async () => {
    await act(system.endpoint, fan, 'publishPost', { text: `Look, @${author.handle}` });
    return received.length > 0;
  });
  expect(received[0]?.notificationReceived).toMatchObject({ kind: 'MENTIONED', actors: [{ handle: fan.handle }] });
}

describe('what happens to somebody arrives at once, with what other domains say of it', () => {
  test('over an event stream, with graphql-sse', async () => {
    const client = createSseClient({
      url: system.endpoint,
      headers: { authorization: `Bearer ${author.token}` },
      retryAttempts: 0,
    });
    const received: Live[] = [];
    const stop = client.subscribe<Live & Record<string, unknown>>(
      { query: subscription },
      { next: ({ data }) => void (data && received.push(data)), error: () => {}, complete: () => {} },
    );
    await expectMention(received);
    stop();
  });

  test('over a WebSocket, with Apollo Client', async () => {
    const socket = createWsClient({
      url: system.endpoint.replace('http', 'ws'),
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${author.token}` },
      retryAttempts: 0,
    });
    const client = new ApolloClient({ link: new GraphQLWsLink(socket), cache: new InMemoryCache() });
    const received: Live[] = [];
    const listening = client.subscribe<Live>({ query: gql(subscription) }).subscribe(({ data }) => {
      if (data) received.push(data);
    });
    await expectMention(received);
    listening.unsubscribe();
    client.stop();
    await socket.dispose();
  });
});

test.each([
  ['deferSpec=20220824', new Defer20220824Handler()],
  ['incrementalSpec=v0.2', new GraphQL17Alpha9Handler()],
])('@defer, with Apollo Client and %s: first what is there, then the rest', async (_, incrementalHandler) => {
  const bodies: Promise<string>[] = [];
  const fetchAndKeep: typeof fetch = async (input, init) => {
    const response = await fetch(input, init);
    bodies.push(response.clone().text());
    return response;
  };
  const client = new ApolloClient({
    link: new HttpLink({ uri: system.endpoint, fetch: fetchAndKeep }),
    cache: new InMemoryCache(),
    localState: new LocalState(),
    incrementalHandler,
  });
  const query = gql`
    query InParts($id: ID!) { post(id: $id) { id text ...Slow @defer } }
    fragment Slow on Post { author { id handle } }
  `;
  const whole = Promise.withResolvers<unknown>();
  const watching = client.watchQuery({ query, variables: { id: postId } }).subscribe(({ data, dataState, error }) => {
    if (error) whole.reject(error);
    if (dataState === 'complete') whole.resolve(data);
  });
  expect(await whole.promise).toMatchObject({ post: { text: 'Shown in parts', author: { handle: author.handle } } });
  const [first, second] = ((await bodies[0]) ?? '').split('\r\n---').filter((part) => part.includes('{'));
  expect([first?.includes('Shown in parts'), first?.includes(author.handle)]).toEqual([true, false]);
  expect([second?.includes('Shown in parts'), second?.includes(author.handle)]).toEqual([false, true]);
  watching.unsubscribe();
  client.stop();
});
