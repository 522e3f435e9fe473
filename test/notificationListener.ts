import { createClient } from 'graphql-sse';
import { until } from './harness/client.ts';
import type { NotificationWorld } from './notificationWorld.ts';

interface Received {
  id: string;
  revision: string;
  kind: string;
  read: boolean;
  actorCount: number;
}
interface Result {
  data?: { notificationReceived: Received | null } | null;
  errors?: readonly { message: string; extensions?: Record<string, unknown> }[];
}

export const subscription = `subscription ($after: ID) {
  notificationReceived(after: $after) { id revision kind read actorCount }
}`;

/** Listens with the stock client, as the gateway does. */
export async function listenAs(
  world: Pick<NotificationWorld, 'identityOf' | 'service'>,
  userId: string | undefined,
  after?: string | null,
) {
  const results: Result[] = [];
  let comments = '';
  const token = await world.identityOf(userId);
  const client = createClient({
    url: `${world.service.url}/graphql`,
    singleConnection: false,
    retryAttempts: 0,
    headers: { authorization: `Bearer ${token}` },
    fetchFn: async (input: RequestInfo, init: RequestInit) => {
      const response = await fetch(input, init);
      const [body, copy] = response.body?.tee() ?? [];
      const decoder = new TextDecoder();
      const take = (chunk: Uint8Array) => {
        comments += decoder.decode(chunk);
      };
      copy?.pipeTo(new WritableStream({ write: take })).catch(() => {});
      return new Response(body, response);
    },
  });
  const ended = Promise.withResolvers<'complete' | unknown>();
  const stop = client.subscribe<NonNullable<Result['data']>>(
    { query: subscription, variables: { after } },
    {
      next: (result) => void results.push(result as Result),
      error: ended.resolve,
      complete: () => ended.resolve('complete'),
    },
  );
  await until('the stream is open', async () => comments.length > 0);
  return {
    results,
    ended: ended.promise,
    stop,
    heartbeats: () => comments.split(':\n\n').length - 1,
    received: () => results.map(({ data }) => data?.notificationReceived),
    ids: () => results.map(({ data }) => data?.notificationReceived?.id),
    /** Ends when so many have been received. */
    has: (count: number) => until(`${count} are received`, async () => results.length >= count),
  };
}

/** The codes of all errors that a stream has brought. */
export const codesOf = ({ results }: { results: Result[] }) =>
  results.flatMap(({ errors = [] }) => errors.map(({ extensions }) => extensions?.code));
