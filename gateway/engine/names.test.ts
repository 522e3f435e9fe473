import { afterEach, expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { execute } from './execute.ts';
import { Preparer } from './prepare.ts';
import { answering } from './testing/ask.ts';

/** GHSA-pfjj-6f4p-rvmh: names that every object inherits, wherever a client or a subgraph can put them. */
const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'];

const sdls = {
  a: 'type Query { thing(id: ID): Thing things: [Thing] constructor: String } type Thing @key(fields: "id") { id: ID! nested: Nested @shareable }  type Nested @shareable { polluted: String }',
  b: 'type Thing @key(fields: "id") { id: ID! toString: String valueOf(of: Int): Int nested: Nested @shareable } type Nested @shareable { polluted: String }',
};

afterEach(() => {
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  expect(Object.keys(Object.prototype)).toEqual([]);
});

const run = async (text: string, answer: (subgraph: string) => string, variables: Record<string, unknown> = {}) => {
  const { supergraph } = answering(sdls, () => undefined);
  const prepared = new Preparer(supergraph).prepare(parse(text));
  const result = await execute(prepared, {
    variables,
    context: {},
    send: async ({ subgraph }) => JSON.parse(answer(subgraph)),
  });
  return JSON.stringify(result);
};

test.each(names)(
  '%s as the alias of a root field, an object, a leaf, and of a field of another subgraph',
  async (name) => {
    const text = await run(
      `{ ${name}: thing { ${name}: id x: nested { ${name}: polluted } } other: thing { ${name}: toString } }`,
      (subgraph) =>
        subgraph === 'a'
          ? `{"data":{"${name}":{"__typename":"Thing","${name}":"1","id":"1","x":{"${name}":"p"}},"other":{"__typename":"Thing","id":"1"}}}`
          : `{"data":{"_entities":[{"${name}":"text"}]}}`,
    );
    expect(text).toBe(`{"data":{"${name}":{"${name}":"1","x":{"${name}":"p"}},"other":{"${name}":"text"}}}`);
  },
);

test.each(names)('%s as an alias that the subgraph does not answer is null', async (name) => {
  expect(
    await run(`{ ${name}: thing { id } things { ${name}: nested { polluted } } }`, () => '{"data":{"things":[{}]}}'),
  ).toBe(`{"data":{"${name}":null,"things":[{"${name}":null}]}}`);
});

test.each(names)('%s as a key of a subgraph that was not asked for', async (name) => {
  const evil = `"${name}":{"polluted":"yes","id":"evil","prototype":{"polluted":"yes"}}`;
  const text = await run('{ thing { id toString nested { polluted } } }', (subgraph) =>
    subgraph === 'a'
      ? `{${evil},"data":{${evil},"thing":{${evil},"__typename":"Thing","id":"1","nested":{${evil}}}}}`
      : `{"data":{${evil},"_entities":[{${evil},"toString":"ok","nested":{${evil}}}]}}`,
  );
  expect(text).toBe('{"data":{"thing":{"id":"1","toString":"ok","nested":{"polluted":null}}}}');
});

test.each(names)('%s as the type that a subgraph tells, and as a variable', async (name) => {
  const text = await run(
    `query ($${name}: ID) { thing(id: $${name}) { id toString } }`,
    () => `{"data":{"thing":{"__typename":"${name}","id":"1"}}}`,
    JSON.parse(`{"${name}":"1"}`),
  );
  expect(text).toContain('"data":{"thing":null}');
});

test('fields that are named so in the schema', async () => {
  const text = await run('{ constructor thing { toString valueOf(of: 1) } }', (subgraph) =>
    subgraph === 'a'
      ? '{"data":{"constructor":"c","thing":{"__typename":"Thing","id":"1"}}}'
      : '{"data":{"_entities":[{"toString":"t","valueOf":1}]}}',
  );
  expect(text).toBe('{"data":{"constructor":"c","thing":{"toString":"t","valueOf":1}}}');
});
