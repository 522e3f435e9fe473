import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import {
  type CloudEvent,
  createStream,
  currentRequest,
  newId,
  newTraceId,
  type Running,
  readConfig,
  traceparentFor,
} from '@banyan/kit';
import { type Network, type SpamConfig, spamSettings, startSpam } from '@banyan/spam';
import { jest } from '@jest/globals';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { type Aws, startAws } from '../../dev/aws/aws.ts';
import { ask, until } from './client.ts';

/** The spam subgraph alone, with data of its own, asked as the gateway asks it. */
export interface SpamHouse {
  aws: Aws;
  config: SpamConfig;
  moderatorId: string;
  readerId: string;
  /** Identities that the gateway signed. */
  moderator: string;
  reader: string;
  nobody: string;
  identityOf(userId: string): Promise<string>;
  ask: <Data>(token: string | undefined, query: string, variables?: object) => ReturnType<typeof ask<Data>>;
  /** The same, where any error is a failure of the test. */
  want<Data>(token: string, query: string, variables?: object): Promise<Data>;
  /** Puts events on the stream, as another domain would. */
  send(...events: CloudEvent[]): Promise<void>;
  /** What spam has told of, in order. */
  told(): Promise<CloudEvent<Telling>[]>;
  stopSpam(): Promise<void>;
  startSpam(): Promise<void>;
  stop(): Promise<void>;
}

export interface Telling {
  targetType: string;
  targetId: string;
  postId: string;
  authorId: string;
  reason: string;
}

export async function startSpamHouse(settings: NodeJS.ProcessEnv = {}, network?: Network): Promise<SpamHouse> {
  const environment = { ...process.env };
  const keys = await generateKeyPair('EdDSA');
  const path = await mkdtemp(join(tmpdir(), 'banyan-spam-'));
  const aws = await startAws({ path, dynamodbPort: 0, kinesisPort: 0, s3Port: 0, buckets: [] });
  Object.assign(process.env, {
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'banyan',
    AWS_SECRET_ACCESS_KEY: 'banyan',
    AWS_ENDPOINT_URL_DYNAMODB: aws.dynamodbUrl,
    AWS_ENDPOINT_URL_KINESIS: aws.kinesisUrl,
  });
  const config = readConfig(spamSettings, {
    PORT: '0',
    LOG_LEVEL: 'silent',
    CURSOR_SECRET: randomBytes(32).toString('base64url'),
    GATEWAY_PUBLIC_JWKS: JSON.stringify({ keys: [{ ...(await exportJWK(keys.publicKey)), kid: 'gateway' }] }),
    REQUEST_DEADLINE_MS: '10000',
    EVENT_POLL_MS: '50',
    ...settings,
  });
  const stream = createStream(config.EVENT_STREAM);
  let spam: Running = await startSpam(config, network);

  const identity = (claims: object) =>
    new SignJWT({ ...claims })
      .setProtectedHeader({ alg: 'EdDSA', kid: 'gateway' })
      .setIssuer('gateway')
      .setAudience('subgraph')
      .setExpirationTime('1h')
      .sign(keys.privateKey);
  const moderatorId = newId();
  const readerId = newId();
  const request = <Data>(token: string | undefined, query: string, variables: object = {}) =>
    ask<Data>(`${spam.url}/graphql`, query, variables, token);

  async function shardEvents(shard: string): Promise<CloudEvent<Telling>[]> {
    const found: CloudEvent[] = [];
    for (let next: string | undefined = await stream.iterator(shard); next; ) {
      const page = await stream.read(next);
      found.push(...page.records.map(({ event }) => event));
      next = page.records.length > 0 ? page.next : undefined;
    }
    return found as CloudEvent<Telling>[];
  }

  return {
    aws,
    config,
    moderatorId,
    readerId,
    moderator: await identity({ sub: moderatorId, scope: 'spam:moderate' }),
    reader: await identity({ sub: readerId }),
    nobody: await identity({}),
    identityOf: (userId) => identity({ sub: userId }),
    ask: request,
    async want(token, query, variables) {
      const { data, errors } = await request<never>(token, query, variables);
      if (errors) throw new Error(`unexpected errors: ${JSON.stringify(errors)}`);
      return data;
    },
    async send(...events) {
      const sent = await stream.send(events);
      if (!sent.every(Boolean)) throw new Error('the stream did not take every event');
    },
    async told() {
      const shards = await Promise.all((await stream.shards()).map(({ id }) => shardEvents(id)));
      return shards.flat().filter(({ source }) => source === '/banyan/spam');
    },
    stopSpam: () => spam.stop(),
    async startSpam() {
      spam = await startSpam({ ...config, PORT: Number(new URL(spam.url).port) }, network);
    },
    async stop() {
      await spam.stop();
      await aws.close();
      await rm(path, { recursive: true, force: true });
      process.env = environment;
    },
  };
}

const envelope = (type: string, subject: string, sequence: number, data: object): CloudEvent => ({
  specversion: '1.0',
  id: newId(),
  source: '/banyan/feed',
  type,
  subject,
  time: new Date().toISOString(),
  datacontenttype: 'application/json',
  traceparent: traceparentFor(newTraceId()),
  sequence,
  data,
});

/** A post as feed tells of it. */
export function newPost(text: string, authorId = newId()) {
  const postId = newId();
  const data = { postId, authorId, text, photoIds: [], hashtags: [], mentions: [] };
  return {
    id: postId,
    authorId,
    published: envelope('post.published', postId, 1, data),
    deleted: envelope('post.deleted', postId, 2, { postId, authorId }),
  };
}

/** A comment as feed tells of it. */
export function newComment(text: string, authorId = newId()) {
  const commentId = newId();
  const postId = newId();
  const data = { commentId, postId, postAuthorId: newId(), authorId, text };
  return { id: commentId, postId, authorId, added: envelope('comment.added', commentId, 1, data) };
}

export interface Case {
  status: string;
  heldBy: string | null;
  text: string | null;
  reportCount: number;
  author: { id: string };
  decisions: {
    edges: { node: { status: string; reason: string | null; detail: string; by: { id: string } | null } }[];
  };
}

const spamCase = `query ($type: SpamTargetType!, $id: ID!) {
  spamCase(targetType: $type, targetId: $id) {
    status heldBy text reportCount author { id } decisions { edges { node { status reason detail by { id } } } }
  }
}`;

/** What spam knows of a target, as soon as it stands so. */
export const caseOf = (house: SpamHouse, id: string, status: string, type = 'POST'): Promise<Case> =>
  until(`${type} ${status}`, async () => {
    const { spamCase: found } = await house.want<{ spamCase: Case | null }>(house.moderator, spamCase, { type, id });
    return found?.status === status && found;
  });

interface Payload<Thing> {
  payload: Thing & { userErrors: { code: string; field: string | null }[] };
}

/** Runs a mutation of one input; its payload. */
export async function mutate<Thing>(
  house: SpamHouse,
  token: string,
  [name, input, selection]: [name: string, input: object, selection: string],
): Promise<Payload<Thing>['payload']> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { payload: ${name}(input: $input) { ${selection} userErrors { code field } } }`;
  return (await house.want<Payload<Thing>>(token, query, { input })).payload;
}

/** Blocks a URL, or takes its block back. */
export const moderate = (house: SpamHouse, name: 'blockUrl' | 'unblockUrl', url: string) =>
  mutate(house, house.moderator, [name, { url, reason: 'phishing' }, 'blockedUrl { isBlocked }']);

/** Calls `before` with each command to DynamoDB, and waits for it before the command is sent. */
export function beforeCommands(before: (command: object) => Promise<void> | undefined) {
  const { send } = DynamoDBDocumentClient.prototype;
  return jest.spyOn(DynamoDBDocumentClient.prototype, 'send').mockImplementation(async function (
    this: DynamoDBDocumentClient,
    ...args: unknown[]
  ) {
    await before(args[0] as object);
    return send.apply(this, args as never) as never;
  });
}

/** Counts what requests ask of DynamoDB from now on, without what runs beside them. */
export function countReads() {
  const asked: string[] = [];
  beforeCommands((command) => {
    if (currentRequest()) asked.push(command.constructor.name);
    return undefined;
  });
  const of = (name: string) => asked.filter((each) => each === name).length;
  return { all: () => asked.length, batches: () => of('BatchGetCommand'), queries: () => of('QueryCommand') };
}
