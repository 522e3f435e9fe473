import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type CloudEvent,
  type Consumer,
  createDocumentClient,
  createLog,
  createOutbox,
  createStream,
  deadLetters,
  type EventStream,
  ensureTable,
  measureLag,
  replayDeadLetters,
  startConsumer,
  startRelay,
} from '@banyan/kit';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Aws, startAws } from '../dev/aws/aws.ts';
import { awsEnvironment } from '../dev/services.ts';
import { until } from './harness/client.ts';

/** The spine between the domains, on the embedded stream: outbox, relay, consumer. */

const log = createLog('test', 'silent');

let dataDir: string;
let aws: Aws;
let stream: EventStream;
let table: string;
let client: ReturnType<typeof createDocumentClient>;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'banyan-events-'));
  aws = await startAws({ path: dataDir, dynamodbPort: 0, kinesisPort: 0, s3Port: 0, buckets: [] });
  const port = (url: string) => Number(new URL(url).port);
  const ports = { DynamoDB: port(aws.dynamodbUrl), Kinesis: port(aws.kinesisUrl), S3: port(aws.s3Url) };
  Object.assign(process.env, awsEnvironment(ports));
  client = createDocumentClient();
});
afterAll(async () => {
  await aws.close();
  await rm(dataDir, { recursive: true, force: true });
});
beforeEach(async () => {
  stream = createStream(`stream-${randomUUID()}`);
  table = `table-${randomUUID()}`;
  await Promise.all([stream.ensure(), ensureTable(client, table)]);
});

/** Writes an event as a domain does, with a change of its own. */
function publisher() {
  const outbox = createOutbox(client, table, 'test');
  const relay = startRelay(outbox, stream, log);
  const change = () => ({ Put: { TableName: table, Item: { pk: 'CHANGE', sk: randomUUID() } } });
  const publish = (key: string, sequence: number, data: object = {}) =>
    outbox.transact([change()], [{ type: 'thing.happened', key, sequence, data }]);
  return { publish, stop: () => relay.stop() };
}

type Handle = (event: CloudEvent) => Promise<void>;
const consume = (handle: Handle): Consumer =>
  startConsumer({ client, table, stream, handlers: { 'thing.happened': handle }, pollMs: 20, log });

/** Remembers what has been handled: `key sequence`, in order. */
function memory() {
  const handled: string[] = [];
  const handle: Handle = async ({ subject, sequence }) => void handled.push(`${subject} ${sequence}`);
  return { handled, handle };
}
const ofKey = (handled: string[], key: string) => handled.filter((one) => one.startsWith(`${key} `));
const inOrder = (key: string, count: number) => Array.from({ length: count }, (_, index) => `${key} ${index + 1}`);

async function dead() {
  const letters = [];
  for await (const page of deadLetters(client, table)) letters.push(...page);
  return letters;
}

test('what is published arrives once and in order for each key, across restarts of relay and consumer', async () => {
  const { handled, handle } = memory();
  const keys = ['a', 'b', 'c'];
  for (let round = 0; round < 3; round++) {
    const { publish, stop } = publisher();
    for (let sequence = round * 10 + 1; sequence <= round * 10 + 10; sequence++) {
      await Promise.all(keys.map((key) => publish(key, sequence)));
    }
    const consumer = consume(handle);
    await until('all has been handled', async () => handled.length >= (round + 1) * 30);
    await consumer.stop();
    await stop();
  }
  for (const key of keys) expect(ofKey(handled, key)).toEqual(inOrder(key, 30));
});

test('an event that is on the stream twice is handled once', async () => {
  const { handled, handle } = memory();
  const { publish, stop } = publisher();
  await publish('a', 1);
  const consumer = consume(handle);
  await until('it has been handled', async () => handled.length === 1);
  const twice: CloudEvent[] = [];
  for (const { id } of await stream.shards()) {
    twice.push(...(await stream.read(await stream.iterator(id))).records.map(({ event }) => event));
  }
  await stream.send(twice);
  await publish('a', 2);
  await until('the next has been handled', async () => handled.includes('a 2'));
  expect(handled).toEqual(['a 1', 'a 2']);
  await consumer.stop();
  await stop();
});

describe('an event that cannot be handled', () => {
  test('ends as a dead letter with its error, holds up nothing behind it, and is replayed after the mend', async () => {
    const { handled, handle } = memory();
    let mended = false;
    const { publish, stop } = publisher();
    const consumer = consume(async (event) => {
      if (event.subject === 'poison' && event.sequence === 1 && !mended) throw new Error('cannot digest this');
      await handle(event);
    });
    await publish('poison', 1);
    await publish('poison', 2);
    await publish('good', 1);
    await until('the others have been handled', async () => handled.length === 2);
    await until('it is dead', async () => (await dead()).length === 1);
    expect(handled.sort()).toEqual(['good 1', 'poison 2']);
    const [letter] = await dead();
    expect(letter).toMatchObject({
      error: 'Error: cannot digest this',
      attempts: 5,
      event: { subject: 'poison', sequence: 1 },
    });

    mended = true;
    expect(await replayDeadLetters(client, table, stream)).toBe(1);
    await until('it has been handled', async () => handled.includes('poison 1'));
    expect(await dead()).toEqual([]);
    expect(handled).toHaveLength(3);
    await consumer.stop();
    await stop();
  });

  test('for a moment only is tried again, and is no dead letter', async () => {
    const { handled, handle } = memory();
    let failures = 0;
    const { publish, stop } = publisher();
    const consumer = consume(async (event) => {
      if (failures++ < 3) throw new Error('not now');
      await handle(event);
    });
    await publish('a', 1);
    await until('it has been handled', async () => handled.length === 1);
    expect(await dead()).toEqual([]);
    await consumer.stop();
    await stop();
  });
});

test('two instances share the shards, and one takes over what the other leaves', async () => {
  const [first, second] = [memory(), memory()];
  const { publish, stop } = publisher();
  const consumers = [consume(first.handle), consume(second.handle)];
  let sequence = 0;
  const publishSome = async () => {
    sequence += 1;
    await Promise.all(Array.from({ length: 12 }, (_, key) => publish(`key${key}`, sequence)));
  };
  await until('both have something to do', async () => {
    await publishSome();
    return first.handled.length > 0 && second.handled.length > 0;
  });
  await consumers[0]?.stop();
  const before = second.handled.length;
  await publishSome();
  const all = () => [...first.handled, ...second.handled];
  await until('all has been handled', async () => new Set(all()).size === sequence * 12);
  expect(second.handled.length).toBeGreaterThan(before);
  for (let key = 0; key < 12; key++) {
    expect([...new Set(ofKey(all(), `key${key}`))].sort()).toEqual(inOrder(`key${key}`, sequence).sort());
  }
  await consumers[1]?.stop();
  await stop();
}, 60_000);

test('lag is the age of the oldest event that is not handled, seen from inside and from outside', async () => {
  const released = Promise.withResolvers<void>();
  const { publish, stop } = publisher();
  const consumer = consume(() => released.promise);
  expect(consumer.lagMs()).toBe(0);
  await publish('a', 1);
  await until('it is behind', async () => consumer.lagMs() > 0);
  const outside = async () => Math.max(...(await measureLag(client, table, stream)).map(({ lagMs }) => lagMs));
  expect(await outside()).toBeGreaterThan(0);
  released.resolve();
  await until('it has caught up', async () => consumer.lagMs() === 0 && (await outside()) === 0);
  await consumer.stop();
  await stop();
});
