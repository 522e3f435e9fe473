import { resolve } from 'node:path';
import { seedFeed } from '@banyan/feed/seed';
import { seedNotifications } from '@banyan/notification/seed';
import { seedPhotos } from '@banyan/photo/seed';
import { seedSpam } from '@banyan/spam/seed';
import { seedUsers } from '@banyan/user/seed';
import { startAws } from './aws/aws.ts';
import { awsEnvironment, awsPorts } from './services.ts';
import { makeWorld } from './world.ts';

/** Fills the embedded stores with a small world: into the running system, or, when none runs, into what the next start finds. */

const say = (line: string) => process.stdout.write(`${line}\n`);
const dataDir = resolve(process.env.DATA_DIR || '.data');
const ports = awsPorts(process.env);
const config = { TABLE_PREFIX: 'banyan-', PHOTO_BUCKET: 'banyan-photos' };

const isRunning = await fetch(`http://127.0.0.1:${ports.DynamoDB}/`).then(
  () => true,
  () => false,
);
const aws = isRunning
  ? undefined
  : await startAws({
      path: resolve(dataDir, 'aws'),
      dynamodbPort: ports.DynamoDB,
      kinesisPort: ports.Kinesis,
      s3Port: ports.S3,
      buckets: [config.PHOTO_BUCKET],
    });
Object.assign(process.env, awsEnvironment(ports));

const startedAt = performance.now();
const { users, posts, photos, notifications, blockedUrls } = makeWorld();

async function step(what: string, work: () => Promise<void>) {
  process.stdout.write(`${what} … `);
  await work();
  say('done');
}

await step(`${users.people.length} people and ${users.follows.length} follows`, () => seedUsers(config, users));
await step(`${photos.length} photos`, () => seedPhotos(config, { photos }));
await step(`${blockedUrls.length} blocked URLs`, () => seedSpam(config, { blocked: blockedUrls }));
await step(`${notifications.length} notifications`, () => seedNotifications(config, { notifications }));
await step(`${posts.length} posts with comments and likes`, async () => {
  let published = 0;
  await seedFeed(config, { posts }, () => {
    if (++published % 100 === 0) process.stdout.write(`${published} … `);
  });
});
await aws?.close();

say(`The world is there after ${((performance.now() - startedAt) / 1_000).toFixed(0)} s.`);
if (!isRunning) say('Start it with "npm start".');
say(`Sign in as "${users.people[0]?.handle}" (a moderator) or anybody else with the password "${users.password}".`);
