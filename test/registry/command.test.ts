import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

const main = resolve(import.meta.dirname, '../../registry/command/main.ts');
const run = promisify(execFile);

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@tag"])';
const books = `${link}
type Query { "The books." books: [Book] @tag(name: "public") }
"A book." type Book @key(fields: "id") @tag(name: "public") { "Its id." id: ID! "Its title." title: String "Its price." price: Int }
`;
const supergraph =
  'subgraphs:\n  books:\n    routing_url: http://books.test/\n    schema:\n      file: ./books/schema.graphql\n';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'banyan-command-'));
  await put('supergraph.yaml', supergraph);
  await put('books/schema.graphql', books);
  await put('before/supergraph.yaml', supergraph);
  await put('before/books/schema.graphql', books);
  const git = (...args: string[]) =>
    run('git', ['-c', 'user.name=somebody', '-c', 'user.email=somebody@test.invalid', ...args], { cwd: folder });
  await git('init', '-q');
  await git('add', '.');
  await git('commit', '-qm', 'before');
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function put(name: string, text: string) {
  await mkdir(dirname(join(folder, name)), { recursive: true });
  await writeFile(join(folder, name), text);
}

/** `npm run check` in the folder. */
async function check(...args: string[]) {
  const outcome = await run(process.execPath, [main, ...args], { cwd: folder }).catch((error) => error);
  return {
    code: (outcome.code as number | undefined) ?? 0,
    stdout: String(outcome.stdout),
    stderr: String(outcome.stderr),
  };
}

const usage = JSON.stringify([
  {
    id: 'one',
    name: 'Prices',
    signature: 'query Prices{books{price}}',
    clients: [{ name: 'web', version: '1', count: 3 }],
  },
]);

test.each([
  ['a commit', 'HEAD'],
  ['a directory', 'before'],
])('against %s: a field that is asked for may not go, one that is not may', async (_what, against) => {
  await put('usage.json', usage);
  await put('books/schema.graphql', books.replace('"Its price." price: Int ', ''));
  expect(await check('--against', against)).toMatchObject({ code: 0 });
  const refused = await check('--against', against, '--usage', 'usage.json');
  expect(refused).toMatchObject({ code: 1 });
  expect(refused.stdout).toMatch(/FIELD_REMOVED.*Book\.price.*Prices \(3 requests: web 1\)/);
  expect(await check('--against', against, '--strict')).toMatchObject({ code: 1 });

  await put('books/schema.graphql', books.replace('"Its title." title: String ', ''));
  expect(await check('--against', against, '--usage', 'usage.json')).toMatchObject({ code: 0 });
});

test('contracts that would break fail it', async () => {
  const contract = [{ variant: 'public', include: ['public'], operations: JSON.parse(usage) }];
  await put('contracts.json', JSON.stringify(contract));
  await put('books/schema.graphql', books.replace('price: Int', 'price: Int @tag(name: "internal")'));
  expect(await check('--against', 'HEAD', '--contracts', 'contracts.json')).toMatchObject({ code: 0 });
  await put('contracts.json', JSON.stringify([{ ...contract[0], exclude: ['internal'] }]));
  const refused = await check('--against', 'HEAD', '--contracts', 'contracts.json');
  expect(refused).toMatchObject({ code: 1 });
  expect(refused.stdout).toMatch(/@public +failed/);
});

test('what does not compose or does not please the linter fails it, with places', async () => {
  await put('books/schema.graphql', books.replace('[Book]', '[Nothing]'));
  const unknown = await check('--against', 'HEAD', '--json');
  expect(unknown.code).toBe(1);
  expect(JSON.parse(unknown.stdout).composition.errors[0].places[0]).toMatchObject({ subgraph: 'books', line: 2 });
  await put('books/schema.graphql', `${books}extend type Query { "Bad." Bad_name: Int }`);
  const refused = await check('--against', 'HEAD');
  expect(refused.code).toBe(1);
  expect(refused.stdout).toMatch(/error books:4:\d+ FIELD_NAMES_SHOULD_BE_CAMEL_CASE/);
});

test.each([
  [[], /Usage:/],
  [['--against', 'nowhere'], /git does not know it/],
  [['--nonsense'], /nonsense/],
  [['--against', 'HEAD', '--usage', 'supergraph.yaml'], /supergraph\.yaml cannot be used/],
])('%j gives no answer, and says why', async (args, words) => {
  await put('books/schema.graphql', books);
  const outcome = await check(...args);
  expect(outcome.code).toBe(2);
  expect(outcome.stderr).toMatch(words);
});
