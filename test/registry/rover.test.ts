import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createFiles, type Files } from './files.ts';
import { type RegistryWorld, startRegistryWorld } from './registryWorld.ts';
import { reportTraffic } from './traffic.ts';

const root = resolve(import.meta.dirname, '../../subgraphs');
const names = ['user', 'feed', 'spam', 'photo', 'notification'];
const schemaOf = (name: string) => resolve(root, name, 'schema.graphql');
const ref = 'banyan@main';

let world: RegistryWorld;
let files: Files;
let feed: string;

const rover = (args: string, options?: Parameters<RegistryWorld['rover']>[1]) => world.rover(args.split(' '), options);
const publish = (name: string, schema: string) =>
  rover(`subgraph publish ${ref} --name ${name} --schema ${schema} --routing-url http://${name}.test/graphql`);
const check = (name: string, schema: string, more = '') =>
  rover(`subgraph check ${ref} --name ${name} --schema ${schema}${more}`);

beforeAll(async () => {
  [world, files, feed] = await Promise.all([startRegistryWorld(), createFiles(), readFile(schemaOf('feed'), 'utf8')]);
  for (const name of names) expect(await publish(name, schemaOf(name))).toMatchObject({ code: 0 });
});

afterAll(async () => {
  await world?.stop();
  await files?.remove();
});

describe('subgraphs', () => {
  test('are listed with their addresses', async () => {
    const { subgraphs } = await world.rover.json<{ subgraphs: { name: string; url: string }[] }>(
      `subgraph list ${ref}`.split(' '),
    );
    expect(subgraphs.map(({ name, url }) => ({ name, url })).sort((a, b) => (a.name < b.name ? -1 : 1))).toEqual(
      names.toSorted().map((name) => ({ name, url: `http://${name}.test/graphql` })),
    );
  });

  test('are fetched as they were published', async () => {
    const { sdl } = await world.rover.json<{ sdl: { contents: string } }>(
      `subgraph fetch ${ref} --name feed`.split(' '),
    );
    expect(sdl.contents).toBe(feed);
  });

  test('that are published again without a change make no launch', async () => {
    const { stderr, code } = await publish('feed', schemaOf('feed'));
    expect(code).toBe(0);
    expect(stderr).not.toContain('was created');
    expect(stderr).toContain('NOT updated because no changes were detected');
  });

  test('keep their address where a publish does not name one', async () => {
    const run = await rover(`subgraph publish ${ref} --name feed --schema ${schemaOf('feed')}`);
    expect(run).toMatchObject({ code: 0 });
    const { stdout } = await rover(`subgraph list ${ref}`);
    expect(stdout).toContain('http://feed.test/graphql');
  });

  test('make a supergraph that is served as one document', async () => {
    const { stdout, code } = await rover(`supergraph fetch ${ref}`);
    expect(code).toBe(0);
    for (const name of names) expect(stdout).toContain(`@join__graph(name: "${name}"`);
  });
});

describe('a check', () => {
  const withoutLikes = () => feed.replace(/\n {2}"How many[^"]*"\n {2}likeCount: Int![^\n]*/, '');
  const askForLikes = (count: number) =>
    reportTraffic(world.url, world.adminKey, ref, [
      {
        name: 'PostLikes',
        query: 'query PostLikes($id:ID!){post(id:$id){likeCount}}',
        count,
        client: 'ios',
        version: '7.1',
      },
    ]);

  test('of the same schema finds no change', async () => {
    const run = await check('feed', schemaOf('feed'));
    expect(run).toMatchObject({ code: 0 });
    expect(run.stdout).toContain('no changes detected');
  });

  test('of an addition passes and names it', async () => {
    const schema = await files.write(`${feed}\nextend type Query {\n  "How it is."\n  weather: String\n}\n`);
    const run = await check('feed', schema);
    expect(run).toMatchObject({ code: 0 });
    expect(run.stdout).toContain('Query.weather');
  });

  test('of a removal passes until somebody asks for the field, and fails then with names and counts', async () => {
    expect(withoutLikes()).not.toBe(feed);
    const schema = await files.write(withoutLikes());
    const before = await check('feed', schema);
    expect(before).toMatchObject({ code: 0 });
    expect(before.stdout).toContain('Post.likeCount');

    await askForLikes(12);
    const after = await check('feed', schema);
    expect(after.code).toBe(1);
    expect(after.stdout).toMatch(/FIELD_REMOVED.*Post\.likeCount.*PostLikes \(12 requests: ios 7\.1\)/s);

    // Fewer than so many do not count, and neither does what was sent before the window.
    expect(await check('feed', schema, ' --query-count-threshold 12')).toMatchObject({ code: 1 });
    expect(await check('feed', schema, ' --query-count-threshold 13')).toMatchObject({ code: 0 });

    // What somebody calls safe passes, until they take it back.
    const marked = await world.want<{ graph: { variant: { markChangeSafe: { id: string } } } }>(
      `mutation { graph(id: "banyan") { variant(name: "main") {
        markChangeSafe(code: "FIELD_REMOVED", coordinate: "Post.likeCount", reason: "The iOS app 7.1 is gone.") { id } } } }`,
    );
    expect(await check('feed', schema)).toMatchObject({ code: 0 });
    const { graph } = await world.want<{ graph: { variant: { undoSafeMark: object } } }>(
      `mutation ($id: ID!) { graph(id: "banyan") { variant(name: "main") {
        undoSafeMark(id: $id) { by undoneBy reason undoneAt } } } }`,
      { id: marked.graph.variant.markChangeSafe.id },
    );
    expect(graph.variant.undoSafeMark).toMatchObject({ by: 'bootstrap', undoneBy: 'bootstrap' });
    expect(await check('feed', schema)).toMatchObject({ code: 1 });
  });

  test('in strict mode fails on what nobody asks for', async () => {
    const schema = await files.write(feed.replace('enum HomeFeed', 'enum HomeFeed').replace('reported: Boolean', ''));
    const renamed = feed.replace(/postsByHashtag\(/g, 'postsByTag(');
    expect(renamed).not.toBe(feed);
    const breaking = await files.write(renamed);
    expect(await check('feed', breaking)).toMatchObject({ code: 0 });
    const strict = (on: boolean) =>
      world.want(
        `mutation ($on: Boolean!) { graph(id: "banyan") { variant(name: "main") { updateCheckSettings(input: { strict: $on }) { strict } } } }`,
        { on },
      );
    await strict(true);
    expect(await check('feed', breaking)).toMatchObject({ code: 1 });
    expect(await check('feed', schema)).toMatchObject({ code: 0 });
    await strict(false);
  });

  test('of what does not compose fails with code, words and lines', async () => {
    const schema = await files.write(
      feed.replace('type Query {', 'type Query {\n  "Clashes."\n  user(id: ID!): String\n'),
    );
    const run = await check('feed', schema);
    expect(run.code).toBe(1);
    expect(`${run.stdout}${run.stderr}`).toMatch(
      /E029[\s\S]*(FIELD_TYPE_MISMATCH|INVALID_FIELD_SHARING)[\s\S]*Query\.user/,
    );
  });

  test('of what is no GraphQL fails at once, with line and column', async () => {
    const schema = await files.write('type Query {\n  a: \n}');
    const started = Date.now();
    const run = await world.rover(['subgraph', 'check', ref, '--name', 'feed', '--schema', schema, '--format', 'json']);
    expect(run.code).toBe(1);
    expect(Date.now() - started).toBeLessThan(25_000);
    expect(run.stdout).toMatch(/Expected Name, found/);
    expect(run.stdout).toMatch(/feed:3:1/);
    const published = await publish('feed', schema);
    expect(published).toMatchObject({ code: 1 });
    expect(published.stderr).toMatch(/Expected Name, found[\s\S]*line 3, column 1/);
  });

  test('of what the linter refuses fails and names the rule', async () => {
    const schema = await files.write(`${feed}\nextend type Query {\n  Bad_name: Int\n}\n`);
    const run = await check('feed', schema);
    expect(run.code).toBe(1);
    expect(run.stdout).toContain('Query.Bad_name');
    expect(await rover(`subgraph lint ${ref} --name feed --schema ${schema}`)).toMatchObject({ code: 1 });
    expect(await rover(`subgraph lint ${ref} --name feed --schema ${schemaOf('feed')}`)).toMatchObject({ code: 0 });
  });
});

describe('a graph', () => {
  test('is fetched as its API schema, and is checked against another', async () => {
    const { stdout } = await rover(`graph fetch ${ref}`);
    expect(stdout).toContain('type Post');
    expect(stdout).not.toContain('join__');
    const same = await files.write(stdout);
    expect(await rover(`graph check ${ref} --schema ${same}`)).toMatchObject({ code: 0 });
    const without = await files.write(stdout.replace(/\n {2}"""[^"]*"""\n {2}likeCount: Int!/, ''));
    const run = await rover(`graph check ${ref} --schema ${without}`);
    expect(run).toMatchObject({ code: 1 });
    expect(run.stdout).toContain('Post.likeCount');
    const broken = await files.write('type Query {');
    const refused = await rover(`graph check ${ref} --schema ${broken}`);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(/line 1, column 13/);
    expect(await rover(`graph lint ${ref} --schema ${same}`)).toMatchObject({ code: 0 });
  });

  test('tells clients which operations are valid', async () => {
    const good = await createFiles();
    await good.write('query Good($id: ID!) { post(id: $id) { text } }');
    expect(await rover(`client check ${ref} --root-dir ${good.folder}`)).toMatchObject({ code: 0 });
    await good.write('query Bad { nope }');
    const run = await rover(`client check ${ref} --root-dir ${good.folder}`);
    expect(run.code).toBe(1);
    expect(`${run.stdout}${run.stderr}`).toContain('nope');
    await good.remove();
  });

  test('has a readme', async () => {
    const readme = await files.write('# The main variant', 'readme.md');
    expect(await rover(`readme publish ${ref} --file ${readme}`)).toMatchObject({ code: 0 });
    expect((await rover(`readme fetch ${ref}`)).stdout).toContain('# The main variant');
  });

  test('has persisted queries', async () => {
    const operation = { id: 'a'.repeat(64), name: 'One', type: 'query', body: 'query One { viewer { id } }' };
    const manifest = { format: 'apollo-persisted-query-manifest', version: 1, operations: [operation] };
    const file = await files.write(JSON.stringify(manifest), 'manifest.json');
    const run = await rover(`persisted-queries publish ${ref} --manifest ${file}`);
    expect(run).toMatchObject({ code: 0 });
    expect(run.stderr + run.stdout).toMatch(/1 operation/);
    const other = { ...manifest, operations: [{ ...operation, body: 'query One { viewer { handle } }' }] };
    const changed = await files.write(JSON.stringify(other), 'other.json');
    expect(await rover(`persisted-queries publish ${ref} --manifest ${changed}`)).toMatchObject({ code: 1 });
  });

  test('has contracts', async () => {
    const run = await rover(
      'contract publish banyan@public --source-variant main --include-tag public --no-exclude-tags --hide-unreachable-types',
    );
    expect(run).toMatchObject({ code: 0 });
    const described = await rover('contract describe banyan@public');
    expect(described.stdout + described.stderr).toContain('public');
    const { stdout } = await rover('graph fetch banyan@public');
    expect(stdout).toContain('type Query');
    expect(stdout).not.toContain('type Mutation');
    const none = await rover(
      'contract publish banyan@nobody --source-variant main --include-tag nothing --no-exclude-tags --hide-unreachable-types',
    );
    expect(none.code).toBe(1);
  });

  test('whose contract would break fails the check of its source', async () => {
    await rover(
      'contract publish banyan@partners --source-variant main --include-tag public --no-exclude-tags --hide-unreachable-types',
    );
    await reportTraffic(world.url, world.adminKey, 'banyan@partners', [
      { name: 'Partner', query: 'query Partner($id:ID!){post(id:$id){__typename}}', client: 'partner' },
    ]);
    const schema = await files.write(feed.replace(/(post\(id: ID!\): Post) @tag\(name: "public"\)/, '$1'));
    const run = await check('feed', schema);
    expect(run.code).toBe(1);
    expect(run.stdout + run.stderr).toContain('partners');
  });
});

describe('keys', () => {
  test('are made, listed, renamed and revoked', async () => {
    const made = await world.rover.json<{ api_key: string; id: string }>(
      'api-key create banyan operator ci'.split(' '),
    );
    expect(await rover('config whoami', { key: made.api_key })).toMatchObject({ code: 0 });
    expect(await rover(`api-key rename banyan ${made.id} deploy`)).toMatchObject({ code: 0 });
    const { stdout } = await rover('api-key list banyan');
    expect(stdout).toContain('deploy');
    expect(stdout).not.toContain(made.api_key);
    expect(await rover(`api-key delete banyan ${made.id}`)).toMatchObject({ code: 0 });
    expect(await rover('config whoami', { key: made.api_key })).toMatchObject({ code: 1 });
  });

  test('that may only check cannot publish', async () => {
    const { key } = await created('checker', 'CHECK');
    expect(await rover(`subgraph check ${ref} --name feed --schema ${schemaOf('feed')}`, { key })).toMatchObject({
      code: 0,
    });
    const run = await rover(
      `subgraph publish ${ref} --name feed --schema ${schemaOf('feed')} --routing-url http://evil.test/graphql`,
      { key },
    );
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('role check');
  });

  test.each(['wrong', 'service:banyan:abc', `banyan_${'0'.repeat(32)}_${'0'.repeat(64)}`])(
    'unknown: %s',
    async (key) => {
      const run = await rover(`subgraph list ${ref}`, { key });
      expect(run.code).toBe(1);
      expect(run.stderr).toContain('The API key is not known');
    },
  );

  async function created(name: string, role?: string): Promise<{ id: string; key: string }> {
    const { organization } = await world.want<{ organization: { createKey: { id: string; token: string } } }>(
      `mutation ($name: String!, $role: KeyRole) { organization(id: "banyan") { createKey(name: $name, role: $role) { id token } } }`,
      { name, role },
    );
    return { id: organization.createKey.id, key: organization.createKey.token };
  }
});

describe('what is not there', () => {
  test.each([
    ['subgraph list nothing@main', /E010/],
    ['subgraph list banyan@nothing', /E010/],
    [`subgraph fetch ${ref} --name nothing`, /E009[\s\S]*feed/],
    ['supergraph fetch banyan@nothing', /E008|E010/],
    ['subgraph check nothing@main --name feed --schema FEED', /E010/],
  ])('%s', async (args, words) => {
    const run = await rover(args.replace('FEED', schemaOf('feed')));
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(words);
  });
});

describe('deleting', () => {
  test('tells in a dry run what would happen, and does nothing', async () => {
    const dry = await rover(`subgraph delete ${ref} --name spam`, { stdin: 'n\n' });
    expect(dry.stderr).toMatch(/build errors|no|Delete/i);
    expect((await rover(`subgraph list ${ref}`)).stdout).toContain('spam');
  });

  test('takes the subgraph out of the supergraph', async () => {
    expect(await rover(`subgraph delete ${ref} --name spam --confirm`)).toMatchObject({ code: 0 });
    expect((await rover(`subgraph list ${ref}`)).stdout).not.toContain('spam');
    expect((await rover(`supergraph fetch ${ref}`)).stdout).not.toContain('@join__graph(name: "spam"');
    expect(await rover(`subgraph delete ${ref} --name spam --confirm`)).toMatchObject({ code: 1 });
  });
});
