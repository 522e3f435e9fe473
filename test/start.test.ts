import { appendFile, cp, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ask, until, want } from './harness/client.ts';
import { act, type Somebody, signUp } from './harness/people.ts';
import { freePorts, isAlive, type Ports, type Program, startProgram } from './harness/program.ts';
import { createRover } from './registry/rover.ts';

const subgraphNames = ['feed', 'notification', 'photo', 'spam', 'user'];
const services = [...subgraphNames, 'aws', 'gateway', 'registry'].sort();
const root = resolve(import.meta.dirname, '..');

let dataDir: string;
let ports: Ports;
let program: Program;

async function start(args: string[] = []) {
  program = startProgram(dataDir, ports, { args, env: { SUPERGRAPH: join(dataDir, 'supergraph.yaml') } });
  await program.printed('Banyan is up');
}

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'banyan-start-'));
  ports = await freePorts();
  await cp(join(root, 'supergraph.yaml'), join(dataDir, 'supergraph.yaml'));
  for (const name of subgraphNames) {
    const file = join('subgraphs', name, 'schema.graphql');
    await cp(join(root, file), join(dataDir, file));
  }
  await start();
}, 90_000);
afterAll(async () => {
  if (program.process.exitCode === null && program.process.signalCode === null) await program.interrupt();
  await rm(dataDir, { recursive: true, force: true });
}, 30_000);

const allGone = () => until('every process is gone', async () => ![...program.pids().values()].some(isAlive));

test('one line a service with its address, and its secrets are readable by their owner alone', async () => {
  expect([...program.pids().keys()].sort()).toEqual(services);
  for (const name of services)
    expect(program.output()).toMatch(new RegExp(`^ {2}${name} .*http://localhost:\\d+`, 'm'));
  expect(await want(program.endpoint, '{ __typename }')).toEqual({ __typename: 'Query' });
  expect((await stat(join(dataDir, 'keys', 'keys.json'))).mode & 0o777).toBe(0o600);
});

test('a second start says which port is taken and by which service', async () => {
  const second = startProgram(dataDir, ports);
  await until('it has ended', async () => second.process.exitCode !== null);
  expect(second.process.exitCode).toBe(1);
  expect(second.output()).toContain(`Port ${ports.FEED_PORT} of feed is taken`);
  expect(second.output()).toContain('FEED_PORT');
});

test('a schema that changes is published, checked by rover and served within moments', async () => {
  await appendFile(
    join(dataDir, 'subgraphs/spam/schema.graphql'),
    '\nextend type Query {\n  "Whether spam is on."\n  isSpamOn: Boolean\n}\n',
  );
  const isKnown = async () => {
    const { data } = await ask<{ __type: { fields: { name: string }[] } }>(
      program.endpoint,
      '{ __type(name: "Query") { fields { name } } }',
    );
    return data.__type.fields.some(({ name }) => name === 'isSpamOn');
  };
  await until('the gateway knows the new field', isKnown);
  const key = await readFile(join(dataDir, 'keys', 'registry.key'), 'utf8');
  expect((await stat(join(dataDir, 'keys', 'registry.key'))).mode & 0o777).toBe(0o600);
  const rover = await createRover(`http://127.0.0.1:${ports.REGISTRY_PORT}/graphql`, key);
  const schema = join(root, 'subgraphs/spam/schema.graphql');
  const run = await rover(['subgraph', 'check', 'banyan@local', '--name', 'spam', '--schema', schema]);
  await rover.close();
  expect(run).toMatchObject({ code: 0 });
  expect(run.stdout).toContain('Query.isSpamOn');
});

test('a service that dies hurts only itself and comes back', async () => {
  process.kill(program.pids().get('photo') ?? 0, 'SIGKILL');
  await program.printed('photo ended (SIGKILL)');
  expect(await want(program.endpoint, '{ __typename }')).toEqual({ __typename: 'Query' });
  await program.printed('photo runs again');
  const id = '01890000-0000-7000-8000-000000000000';
  const back = async () => (await ask(program.endpoint, `{ photo(id: "${id}") { id } }`)).errors === undefined;
  await until('photo answers again', back);
});

describe('when all of it is killed (-9) while people write', () => {
  let people: Somebody[];
  const answered: string[] = [];

  /** Everybody posts, one after the other, until the gateway is gone. @returns when it is. */
  async function writeUntilGone(who: Somebody) {
    for (let index = 0; ; index++) {
      try {
        const { post } = await act(program.endpoint, who, 'publishPost', { text: `post ${index} of ${who.handle}` });
        if (post) answered.push(post.id);
      } catch {
        return;
      }
    }
  }

  test('every write that was answered is there after the next start', async () => {
    people = await Promise.all(Array.from({ length: 5 }, () => signUp(program.endpoint, 'writer')));
    const [first, ...others] = people as [Somebody, ...Somebody[]];
    for (const other of others) await act(program.endpoint, first, 'followUser', { userId: other.id });
    const writing = Promise.all(people.map(writeUntilGone));
    await until('some has been written', async () => answered.length > 60);
    await program.killAll();
    await writing;
    await allGone();

    await start();
    const missing: string[] = [];
    for (const id of answered) {
      const { post } = await want<{ post: object | null }>(program.endpoint, `{ post(id: "${id}") { id } }`);
      if (!post) missing.push(id);
    }
    expect(missing).toEqual([]);
    // Lists and items were written together, and the follows arrive in feed by events that outlived the kill.
    const feed = `{ homeFeed(first: 100) { edges { node { id } } } }`;
    const shown = async () => {
      const { homeFeed } = await want<{ homeFeed: { edges: object[] } }>(program.endpoint, feed, {}, first.token);
      return homeFeed.edges.length >= Math.min(100, answered.length);
    };
    await until('the home feed has them', shown);
  }, 120_000);
});

test('when the launcher is killed, what it started ends by itself', async () => {
  process.kill(-(program.process.pid ?? 0), 'SIGKILL');
  await allGone();
  await start();
}, 90_000);

test('Ctrl-C leaves no process behind', async () => {
  await program.interrupt();
  expect([...program.pids().values()].filter(isAlive)).toEqual([]);
});

test('without the registry the gateway composes the files itself', async () => {
  await start(['--no-registry']);
  expect([...program.pids().keys()].sort()).toEqual(services.filter((name) => name !== 'registry'));
  expect(await want(program.endpoint, '{ __typename }')).toEqual({ __typename: 'Query' });
  await program.interrupt();
  expect([...program.pids().values()].filter(isAlive)).toEqual([]);
});
