import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Identity, newId, readConfig } from '@banyan/kit';
import { notificationSettings, startNotification } from '@banyan/notification';
import { expect } from '@jest/globals';
import { importJWK, SignJWT } from 'jose';
import { startAws } from '../dev/aws/aws.ts';
import { makeKeys } from '../dev/keys.ts';
import { awsEnvironment } from '../dev/services.ts';
import { createLoaders } from '../subgraphs/notification/loaders.ts';
import type { Happening } from '../subgraphs/notification/notification.ts';
import { createStore, type Store } from '../subgraphs/notification/store.ts';

/** The notification subgraph alone, with data and ports of its own. */
export async function startNotificationWorld(settings: NodeJS.ProcessEnv = {}) {
  const before = { ...process.env };
  const path = await mkdtemp(join(tmpdir(), 'banyan-notification-'));
  const aws = await startAws({ path, dynamodbPort: 0, kinesisPort: 0, s3Port: 0, buckets: ['unused'] });
  const port = (url: string) => Number(new URL(url).port);
  const ports = { DynamoDB: port(aws.dynamodbUrl), Kinesis: port(aws.kinesisUrl), S3: port(aws.s3Url) };
  Object.assign(process.env, awsEnvironment(ports));
  const keys = await makeKeys();
  const table = { TABLE_PREFIX: 'of-a-test-' };
  const env = { ...keys, ...table, PORT: '0', LOG_LEVEL: 'silent', REQUEST_DEADLINE_MS: '10000', ...settings };
  const start = (more: NodeJS.ProcessEnv = {}) =>
    startNotification(readConfig(notificationSettings, { ...env, ...more }));
  const service = await start();
  const store = createStore(`${table.TABLE_PREFIX}notification`);
  const jwk = JSON.parse(keys.GATEWAY_SIGNING_JWK);
  const key = await importJWK(jwk);

  return {
    aws,
    store,
    table,
    service,
    /** Another instance of the service on the same table. */
    startAnother: start,
    /** What the gateway sends as the identity of a person, or of nobody. */
    async identityOf(userId?: Identity['userId']): Promise<string> {
      const identity = new SignJWT().setProtectedHeader({ alg: 'EdDSA', kid: jwk.kid });
      identity.setIssuer('gateway').setAudience('subgraph').setExpirationTime('60s');
      if (userId) identity.setSubject(userId);
      return identity.sign(key);
    },
    async stop() {
      await service.stop();
      store.client.destroy();
      await aws.close();
      await rm(path, { recursive: true, force: true });
      process.env = before;
    },
  };
}

export type NotificationWorld = Awaited<ReturnType<typeof startNotificationWorld>>;

/** A photo that is ready: it collapses with nothing. */
export const happening = (name: string = newId()): Happening => ({
  kind: 'PHOTO_PROCESSED',
  photoId: name,
  createdAt: new Date().toISOString(),
  occasion: name,
});

/** Somebody likes a post. */
export const like = (postId: string, actorId = newId()): Happening => ({
  kind: 'POST_LIKED',
  postId,
  actorId,
  createdAt: new Date().toISOString(),
  occasion: `POST_LIKED#${postId}#${actorId}`,
});

/** Everything that a person can see, newest first. */
export async function lookAt(store: Store, userId: string) {
  const { inbox, isRead } = createLoaders(store, userId);
  const { epoch, disabled } = await inbox();
  const listed = await store.notifications.list(userId, { limit: 1_000 });
  const read = await Promise.all(listed.map(isRead));
  const unread = (await store.unread.list(userId, epoch, { limit: 1_000 })).map(({ id }) => id);
  expect(unread).toEqual(listed.filter((_, at) => !read[at]).map(({ id }) => id));
  const count = await store.unread.count(userId, epoch);
  expect(count).toBe(unread.length);
  return { listed, ids: listed.map(({ id }) => id), unread, count, disabled: [...disabled] };
}

/** Marks these of a person's notifications as read. */
export async function mark(store: Store, userId: string, ids: readonly string[]): Promise<void> {
  const found = await store.notifications.find(userId, ids);
  await store.unread.clear(
    userId,
    found.filter((notification) => notification !== undefined),
  );
}
