import { Writable } from 'node:stream';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { createLog, newId, wholePartition } from '@banyan/kit';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Happening } from '../../registry/graphs/happening.ts';
import type { Actor } from '../../registry/keys/actor.ts';
import type { DeliveryState } from '../../registry/webhooks/delivery.ts';
import { createWebhooks, type Webhooks, type WebhooksOptions } from '../../registry/webhooks/webhooks.ts';
import { until } from '../harness/client.ts';
import { isGenuine, type Received, type Receiver, startReceiver } from './receiver.ts';
import { type RegistryTable, startRegistryTable } from './registryTable.ts';

const admin: Actor = { keyId: 'a', name: 'admin', role: 'admin', resources: 'everything' };

let world: RegistryTable;
let logged = '';
const log = createLog(
  'test',
  'trace',
  new Writable({
    write(chunk, _, done) {
      logged += chunk;
      done();
    },
  }),
);

/** What is open until the test ends. */
let instances: Webhooks[] = [];
let receivers: Receiver[] = [];
let graphId: string;

beforeAll(async () => {
  world = await startRegistryTable();
});
beforeEach(() => {
  graphId = `g-${newId()}`;
});
afterEach(async () => {
  await Promise.all(instances.map((instance) => instance.stop()));
  await Promise.all(receivers.map((receiver) => receiver.close()));
  [instances, receivers] = [[], []];
});
afterAll(() => world?.stop());

/** An instance of the registry that tries soon again, `attempts` times. */
function start(attempts = 5, more: Partial<WebhooksOptions> = {}): Webhooks {
  const pause = (tried: number) => (tried < attempts ? 5 : undefined);
  const instance = createWebhooks({ client: world.client, table: world.table, log, sweepMs: 50, pause, ...more });
  instances.push(instance);
  instance.start();
  return instance;
}

async function receiver(answer?: Parameters<typeof startReceiver>[0]): Promise<Receiver> {
  const started = await startReceiver(answer);
  receivers.push(started);
  return started;
}

/** As whoever changes a graph writes it, with the change. */
async function announce(more: Partial<Happening> = {}): Promise<Happening> {
  const happening: Happening = {
    id: newId(),
    kind: 'launch.succeeded',
    ref: `${graphId}@prod`,
    launchId: newId(),
    at: new Date().toISOString(),
    by: 'CI',
    summary: 'feed was published',
    details: ['+ Post.text'],
    ...more,
  };
  const Item = { pk: 'ANNOUNCE', sk: happening.id, ...happening };
  await world.client.send(new PutCommand({ TableName: world.table, Item }));
  for (const instance of instances) instance.notify();
  return happening;
}

async function itemsOf(pk: string): Promise<unknown[]> {
  const items: unknown[] = [];
  for await (const page of wholePartition(world.client, world.table, pk)) items.push(...page);
  return items;
}

/** Waits until the deliveries of a webhook, newest first, are in these states. */
const settled = (webhooks: Webhooks, id: string, ...states: DeliveryState[]) =>
  until(`deliveries are ${states}`, async () => {
    const deliveries = await webhooks.deliveries(graphId, id, { limit: 10 });
    return deliveries.map(({ state }) => state).join() === states.join() && deliveries;
  });

const idOf = ({ headers }: Received) => headers['webhook-id'];

describe('telling', () => {
  test('posts what happened, signed', async () => {
    const webhooks = start();
    const { received, url } = await receiver();
    const { webhook, secret } = await webhooks.create(graphId, { url }, admin);
    const happening = await announce();
    const [delivery] = await settled(webhooks, webhook.id, 'delivered');
    expect(received).toHaveLength(1);
    const [first] = received as [Received];
    expect(first.headers['content-type']).toBe('application/json');
    expect(JSON.parse(first.body)).toMatchObject({ type: 'launch.succeeded', data: { ref: happening.ref } });
    expect(isGenuine(first, secret)).toBe(true);
    expect(isGenuine({ ...first, body: first.body.replace('feed', 'spam') }, secret)).toBe(false);
    expect(isGenuine({ ...first, headers: { ...first.headers, 'webhook-id': 'x' } }, secret)).toBe(false);
    expect(isGenuine(first, secret, Date.now() + 600_000)).toBe(false);
    expect(delivery).toMatchObject({ id: idOf(first), attempts: 1, happening });
    expect(await itemsOf('ANNOUNCE')).toEqual([]);
    expect(await itemsOf('WEBHOOK#DUE')).toEqual([]);
    await until('it is noted', async () => (await webhooks.find(graphId, webhook.id))?.lastDeliveredAt);
  });

  test('reaches those that asked for it, in their format', async () => {
    const webhooks = start();
    const all = await receiver();
    const slack = await receiver();
    const none = await receiver();
    await webhooks.create(graphId, { url: all.url }, admin);
    await webhooks.create(
      graphId,
      { url: slack.url, variant: 'prod', format: 'slack', kinds: ['check.failed'] },
      admin,
    );
    await webhooks.create(graphId, { url: none.url, variant: 'staging' }, admin);
    await webhooks.create(graphId, { url: none.url, kinds: ['launch.failed'] }, admin);
    await webhooks.create(graphId, { url: none.url, state: 'paused' }, admin);
    await webhooks.create(`${graphId}x`, { url: none.url }, admin);
    await announce({ kind: 'check.failed', checkId: 'c', launchId: undefined });
    await until('both were told', async () => all.received.length === 1 && slack.received.length === 1);
    expect(JSON.parse(slack.received[0]?.body ?? '')).toMatchObject({
      text: expect.any(String),
      blocks: expect.any(Array),
    });
    await until('nothing is pending', async () => (await itemsOf('WEBHOOK#DUE')).length === 0);
    expect(none.received).toEqual([]);
  });

  test('what is announced again is one delivery', async () => {
    const webhooks = start();
    const { received, url } = await receiver();
    const { webhook } = await webhooks.create(graphId, { url }, admin);
    const happening = await announce();
    await settled(webhooks, webhook.id, 'delivered');
    await announce(happening);
    await until('the announcement is gone', async () => (await itemsOf('ANNOUNCE')).length === 0);
    await announce();
    await settled(webhooks, webhook.id, 'delivered', 'delivered');
    expect(received).toHaveLength(2);
  });

  test('is done once by three instances', async () => {
    const [webhooks] = [start(), start(), start()];
    const { received, url } = await receiver();
    const { webhook } = await webhooks.create(graphId, { url }, admin);
    const happenings = [];
    for (let count = 0; count < 5; count++) happenings.push(await announce());
    await settled(webhooks, webhook.id, ...happenings.map(() => 'delivered' as const));
    expect(new Set(received.map(idOf)).size).toBe(5);
    expect(received).toHaveLength(5);
  });

  test('goes on where an instance has stopped in the middle', async () => {
    const first = start();
    const { received, url } = await receiver((response, count) => {
      if (count > 1) response.writeHead(200).end('ok');
    });
    const { webhook } = await first.create(graphId, { url }, admin);
    await announce();
    await until('it is being told', async () => received.length === 1);
    await first.stop();
    await settled(start(), webhook.id, 'delivered');
    expect(received.map(idOf)).toEqual([idOf(received[0] as Received), idOf(received[0] as Received)]);
  });
});

describe('a receiver that', () => {
  test('fails three times is told the fourth time, with the same id', async () => {
    const webhooks = start(4);
    const { received, url } = await receiver((response, count) => response.writeHead(count < 4 ? 503 : 200).end());
    const { webhook, secret } = await webhooks.create(graphId, { url }, admin);
    await announce();
    const [delivery] = await settled(webhooks, webhook.id, 'delivered');
    expect(delivery?.attempts).toBe(4);
    expect(delivery?.error).toBeUndefined();
    expect(received).toHaveLength(4);
    expect(new Set(received.map(idOf)).size).toBe(1);
    expect(received.every((each) => isGenuine(each, secret))).toBe(true);
    await until('the error is gone', async () => !(await webhooks.find(graphId, webhook.id))?.lastError);
  });

  test('fails every time is given up with its last error, and told when somebody asks', async () => {
    let down = true;
    const webhooks = start(4);
    const { received, url } = await receiver((response) => response.writeHead(down ? 500 : 200).end());
    const { webhook } = await webhooks.create(graphId, { url }, admin);
    const { id } = await announce();
    const [dead] = await settled(webhooks, webhook.id, 'dead');
    expect(dead).toMatchObject({ attempts: 4, error: 'It answered 500.' });
    expect(received).toHaveLength(4);
    await until(
      'it is noted',
      async () => (await webhooks.find(graphId, webhook.id))?.lastError === 'It answered 500.',
    );
    expect(await itemsOf('WEBHOOK#DUE')).toEqual([]);
    down = false;
    await webhooks.redeliver(graphId, webhook.id, id);
    await settled(webhooks, webhook.id, 'delivered');
    expect(new Set(received.map(idOf)).size).toBe(1);
    await expect(webhooks.redeliver(graphId, webhook.id, newId())).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('hangs holds up nobody', async () => {
    const webhooks = start();
    const hanging = await receiver(() => {});
    const prompt = await receiver();
    const stuck = (await webhooks.create(graphId, { url: hanging.url }, admin)).webhook;
    const fine = (await webhooks.create(graphId, { url: prompt.url }, admin)).webhook;
    await announce();
    await until('it hangs', async () => hanging.received.length === 1);
    await announce();
    await settled(webhooks, fine.id, 'delivered', 'delivered');
    await settled(webhooks, stuck.id, 'pending', 'pending');
    expect(hanging.received).toHaveLength(1);
    await webhooks.remove(graphId, stuck.id);
    await webhooks.stop();
    start();
    await until('nothing is pending', async () => (await itemsOf('WEBHOOK#DUE')).length === 0);
  });

  test('hangs is given up after the deadline', async () => {
    const webhooks = start(1, { deadlineMs: 200 });
    const { url } = await receiver(() => {});
    const { webhook } = await webhooks.create(graphId, { url }, admin);
    await announce();
    const [dead] = await settled(webhooks, webhook.id, 'dead');
    expect(dead?.error).toBe('It did not answer within 0.2 s.');
  });

  test('answers without an end is not read', async () => {
    const webhooks = start(1);
    const { url } = await receiver((response) => {
      response.writeHead(200);
      const more = () => {
        while (response.write('x'.repeat(65_536)));
        response.once('drain', more);
      };
      more();
    });
    const { webhook } = await webhooks.create(graphId, { url }, admin);
    await announce();
    await settled(webhooks, webhook.id, 'delivered');
  });

  test('redirects is not followed', async () => {
    const webhooks = start(1);
    const elsewhere = await receiver();
    const { url } = await receiver((response) => response.writeHead(307, { location: elsewhere.url }).end());
    const { webhook } = await webhooks.create(graphId, { url }, admin);
    await announce();
    const [dead] = await settled(webhooks, webhook.id, 'dead');
    expect(dead?.error).toContain('a redirect');
    expect(elsewhere.received).toEqual([]);
  });

  test('is not there is an error', async () => {
    const webhooks = start(1);
    const gone = await startReceiver();
    await gone.close();
    const { webhook } = await webhooks.create(graphId, { url: gone.url }, admin);
    await announce();
    const [dead] = await settled(webhooks, webhook.id, 'dead');
    expect(dead?.error).toBe('It could not be reached (ECONNREFUSED).');
  });
});

describe('a webhook', () => {
  test('shows its secret once, and no log has it', async () => {
    const webhooks = start(2);
    const { url } = await receiver((response) => response.writeHead(500).end());
    const { webhook, secret } = await webhooks.create(graphId, { url }, admin);
    const next = await webhooks.rotateSecret(graphId, webhook.id);
    expect(next).not.toBe(secret);
    await announce();
    const deliveries = await settled(webhooks, webhook.id, 'dead');
    const listed = await webhooks.list(graphId);
    expect(listed).toEqual([{ ...webhook, lastError: 'It answered 500.' }]);
    for (const each of [secret, next]) {
      expect(JSON.stringify([webhook, deliveries, listed])).not.toContain(each);
      expect(logged).not.toContain(each.slice('whsec_'.length));
    }
  });

  test('signs with its new secret', async () => {
    const webhooks = start();
    const { received, url } = await receiver();
    const { webhook, secret } = await webhooks.create(graphId, { url }, admin);
    const next = await webhooks.rotateSecret(graphId, webhook.id);
    await announce();
    await settled(webhooks, webhook.id, 'delivered');
    expect([secret, next].map((each) => isGenuine(received[0] as Received, each))).toEqual([false, true]);
    await expect(webhooks.rotateSecret(graphId, newId())).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('can be changed, and told elsewhere from then on', async () => {
    const webhooks = start();
    const [before, after] = [await receiver(), await receiver()];
    const { webhook } = await webhooks.create(graphId, { url: before.url, variant: 'staging' }, admin);
    const changed = await webhooks.update(graphId, webhook.id, { url: after.url });
    expect(changed).toEqual({ ...webhook, url: after.url, variant: undefined });
    expect(await webhooks.find(graphId, webhook.id)).toEqual(changed);
    await announce();
    await settled(webhooks, webhook.id, 'delivered');
    expect([before.received.length, after.received.length]).toEqual([0, 1]);
    const narrow = { url: after.url, variant: 'prod', kinds: ['launch.failed' as const] };
    expect(await webhooks.update(graphId, webhook.id, narrow)).toMatchObject(narrow);
    await expect(webhooks.update(graphId, webhook.id, { url: 'x' })).rejects.toMatchObject({ field: 'url' });
    await expect(webhooks.update(graphId, newId(), narrow)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('that is ended gets nothing more, not even what is pending', async () => {
    const webhooks = start(100);
    const { received, url } = await receiver((response) => response.writeHead(500).end());
    const { webhook } = await webhooks.create(graphId, { url }, admin);
    await announce();
    await until('it was tried', async () => received.length > 0);
    expect(await webhooks.remove(graphId, webhook.id)).toBe(true);
    expect(await webhooks.remove(graphId, webhook.id)).toBe(false);
    await until('nothing is pending', async () => (await itemsOf('WEBHOOK#DUE')).length === 0);
    expect(await itemsOf(`WEBHOOK#${webhook.id}`)).toEqual([]);
    expect(await webhooks.list(graphId)).toEqual([]);
  });

  test('is one of at most twenty of a graph', async () => {
    const webhooks = start();
    const url = 'http://127.0.0.1:9/';
    for (let count = 0; count < 20; count++) await webhooks.create(graphId, { url }, admin);
    await expect(webhooks.create(graphId, { url }, admin)).rejects.toMatchObject({ code: 'CONFLICT' });
    const [first] = await webhooks.list(graphId);
    await webhooks.remove(graphId, first?.id ?? '');
    await webhooks.create(graphId, { url }, admin);
    expect(await webhooks.list(graphId)).toHaveLength(20);
  });
});
