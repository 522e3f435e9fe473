import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { type RegistryWorld, startRegistryWorld } from './registryWorld.ts';

const root = resolve(import.meta.dirname, '../..');
const run = promisify(execFile);

interface Workflow {
  jobs: Record<string, { steps: { id?: string; name?: string; run?: string }[] }>;
}

let world: RegistryWorld;
let workflow: Workflow;

beforeAll(async () => {
  world = await startRegistryWorld();
  workflow = parse(await readFile(resolve(root, '.github/workflows/schema.yml'), 'utf8'));
  for (const name of ['user', 'feed', 'spam', 'photo', 'notification']) {
    const schema = resolve(root, 'subgraphs', name, 'schema.graphql');
    const args = ['subgraph', 'publish', 'banyan@main', '--name', name, '--schema', schema];
    expect(await world.rover([...args, '--routing-url', `http://${name}.test/`])).toMatchObject({ code: 0 });
  }
});

afterAll(() => world?.stop());

/** Runs a step of the workflow as the runner would, with bash. */
function step(job: string, name: string, env: NodeJS.ProcessEnv = {}) {
  const script = workflow.jobs[job]?.steps.find((one) => one.name === name)?.run ?? '';
  expect(script).not.toBe('');
  return run('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
    cwd: root,
    env: {
      PATH: `${resolve(root, 'node_modules/.bin')}:${process.env.PATH}`,
      HOME: process.env.HOME,
      APOLLO_REGISTRY_URL: world.endpoint,
      APOLLO_TELEMETRY_DISABLED: 'true',
      APOLLO_ROVER_SKIP_UPDATE: 'true',
      APOLLO_KEY: world.adminKey,
      GRAPH_REF: 'banyan@main',
      ...env,
    },
  });
}

test('a pull request checks a subgraph, and fails without the right key', async () => {
  const { stdout } = await step('check', 'rover subgraph check', { SUBGRAPH: 'spam' });
  expect(stdout).toContain('no changes detected');
  await expect(step('check', 'rover subgraph check', { SUBGRAPH: 'spam', APOLLO_KEY: 'wrong' })).rejects.toMatchObject({
    code: 1,
  });
});

test('main publishes every subgraph, and what has not changed makes no launch', async () => {
  const launches = async () => {
    const { variant } = await world.want<{ variant: { launches: { edges: object[] } } }>(
      '{ variant(ref: "banyan@main") { ... on GraphVariant { launches { edges { node { id } } } } } }',
    );
    return variant.launches.edges.length;
  };
  const before = await launches();
  await step('publish', 'rover subgraph publish');
  expect(await launches()).toBe(before);
});
