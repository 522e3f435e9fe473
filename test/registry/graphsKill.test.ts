import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { expectWhole, type GraphsWorld, newGraph, ref, startGraphsWorld } from './graphsWorld.ts';

/** Between these the publisher puts every kind of document of a launch. */
const documentsOfALaunch = 8;
/** `KILLS=100 npm run jest -- test/registry/graphsKill` for more. */
const killsAtRandom = Number(process.env.KILLS ?? 3);

let world: GraphsWorld;

beforeAll(async () => {
  world = await startGraphsWorld();
});

afterAll(() => world?.stop());

/** Runs the publisher until it is dead. @returns the last launch that it was answered. */
async function publishUntilKilled(graphRef: string, how: { dieAtDocument?: number; afterMs?: number }) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'graphsPublisher.ts')], {
    env: {
      ...process.env,
      TABLE_PREFIX: world.prefix,
      REGISTRY_BUCKET: world.bucket,
      GRAPH_REF: graphRef,
      ...(how.dieAtDocument && { DIE_AT_DOCUMENT: String(how.dieAtDocument) }),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  let last: string | undefined;
  for await (const line of createInterface(child.stdout)) {
    if (!last && how.afterMs !== undefined) void wait(how.afterMs).then(() => child.kill('SIGKILL'));
    last = line.split(' ')[1];
  }
  expect(await exited).toEqual([null, 'SIGKILL']);
  return last;
}

test('kill -9 at any moment of a publish leaves the variant and its contracts at the old launch or at the new one', async () => {
  const main = ref(`${newGraph()}@main`);
  const graphRef = `${main.graphId}@main`;
  const { graphs } = world;
  const moments = [
    // The first round makes the variant and its contracts; the later ones die within a launch, after each document of it.
    ...Array.from({ length: documentsOfALaunch }, (_, at) => ({ dieAtDocument: 32 + at })),
    ...Array.from({ length: killsAtRandom }, () => ({ afterMs: Math.random() * 300 })),
  ];
  let known = 0;
  for (const moment of moments) {
    const answered = await publishUntilKilled(graphRef, moment);
    await expectWhole(graphs, main);
    const launches = await graphs.launches(main, { limit: 1_000 });
    const variant = await graphs.variant(main);
    expect(variant?.lastLaunch?.id).toBe(launches[0]?.id);
    if (answered) {
      // What was answered is there; at most one more is, whose answer nobody heard.
      const at = launches.findIndex(({ id }) => id === answered);
      expect([0, 1]).toContain(at);
    }
    const waiting = new Set((await world.waiting()).map(({ id }) => id));
    expect(launches.filter(({ id }) => !waiting.has(id))).toEqual([]);
    expect(launches.length).toBeGreaterThanOrEqual(known);
    known = launches.length;
  }
  expect(known).toBeGreaterThan(moments.length);
}, 120_000);
