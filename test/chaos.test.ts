import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createRandom } from '../dev/random.ts';
import { awsEnvironment, awsPorts } from '../dev/services.ts';
import { actAtRandom, urls } from './chaos/actions.ts';
import { startKilling } from './chaos/killing.ts';
import { createModel } from './chaos/model.ts';
import { casesOf, seenBy } from './chaos/seen.ts';
import type { World } from './chaos/world.ts';
import { until } from './harness/client.ts';
import { act, signUp, signUpWith } from './harness/people.ts';
import { freePorts, type Ports, type Program, startProgram } from './harness/program.ts';

/**
 * People act while services, the store and the stream are killed (-9) at random and come back: at the end everything is as the model says.
 * `npm run test:chaos` does 500 actions; `CHAOS_SEED` repeats a run.
 */

const actions = Number(process.env.CHAOS_ACTIONS ?? 50);
const seed = Number(process.env.CHAOS_SEED ?? Date.now() % 1_000_000_000);
const peopleCount = 6;
const limitMs = 120_000 + actions * 1_500;
const calmMs = 60_000;

let dataDir: string;
let ports: Ports;
let program: Program;
let world: World;

beforeAll(async () => {
  console.info(`CHAOS_SEED=${seed} CHAOS_ACTIONS=${actions}`);
  dataDir = await mkdtemp(join(tmpdir(), 'banyan-chaos-'));
  ports = await freePorts();
  program = startProgram(dataDir, ports);
  await program.printed('Banyan is up');
  Object.assign(process.env, awsEnvironment(awsPorts(ports)));
  const { endpoint } = program;
  world = {
    program,
    model: createModel(),
    random: createRandom(seed),
    people: await Promise.all(Array.from({ length: peopleCount }, () => signUp(endpoint, 'chaos'))),
    moderator: await signUpWith(['spam:moderate'], endpoint, 'moderator'),
    maxUploads: Math.ceil(actions / 25),
    blocked: { refused: 0, accepted: 0 },
  };
  for (const url of urls.slice(0, urls.length / 2)) {
    await act(endpoint, world.moderator, 'blockUrl', { url: `http://${url}`, reason: 'chaos' });
    world.model.blockUrl(url);
  }
}, 90_000);
afterAll(async () => {
  await program.interrupt();
  await rm(dataDir, { recursive: true, force: true });
}, 30_000);

/** Waits until what is seen is what the model says. */
async function becomes<T>(wanted: T, look: () => Promise<T>): Promise<void> {
  let seen: T | undefined;
  const same = async () => {
    seen = await look().catch(() => undefined);
    return JSON.stringify(seen) === JSON.stringify(wanted);
  };
  await until('it is as the model says', same, calmMs).catch(() => expect(seen).toEqual(wanted));
}

test(
  'whatever is killed, at the end everything is as the model says',
  async () => {
    const { model, people, moderator } = world;
    const stopKilling = startKilling(program, ports, createRandom(~seed));
    try {
      for (let index = 0; index < actions; index++) await actAtRandom(world, index);
    } finally {
      await stopKilling();
    }
    console.info(`of the links that were blocked: ${JSON.stringify(world.blocked)}`);

    const cases = model.cases();
    await becomes(cases, () => casesOf(program.endpoint, moderator, Object.keys(cases)));
    const links = [...model.posts.values()].flatMap(({ id, url }) => (url ? [id] : []));
    for (const who of people) await becomes(model.seenBy(who.id), () => seenBy(program.endpoint, who, links));
  },
  limitMs,
);
