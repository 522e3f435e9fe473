import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { compose } from '@banyan/kit/composition';
import { describe, expect, test } from '@jest/globals';
import { parse, validate } from 'graphql';
import type { Caller } from './conditions.ts';
import { filterOperation } from './filterOperation.ts';
import { readRequirements } from './requirements.ts';
import { AccessRules } from './rules.ts';

/** From subgraphs to the plan: what composition writes is what is read, and what is left can be planned. */
describe('through composition and planning', () => {
  const link = (auth: string) =>
    `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", ${auth}])`;
  const build = compose([
    {
      name: 'products',
      url: 'http://localhost:1/graphql',
      sdl: `${link('{ name: "@authenticated", as: "@members" }')}
        type Query { products: [Product] item: Item }
        interface Item { id: ID! price: Int }
        type Product implements Item @key(fields: "id") { id: ID! @members price: Int @members name: String }
        type Gift implements Item @key(fields: "id") { id: ID! price: Int }`,
    },
    {
      name: 'stock',
      url: 'http://localhost:2/graphql',
      sdl: `${link('{ name: "@authenticated", as: "@members" }, { name: "@requiresScopes", as: "@may" }')}
        type Product @key(fields: "id") { id: ID! @members inStock: Boolean supplier: String @may(scopes: [["supply"]]) }`,
    },
  ]);
  if (!build.ok) throw new Error(JSON.stringify(build.errors));
  const supergraph = Supergraph.build(build.supergraphSdl, { supportedFeatures: null });
  const schema = supergraph.apiSchema().toGraphQLJSSchema();
  const rules = new AccessRules(schema, readRequirements(build.supergraphSdl));
  const planner = new QueryPlanner(supergraph);

  const planFor = (text: string, caller: Partial<Caller>) => {
    const document = parse(text);
    expect(validate(schema, document)).toEqual([]);
    const everybody: Caller = { isAuthenticated: false, scopes: new Set(), policies: new Set() };
    const filtered = filterOperation(document, undefined, rules, { ...everybody, ...caller });
    const plan = filtered.document
      ? JSON.stringify(planner.buildQueryPlan(operationFromDocument(supergraph.apiSchema(), filtered.document)))
      : '';
    return { filtered, plan };
  };

  test('a subgraph of which nothing may be read is not asked', () => {
    const text = '{ products { name supplier } }';
    expect(planFor(text, { isAuthenticated: true }).plan).not.toContain('stock');
    expect(planFor(text, { scopes: new Set(['supply']) }).plan).toContain('stock');
  });

  test('a protected key is fetched for the plan’s own ends, and stays refused in the answer', () => {
    const { filtered, plan } = planFor('{ products { id inStock } }', {});
    expect(plan).toContain('products{__typename id}');
    expect([...filtered.refused.keys()].map(({ name }) => name.value)).toEqual(['id']);
  });

  test('a renamed directive protects a field that is read through an interface', () => {
    expect(planFor('{ item { price } }', {}).plan).not.toContain('price');
    expect(planFor('{ item { ... on Gift { price } } }', {}).plan).toContain('price');
    expect(planFor('{ item { price } }', { isAuthenticated: true }).plan).toContain('price');
  });

  test('deferred fragments that lose everything are planned without', () => {
    const deferring = Supergraph.build(build.supergraphSdl, { supportedFeatures: null });
    const deferPlanner = new QueryPlanner(deferring, { incrementalDelivery: { enableDefer: true } });
    const text = '{ products { name ... @defer { supplier } } }';
    const filtered = filterOperation(parse(text), undefined, rules, {
      isAuthenticated: true,
      scopes: new Set(),
      policies: new Set(),
    });
    if (!filtered.document) throw new Error('the names are left');
    const operation = operationFromDocument(deferring.apiSchema(), filtered.document);
    expect(JSON.stringify(deferPlanner.buildQueryPlan(operation))).not.toMatch(/Defer|stock/);
  });
});
