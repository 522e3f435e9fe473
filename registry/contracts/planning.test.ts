import { readFileSync } from 'node:fs';
import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { prettyFormatQueryPlan, QueryPlanner } from '@apollo/query-planner';
import { compose } from '@banyan/kit/composition';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import { parse as parseYaml } from 'yaml';
import { applyContract } from './applyContract.ts';

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@tag", "@requires", "@external", "@shareable"])`;

/** The plan of an operation that only the contract's own schema has to allow. */
function planOf({ supergraphSdl, apiSdl }: { supergraphSdl: string; apiSdl: string }, text: string): string {
  const operation = parse(text);
  expect(validate(buildSchema(apiSdl), operation)).toEqual([]);
  const supergraph = Supergraph.build(supergraphSdl, { supportedFeatures: null });
  const plan = new QueryPlanner(supergraph).buildQueryPlan(operationFromDocument(supergraph.apiSchema(), operation));
  return prettyFormatQueryPlan(plan).replace(/\s+/g, ' ');
}

describe('a contract plans', () => {
  test('over keys and @requires that it hides', () => {
    const build = compose([
      {
        name: 'shop',
        url: 'http://localhost/shop',
        sdl: `${link} type Query { parcel: Parcel @tag(name: "public") }
          type Parcel @key(fields: "sku") { sku: ID! weight: Int label: String @tag(name: "public") }`,
      },
      {
        name: 'post',
        url: 'http://localhost/post',
        sdl: `${link} type Parcel @key(fields: "sku") {
          sku: ID! weight: Int @external postage: Int @requires(fields: "weight") @tag(name: "public") }`,
      },
    ]);
    if (!build.ok) throw new Error(JSON.stringify(build.errors));
    const contract = applyContract(build.supergraphSdl, {
      include: ['public'],
      exclude: [],
      hideUnreachableTypes: true,
    });
    if (!contract.ok) throw new Error(JSON.stringify(contract.errors));
    expect(contract.apiSdl).toContain('type Parcel {\n  postage: Int\n  label: String\n}');
    const plan = planOf(contract, '{ parcel { postage } }');
    expect(plan).toContain('Fetch(service: "shop") { { parcel { __typename sku weight } } }');
    expect(plan).toContain('{ ... on Parcel { __typename sku weight } } => { ... on Parcel { postage } }');
  });
});

describe('the public contract of this house', () => {
  const file = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
  const { subgraphs }: { subgraphs: Record<string, { schema: { file: string } }> } = parseYaml(file('supergraph.yaml'));
  const compositionOf = (edit: (sdl: string) => string = (sdl) => sdl) =>
    compose(
      Object.entries(subgraphs).map(([name, { schema }]) => ({
        name,
        url: `http://localhost/${name}`,
        sdl: edit(file(schema.file)),
      })),
    );
  const publicOf = (edit?: (sdl: string) => string) => {
    const build = compositionOf(edit);
    if (!build.ok) throw new Error(JSON.stringify(build.errors));
    return applyContract(build.supergraphSdl, { include: ['public'], exclude: [], hideUnreachableTypes: true });
  };
  let contract: Extract<ReturnType<typeof publicOf>, { ok: true }>;

  beforeAll(() => {
    const made = publicOf();
    if (!made.ok) throw new Error(JSON.stringify(made.errors));
    contract = made;
  });

  test('shows what is tagged and nothing else', () => {
    const api = buildSchema(contract.apiSdl);
    expect(api.getMutationType()).toBeUndefined();
    expect(Object.keys(api.getQueryType()?.getFields() ?? {})).toContain('post');
    expect(Object.keys(api.getQueryType()?.getFields() ?? {})).not.toContain('homeFeed');
    expect(api.getType('Post')?.toString()).toBe('Post');
    expect(api.getType('SignUpInput')).toBeUndefined();
    expect(contract.apiSdl).not.toContain('ownerId: ID!');
  });

  test('plans from a post to its photos and its verdict, over the hidden owner', () => {
    const plan = planOf(contract, '{ post(id: "1") { text spamVerdict { isSpam } photos { url } author { handle } } }');
    expect(plan).toContain('ownerId');
    for (const name of ['feed', 'spam', 'photo', 'user']) expect(plan).toContain(`Fetch(service: "${name}")`);
  });

  test('plans a verdict over the text, where the text is not public', () => {
    const silent = publicOf((sdl) => sdl.replace('text: String! @tag(name: "public")', 'text: String!'));
    if (!silent.ok) throw new Error(JSON.stringify(silent.errors));
    const post = buildSchema(silent.apiSdl).getType('Post');
    expect(post && 'getFields' in post ? Object.keys(post.getFields()) : []).not.toContain('text');
    expect(planOf(silent, '{ post(id: "1") { spamVerdict { isSpam } } }')).toContain('text');
  });

  test('shows one field more when one more is tagged', () => {
    const more = publicOf((sdl) => sdl.replace('viewer: User', 'viewer: User @tag(name: "public")'));
    const fields = (sdl: string) => Object.keys(buildSchema(sdl).getQueryType()?.getFields() ?? {});
    expect(more.ok && fields(more.apiSdl).toSorted()).toEqual([...fields(contract.apiSdl), 'viewer'].toSorted());
  });

  test('is the same text every time', () => {
    expect(publicOf()).toEqual(contract);
  });
});
