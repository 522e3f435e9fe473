import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gatewaySettings, startGateway } from '@banyan/gateway';
import { type Logger, type Running, readConfig } from '@banyan/kit';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { supergraphFromFiles } from '../gateway/supergraph/files.ts';
import { ask, until, want } from './harness/client.ts';

const root = resolve(import.meta.dirname, '..');

let folder: string;
let gateway: Running;
let endpoint: string;
const schemaFile = () => join(folder, 'subgraphs/user/schema.graphql');

const startWith = (supergraph: string) =>
  startGateway(readConfig(gatewaySettings, { SUPERGRAPH: supergraph, PORT: '0', LOG_LEVEL: 'silent' }));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'banyan-supergraph-'));
  await cp(join(root, 'supergraph.yaml'), join(folder, 'supergraph.yaml'));
  for (const name of ['user', 'feed', 'spam', 'photo', 'notification']) {
    const file = `subgraphs/${name}/schema.graphql`;
    await cp(join(root, file), join(folder, file));
  }
  gateway = await startWith(join(folder, 'supergraph.yaml'));
  endpoint = `${gateway.url}/graphql`;
});
afterAll(async () => {
  await gateway?.stop();
  await rm(folder, { recursive: true, force: true });
});

const fieldsOfUser = async () => {
  const { __type } = await want<{ __type: { fields: { name: string }[] } }>(
    endpoint,
    '{ __type(name: "User") { fields { name } } }',
  );
  return __type.fields.map(({ name }) => name);
};

async function editUser(edit: (sdl: string) => string) {
  await writeFile(schemaFile(), edit(await readFile(schemaFile(), 'utf8')));
}

describe('a change of a schema file', () => {
  const field = '"What they like." favouriteColour: String';
  const added = (sdl: string) =>
    sdl.replace('type User @key(fields: "id") {', `type User @key(fields: "id") {\n  ${field}`);

  test('is served without a restart', async () => {
    await editUser(added);
    await until('the field is there', async () => (await fieldsOfUser()).includes('favouriteColour'));
  });

  test('that does not compose is not: the last good one stays, and the next good one is served', async () => {
    const served: string[] = [];
    const complaints: string[] = [];
    const log = { info: () => {}, error: (words: string) => complaints.push(words) } as unknown as Logger;
    const manager = supergraphFromFiles(join(folder, 'supergraph.yaml'), log);
    const update = (sdl: string) => void served.push(sdl);
    const { cleanup } = await manager.initialize({
      update,
      healthCheck: async () => {},
      getDataSource: () => ({}) as never,
    });

    await editUser((sdl) => sdl.replace(field, `${field}\n  broken: Nothing`));
    await until('it says why', async () => complaints.some((words) => words.includes('Unknown type Nothing')));
    expect(served).toEqual([]);
    expect(await fieldsOfUser()).toContain('favouriteColour');

    await editUser((sdl) => sdl.replace('broken: Nothing', 'mended: Int'));
    await until('the mended one is served', async () => served.length === 1);
    await until('by the gateway too', async () => (await fieldsOfUser()).includes('mended'));
    expect(await fieldsOfUser()).not.toContain('broken');
    await cleanup?.();
  });
});

describe('the gateway does not start', () => {
  /** A supergraph of its own with one thing changed. */
  async function withUserSchema(name: string, edit: (sdl: string) => string) {
    const schema = await readFile(join(root, 'subgraphs/user/schema.graphql'), 'utf8');
    const file = join(folder, `${name}.graphql`);
    await writeFile(file, edit(schema));
    const yaml = await readFile(join(root, 'supergraph.yaml'), 'utf8');
    const supergraph = join(folder, `${name}.yaml`);
    await writeFile(supergraph, yaml.replace('./subgraphs/user/schema.graphql', `./${name}.graphql`));
    return supergraph;
  }

  test.each<[string, (sdl: string) => string, RegExp]>([
    [
      'when types do not agree: subgraph, coordinate and reason',
      (sdl) => sdl.replace('hasNextPage: Boolean!', 'hasNextPage: String!'),
      /FIELD_TYPE_MISMATCH: .*"PageInfo\.hasNextPage".*in subgraph "user"\n(?: {4}at \S+\.graphql:\d+:\d+\n?)+$/,
    ],
    ['when a type is missing', (sdl) => sdl.replace('bio: String ', 'bio: Nothing '), /\[user\].*Nothing/],
    [
      'when a schema is not GraphQL: file and line',
      (sdl) => `${sdl}\ntype {`,
      /subgraph "user" is not valid[\s\S]*\.graphql:\d+:\d+/,
    ],
  ])('%s', async (name, edit, message) => {
    const supergraph = await withUserSchema(name.slice(5, 12).replace(/\W/g, '-'), edit);
    await expect(startWith(supergraph)).rejects.toThrow(message);
  });

  test('without a schema file or with a variable that is not set: it names them', async () => {
    const missing = join(folder, 'missing.yaml');
    await writeFile(missing, 'subgraphs: { a: { routing_url: "http://a", schema: { file: ./nothing.graphql } } }');
    await expect(startWith(missing)).rejects.toThrow(/"a" cannot be read.*nothing\.graphql/);
    await writeFile(
      missing,
      `subgraphs: { a: { routing_url: "\${env.NOT_SET_AT_ALL}", schema: { file: ./a.graphql } } }`,
    );
    await expect(startWith(missing)).rejects.toThrow('NOT_SET_AT_ALL');
    await writeFile(missing, 'subgraphs: { a: { schema: { file: ./a.graphql } } }');
    await expect(startWith(missing)).rejects.toThrow(/missing\.yaml.*[\s\S]*routing_url/);
  });
});

interface Introspected {
  __schema: {
    queryType: { name: string };
    types: {
      name: string;
      kind: string;
      description: string | null;
      fields: null | { name: string; description: string | null; type: { kind: string }; args: Named[] }[];
      inputFields: null | Named[];
      enumValues: null | Named[];
    }[];
  };
}
interface Named {
  name: string;
  description: string | null;
}

describe('the schema', () => {
  let types: Introspected['__schema']['types'];
  beforeAll(async () => {
    const fields = '{ name description type { kind } args { name description } }';
    const { __schema } = await want<Introspected>(
      endpoint,
      `{ __schema { queryType { name } types { name kind description fields ${fields}
          inputFields { name description } enumValues { name description } } } }`,
    );
    types = __schema.types.filter(({ name, kind }) => !name.startsWith('__') && kind !== 'SCALAR');
  });

  test('describes every type, field, value and input field', () => {
    const undescribed = types.flatMap(({ name, description, fields, inputFields, enumValues }) => {
      const parts = [...(fields ?? []), ...(inputFields ?? []), ...(enumValues ?? [])];
      const silent = parts.filter((part) => !part.description).map((part) => `${name}.${part.name}`);
      const root = ['Query', 'Mutation'].includes(name);
      return description || root ? silent : [name, ...silent];
    });
    expect(undescribed.filter((coordinate) => !/favouriteColour|mended/.test(coordinate))).toEqual([]);
  });

  test('has only nullable root fields, so that a dead domain costs its own fields', () => {
    const roots = types.filter(({ name }) => ['Query', 'Mutation'].includes(name));
    const strict = roots.flatMap(({ name, fields }) =>
      (fields ?? []).filter(({ type }) => type.kind === 'NON_NULL').map((field) => `${name}.${field.name}`),
    );
    expect(strict).toEqual([]);
  });

  test('shows partners and clients no inaccessible field', async () => {
    const { errors } = await ask(endpoint, '{ photo(id: "1") { ownerId } }');
    expect(errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });
});
