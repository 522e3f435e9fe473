import { createHash } from 'node:crypto';
import { createLog } from '@banyan/kit';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { defaultLevels } from '../../registry/checks/lint/levels.ts';
import { directBuilder } from '../../registry/graphs/directBuilder.ts';
import { createGraphs } from '../../registry/graphs/graphs.ts';
import {
  by,
  expectWhole,
  type GraphsWorld,
  lonely,
  newGraph,
  publish,
  ref,
  refused,
  sdl,
  startGraphsWorld,
} from './graphsWorld.ts';

let world: GraphsWorld;

beforeAll(async () => {
  world = await startGraphsWorld();
});

afterAll(() => world?.stop());

describe('the first publish', () => {
  test('makes the variant, which is not there before', async () => {
    const { graphs } = world;
    const graph = newGraph();
    const main = ref(`${graph}@main`);
    expect(await graphs.variants(graph)).toEqual([]);
    expect(await graphs.variant(main)).toBeUndefined();
    expect(await graphs.subgraphs(main)).toEqual([]);
    expect(await graphs.supergraph(main)).toBeUndefined();
    expect(await graphs.launches(main, { limit: 10 })).toEqual([]);

    const git = { branch: 'main', commit: 'abc', committer: '', message: null, remoteUrl: 'https://git.test/x' };
    const input = { ref: main, name: 'people', url: 'https://people.test/graphql', sdl: sdl.people, by, git };
    const published = await graphs.publishSubgraph({ ...input, revision: 'r1' });
    expect(published).toMatchObject({
      wasCreated: true,
      wasUpdated: false,
      updatedSupergraph: true,
      errors: [],
      contracts: [],
      launch: {
        ref: `${graph}@main`,
        by,
        git: { branch: 'main', commit: 'abc', remoteUrl: 'https://git.test/x' },
        cause: 'publish',
        subgraphName: 'people',
        status: 'succeeded',
        changed: {
          subgraphs: [{ name: 'people', change: 'added' }],
          subgraphCounts: { added: 1, updated: 0, removed: 0, unchanged: 0 },
          types: { added: 2, removed: 0, edited: 0 },
          fields: { added: 3, removed: 0, edited: 0 },
        },
      },
    });

    const variants = await graphs.variants(graph);
    expect(variants).toMatchObject([{ name: 'main', kind: 'subgraphs', createdAt: published.launch.at }]);
    const subgraphs = await graphs.subgraphs(main);
    expect(subgraphs).toMatchObject([{ name: 'people', url: 'https://people.test/graphql', revision: 'r1' }]);
    expect(await graphs.document(subgraphs[0]?.schemaId ?? '')).toBe(sdl.people);
    const supergraph = await graphs.supergraph(main);
    expect(supergraph).toMatchObject({ id: published.launch.supergraphId, launchId: published.launch.id });
    expect(
      createHash('sha256')
        .update(supergraph?.sdl ?? '')
        .digest('hex'),
    ).toBe(supergraph?.id);
    expect(await graphs.apiSchema(main)).toContain('viewer: User');
    expect(await graphs.launches(main, { limit: 10 })).toEqual([published.launch]);
    await expectWhole(graphs, main);
  });

  test('must say where the subgraph answers, or that it has no URL; later ones may leave it', async () => {
    const { graphs } = world;
    const main = ref(`${newGraph()}@main`);
    const input = { ref: main, name: 'a', sdl: lonely('a'), by };
    expect(await refused(graphs.publishSubgraph(input))).toMatchObject({
      reason: 'URL_REQUIRED',
      code: 'BAD_USER_INPUT',
    });
    for (const url of ['ftp://a', 'a', 'http://', 'http://a b', 'javascript:alert(1)', `http://${'a'.repeat(3_000)}`]) {
      expect(await refused(graphs.publishSubgraph({ ...input, url }))).toMatchObject({ reason: 'INVALID_URL' });
    }
    expect(await graphs.variant(main)).toBeUndefined();
    await graphs.publishSubgraph({ ...input, url: '' });
    await graphs.publishSubgraph({ ...input, url: null, sdl: lonely('a', 'String') });
    expect(await graphs.subgraph(main, 'a')).toMatchObject({ url: '' });
    await graphs.publishSubgraph({ ...input, url: 'http://a.test' });
    await graphs.publishSubgraph({ ...input, sdl: lonely('a', 'ID') });
    expect(await graphs.subgraph(main, 'a')).toMatchObject({ url: 'http://a.test' });
  });

  test('may be of any name that Rover takes', async () => {
    const { graphs } = world;
    const graph = newGraph();
    const names = ['__proto__', 'constructor', 'a#HEAD', 'HEAD', '../x', 'a@b', '🌳', 'a b\t', "'; DROP TABLE"];
    for (const name of names) await publish(graphs, ref(`${graph}@${name}`), 'constructor', lonely('a'));
    expect((await graphs.variants(graph)).map(({ name }) => name).sort()).toEqual([...names].sort());
    for (const name of names) await expectWhole(graphs, ref(`${graph}@${name}`));
    for (const name of ['1a', 'a.b', '', 'a'.repeat(65), '__proto__']) {
      const wrong = publish(graphs, ref(graph), name, lonely('a'), '');
      expect(await refused(wrong)).toMatchObject({ reason: 'INVALID_NAME' });
    }
    expect(await graphs.subgraph(ref(`${graph}@HEAD`), 'toString')).toBeUndefined();
  });
});

test('the same release has the same id in every variant, whatever the order', async () => {
  const { graphs } = world;
  const graph = newGraph();
  const [a, b] = [ref(`${graph}@a`), ref(`${graph}@b`)];
  await publish(graphs, a, 'people', sdl.people);
  await publish(graphs, a, 'posts', sdl.posts);
  await publish(graphs, b, 'posts', sdl.posts);
  await publish(graphs, b, 'people', sdl.people);
  const [one, two] = [await graphs.released(a), await graphs.released(b)];
  expect(one?.supergraphId).toBe(two?.supergraphId);
  expect(one).toMatchObject({ apiSchemaId: two?.apiSchemaId, buildInputId: two?.buildInputId });
  expect(one?.launchId).not.toBe(two?.launchId);
});

describe('a publish that does not compose', () => {
  test('tells every error, and changes nothing for clients', async () => {
    const { graphs } = world;
    const main = ref(`${newGraph()}@main`);
    await publish(graphs, main, 'people', sdl.people);
    const good = await graphs.supergraph(main);
    const failed = await publish(graphs, main, 'clash', sdl.clash);
    expect(failed).toMatchObject({ wasCreated: true, updatedSupergraph: false, launch: { status: 'failed' } });
    expect(failed.errors.map(({ code }) => code)).toContain('INVALID_FIELD_SHARING');
    expect(failed.errors[0]?.places).toContainEqual({ subgraph: 'clash', line: 2, column: 14 });
    expect(failed.launch.errors).toEqual(failed.errors);
    expect(failed.launch.supergraphId).toBeUndefined();
    expect(await graphs.supergraph(main)).toEqual(good);
    expect((await graphs.subgraphs(main)).map(({ name }) => name)).toEqual(['clash', 'people']);
    await expectWhole(graphs, main);

    const again = await publish(graphs, main, 'clash', sdl.clash);
    expect(again).toMatchObject({ wasUpdated: false, launch: { id: failed.launch.id }, errors: failed.errors });

    const mended = await publish(graphs, main, 'clash', lonely('clash'));
    expect(mended).toMatchObject({ wasUpdated: true, updatedSupergraph: true, errors: [] });
    await expectWhole(graphs, main);
  });

  test('refuses what is no GraphQL, with line and column', async () => {
    const main = ref(`${newGraph()}@main`);
    await expect(publish(world.graphs, main, 'a', 'type Query {\n  a: Int!!\n}')).rejects.toMatchObject({
      reason: 'INVALID_SDL',
      message: expect.stringContaining('(line 2, column 10)'),
    });
    expect(await world.graphs.variant(main)).toBeUndefined();
    expect(await publish(world.graphs, main, 'a', 'type Query {\n  a: Int!\n}')).toMatchObject({ errors: [] });
  });

  test('waits for the one that it needs', async () => {
    const { graphs } = world;
    const main = ref(`${newGraph()}@main`);
    const posts = sdl.posts.replace(', resolvable: false', '');
    const needy = posts
      .replace('author: User', 'author: User note: Note')
      .concat('type Note @key(fields: "id") { id: ID! }\n');
    const note = sdl.people.replace('type User', 'type Note @key(fields: "id") { id: ID! text: String }\ntype User');
    const first = await publish(graphs, main, 'people', note.replace('viewer: User', 'viewer: User notes: [Post]'));
    expect(first.launch.status).toBe('failed');
    const second = await publish(graphs, main, 'posts', needy);
    expect(second.launch.status).toBe('failed');
    const third = await publish(graphs, main, 'people', note);
    expect(third.launch.status).toBe('succeeded');
  });

  test('keeps every message of a long list, beside the launch', async () => {
    const errors = Array.from({ length: 2_000 }, (_, at) => ({ code: 'X', message: `${at} is wrong`, places: [] }));
    const graphs = world.start({
      compose: async () => ({ ok: false, errors, hints: [] }),
      contract: async () => ({ ok: false, errors: [] }),
    });
    const { launch } = await publish(graphs, ref(newGraph()), 'a', lonely('a'));
    expect(launch.errorCount).toBe(2_000);
    expect(launch.errors.length).toBeGreaterThan(10);
    expect(launch.errors.length).toBeLessThan(500);
    expect((await graphs.messages(launch)).errors).toEqual(errors);
  });
});

test('publishing the same again is no launch', async () => {
  const { graphs } = world;
  const main = ref(`${newGraph()}@main`);
  const first = await publish(graphs, main, 'people', sdl.people);
  const second = await publish(graphs, main, 'people', sdl.people);
  expect(second).toMatchObject({ wasCreated: false, wasUpdated: false, updatedSupergraph: false });
  expect(second.launch).toEqual(first.launch);
  const moved = await publish(graphs, main, 'people', sdl.people, 'http://elsewhere.test');
  expect(moved).toMatchObject({ wasUpdated: true, updatedSupergraph: true });
  const launches = await graphs.launches(main, { limit: 10 });
  expect(launches.map(({ id }) => id)).toEqual([moved.launch.id, first.launch.id]);
});

test('of 20 publishes at once to two instances none is lost', async () => {
  const main = ref(`${newGraph()}@main`);
  const instances = [world.startAnother(), world.startAnother()] as const;
  const names = Array.from({ length: 20 }, (_, at) => `s${at}`);
  const published = await Promise.all(
    names.map((name, at) => publish(instances[at % 2] ?? instances[0], main, name, lonely(name))),
  );
  expect(published.every(({ wasCreated }) => wasCreated)).toBe(true);
  const { graphs } = world;
  expect((await graphs.subgraphs(main)).map(({ name }) => name)).toEqual([...names].sort());
  for (const name of names) expect(await graphs.apiSchema(main)).toContain(`${name}: Int`);
  const launches = await graphs.launches(main, { limit: 100 });
  expect(launches).toHaveLength(20);
  const sizes = launches.map(({ changed }) => changed.subgraphCounts.unchanged);
  expect(sizes).toEqual(Array.from({ length: 20 }, (_, at) => 19 - at));
  await expectWhole(graphs, main);
});

test('what another publishes while this one reads is not lost either', async () => {
  const { graphs } = world;
  const main = ref(`${newGraph()}@main`);
  await publish(graphs, main, 'first', lonely('first'));
  let wasBetween = false;
  const slow = world.startAnother(async () => {
    await publish(graphs, main, 'between', lonely('between'));
    wasBetween = true;
  });
  await publish(slow, main, 'slow', lonely('slow'));
  expect(wasBetween).toBe(true);
  expect((await graphs.subgraphs(main)).map(({ name }) => name)).toEqual(['between', 'first', 'slow']);
  await expectWhole(graphs, main);
});

describe('a subgraph', () => {
  test('is removed when that was meant', async () => {
    const { graphs } = world;
    const main = ref(`${newGraph()}@main`);
    expect(await refused(graphs.removeSubgraph({ ref: main, name: 'a', dryRun: false, by }))).toMatchObject({
      reason: 'UNKNOWN_VARIANT',
      code: 'NOT_FOUND',
    });
    await publish(graphs, main, 'people', sdl.people);
    await publish(graphs, main, 'posts', sdl.posts);
    const remove = (name: string, dryRun = false) => graphs.removeSubgraph({ ref: main, name, dryRun, by });
    const before = await graphs.released(main);
    expect(await refused(remove('toString'))).toMatchObject({
      reason: 'UNKNOWN_SUBGRAPH',
      validNames: ['people', 'posts'],
    });
    expect(await remove('posts', true)).toMatchObject({ updatedSupergraph: true, errors: [] });
    expect(await graphs.released(main)).toEqual(before);

    const removed = await remove('posts');
    expect(removed).toMatchObject({
      updatedSupergraph: true,
      launch: {
        cause: 'delete',
        subgraphName: 'posts',
        changed: { subgraphs: [{ name: 'posts', change: 'removed' }], types: { added: 0, removed: 1, edited: 1 } },
      },
    });
    expect(await refused(remove('people'))).toMatchObject({ reason: 'LAST_SUBGRAPH' });
    await expectWhole(graphs, main);
  });

  test('whose absence breaks the others is removed without a launch that succeeds', async () => {
    const { graphs } = world;
    const main = ref(`${newGraph()}@main`);
    const extra =
      `${sdl.people.split('\n')[0]}\ntype Query { x: Int }\ntype User @key(fields: "id") { id: ID! name: String @external full(a: Int): String @requires(fields: "name") }`.replace(
        '"@tag"',
        '"@external", "@requires"',
      );
    await publish(graphs, main, 'people', sdl.people);
    await publish(graphs, main, 'extra', extra);
    const good = await graphs.released(main);
    const dry = await graphs.removeSubgraph({ ref: main, name: 'people', dryRun: true, by });
    expect(dry.updatedSupergraph).toBe(false);
    expect(dry.errors.length).toBeGreaterThan(0);
    const removed = await graphs.removeSubgraph({ ref: main, name: 'people', dryRun: false, by });
    expect(removed).toMatchObject({ errors: dry.errors, updatedSupergraph: false, launch: { status: 'failed' } });
    expect(await graphs.released(main)).toEqual(good);
    expect((await graphs.subgraphs(main)).map(({ name }) => name)).toEqual(['extra']);
  });
});

test('launches are read a page at a time, newest first', async () => {
  const { graphs } = world;
  const main = ref(`${newGraph()}@main`);
  const ids: string[] = [];
  for (const type of ['Int', 'String', 'ID'])
    ids.unshift((await publish(graphs, main, 'a', lonely('a', type))).launch.id);
  const [first, second] = await graphs.launches(main, { limit: 2 });
  expect([first?.id, second?.id]).toEqual(ids.slice(0, 2));
  expect(first?.changed).toMatchObject({ types: { edited: 1 }, fields: { added: 0, removed: 0, edited: 1 } });
  expect((await graphs.launches(main, { limit: 2, after: second?.id })).map(({ id }) => id)).toEqual(ids.slice(2));
  expect(await graphs.launch(main, 'nonsense')).toBeUndefined();
});

describe('every launch', () => {
  test('stands, whatever becomes of announcing it', async () => {
    const { store, documents } = world;
    const announce = () => Promise.reject(new Error('nobody listens'));
    const graphs = createGraphs({
      store,
      documents,
      builder: directBuilder,
      announce,
      log: createLog('test', 'silent'),
    });
    const { launch } = await publish(graphs, ref(newGraph()), 'a', lonely('a'));
    expect(launch.status).toBe('succeeded');
  });

  test('is announced, and waits to be told in the same transaction', async () => {
    const { graphs, told } = world;
    const main = ref(`${newGraph()}@main`);
    const { launch } = await publish(graphs, main, 'people', sdl.people);
    const failed = await publish(graphs, main, 'clash', sdl.clash);
    const [one, two] = told.slice(-2);
    expect(one).toMatchObject({
      id: launch.id,
      launchId: launch.id,
      kind: 'launch.succeeded',
      by: 'ci',
      ref: launch.ref,
    });
    expect(two).toMatchObject({ id: failed.launch.id, kind: 'launch.failed' });
    expect(two?.details).toEqual(failed.errors.map(({ code, message }) => `${code}: ${message}`));
    expect(await world.waiting()).toEqual(
      expect.arrayContaining([expect.objectContaining({ ...one, sk: launch.id }), expect.objectContaining(two ?? {})]),
    );
  });
});

describe('a variant', () => {
  test('has settings, each change of which is kept', async () => {
    const { graphs } = world;
    const main = ref(`${newGraph()}@main`);
    expect(await graphs.settings(main)).toBeUndefined();
    expect(await refused(graphs.changeSettings(main, {}))).toMatchObject({ reason: 'UNKNOWN_VARIANT' });
    await publish(graphs, main, 'a', lonely('a'));
    expect(await graphs.settings(main)).toMatchObject({ lint: {}, checks: { strict: false, queryCountThreshold: 1 } });
    const rules = Object.keys(defaultLevels).sort().slice(0, 8);
    const [first = ''] = rules;
    await Promise.all([
      ...rules.map((rule) => graphs.changeSettings(main, { lint: { [rule]: 'ERROR' } })),
      graphs.changeSettings(main, { checks: { strict: true } }),
    ]);
    const settings = await graphs.changeSettings(main, { lint: { [first]: null } });
    expect(Object.keys(settings.lint).sort()).toEqual(rules.slice(1));
    expect(settings.checks).toMatchObject({ strict: true, windowMs: 7 * 86_400_000 });
    expect(await graphs.settings(main)).toEqual(settings);
    const unknown = graphs.changeSettings(main, { lint: { NO_SUCH_RULE: 'ERROR' } });
    expect(await refused(unknown)).toMatchObject({ reason: 'INVALID_SETTINGS' });
    const senseless = graphs.changeSettings(main, { checks: { windowMs: -1 } });
    expect(await refused(senseless)).toMatchObject({ reason: 'INVALID_SETTINGS' });
  });

  test('has a readme', async () => {
    const { graphs } = world;
    const main = ref(`${newGraph()}@main`);
    expect(await refused(graphs.writeReadme(main, 'Hello'))).toMatchObject({ reason: 'UNKNOWN_VARIANT' });
    await publish(graphs, main, 'a', lonely('a'));
    expect(await graphs.readme(main)).toBeUndefined();
    const readme = await graphs.writeReadme(main, '# Hello 🌳');
    expect(readme.content).toBe('# Hello 🌳');
    expect(await graphs.readme(main)).toEqual(readme);
  });

  test('that is deleted is gone with its launches, and what comes in its place is new', async () => {
    const { graphs } = world;
    const graph = newGraph();
    const main = ref(`${graph}@main`);
    expect(await graphs.deleteVariant(main)).toBe(false);
    const { launch } = await publish(graphs, main, 'a', lonely('a'));
    await graphs.writeReadme(main, 'Hello');
    await graphs.changeSettings(main, { checks: { strict: true } });
    expect(await graphs.deleteVariant(main)).toBe(true);
    expect(await graphs.variants(graph)).toEqual([]);
    expect(await graphs.supergraph(main)).toBeUndefined();

    const anew = await publish(graphs, main, 'b', lonely('b'));
    expect(await graphs.launches(main, { limit: 10 })).toEqual([anew.launch]);
    expect(await graphs.launch(main, launch.id)).toBeUndefined();
    expect((await graphs.subgraphs(main)).map(({ name }) => name)).toEqual(['b']);
    expect(await graphs.readme(main)).toBeUndefined();
    expect(await graphs.settings(main)).toMatchObject({ checks: { strict: false } });
  });
});
