import { readFileSync } from 'node:fs';
import { newId } from '@banyan/kit';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  type InputObjectTypeDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
  parse,
  print,
  type TypeNode,
} from 'graphql';
import { createSubgraphSigner } from '../gateway/identity/subgraphToken.ts';
import { ask } from './harness/client.ts';
import { type SubgraphName, type System, startSystem, subgraphNames } from './harness/system.ts';

/** The gateway refuses by what the schemas say, and resolvers by what they do: every root field says what its resolver does. */

let system: System;

beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system?.stop());

const schemaOf = (name: SubgraphName) =>
  parse(readFileSync(new URL(`../subgraphs/${name}/schema.graphql`, import.meta.url), 'utf8')).definitions;

const rootFields = subgraphNames.flatMap((subgraph) =>
  schemaOf(subgraph).flatMap((node) =>
    node.kind === Kind.OBJECT_TYPE_DEFINITION && ['Query', 'Mutation'].includes(node.name.value)
      ? (node.fields ?? []).map((field) => [`${node.name.value}.${field.name.value}`, subgraph, field] as const)
      : [],
  ),
);

test.each(rootFields)('%s of %s', async (coordinate, subgraph, field) => {
  const scopes = scopesOf(field);
  const isProtected = field.directives?.some(({ name }) => name.value === 'authenticated');
  expect(await codeFor(undefined, '')).toBe(isProtected ? 'UNAUTHENTICATED' : 'passes');
  expect(await codeFor(newId(), 'of:another')).toBe(scopes ? 'FORBIDDEN' : 'passes');
  if (scopes) expect(await codeFor(newId(), scopes)).toBe('passes');

  /** Asks the subgraph as the gateway would. */
  async function codeFor(userId: string | undefined, scope: string): Promise<string> {
    const sign = createSubgraphSigner(JSON.parse(system.keys.GATEWAY_SIGNING_JWK));
    const expiresAt = Date.now() / 1_000 + 60;
    const caller = userId === undefined ? undefined : { userId, scope, policies: [], expiresAt };
    const operation = coordinate.startsWith('Query') ? 'query' : 'mutation';
    const query = `${operation} { ${call(subgraph, field)} }`;
    const { data, errors } = await ask(system.subgraphUrl(subgraph), query, {}, await sign(caller, '127.0.0.1'));
    // Resolvers were asked: it was not the request that was refused.
    expect([query, data]).toEqual([query, expect.anything()]);
    const code = String(errors?.[0]?.extensions.code ?? 'passes');
    return ['UNAUTHENTICATED', 'FORBIDDEN'].includes(code) ? code : 'passes';
  }
});

/** The scope that a field requires, or an empty text. */
function scopesOf({ directives = [] }: FieldDefinitionNode): string {
  const directive = directives.find(({ name }: ConstDirectiveNode) => name.value === 'requiresScopes');
  return /"(.+)"/.exec(directive ? print(directive) : '')?.[1] ?? '';
}

/** A field with something for every argument that it requires. */
function call(subgraph: SubgraphName, { name, arguments: required = [], type }: FieldDefinitionNode): string {
  const given = argumentsOf(subgraph, required);
  const isLeaf = ['Int', 'String'].includes(nameOf(type));
  return `${name.value}${given ? `(${given})` : ''}${isLeaf ? '' : ' { __typename }'}`;
}

const argumentsOf = (subgraph: SubgraphName, values: readonly InputValueDefinitionNode[]): string =>
  values
    .filter(({ type, defaultValue }) => type.kind === Kind.NON_NULL_TYPE && !defaultValue)
    .map(({ name, type }) => `${name.value}: ${sampleOf(subgraph, type)}`)
    .join(', ');

function sampleOf(subgraph: SubgraphName, type: TypeNode): string {
  if (type.kind === Kind.NON_NULL_TYPE) return sampleOf(subgraph, type.type);
  if (type.kind === Kind.LIST_TYPE) return '[]';
  const known: Record<string, string> = { ID: `"${newId()}"`, String: '"x"', Int: '1', Boolean: 'false' };
  const definition = schemaOf(subgraph).find((node) => 'name' in node && node.name?.value === type.name.value);
  if (definition?.kind === Kind.ENUM_TYPE_DEFINITION) return definition.values?.[0]?.name.value ?? '';
  const { fields = [] } = (definition ?? {}) as Partial<InputObjectTypeDefinitionNode>;
  return known[type.name.value] ?? `{ ${argumentsOf(subgraph, fields)} }`;
}

const nameOf = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type));
