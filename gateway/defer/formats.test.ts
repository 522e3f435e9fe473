import { expect, test } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { inParts } from '../engine/defer/testing/askInParts.ts';
import type { SubgraphRequest } from '../engine/subgraphs.ts';
import type { IncrementalFormat } from './acceptHeader.ts';
import { payloadFormat } from './formats.ts';

const sdls = {
  a: `type Query { thing: Thing } type Thing @key(fields: "id") { id: ID! name: String parts: [Part!] box: Box }
      type Part { label: String width: Int } type Box { lid: String depth: Int! inner: Box }`,
  b: 'type Thing @key(fields: "id") { id: ID! size: Int! color: String }',
};

const parts = [1, 2].map((width) => ({ label: `l${width}`, width }));
const thing = { __typename: 'Thing', id: '1', name: 'n', parts, box: { lid: 'x', depth: 1, inner: null } };
const fine = { a: thing, b: { size: 3, color: 'red' } };

/** Every payload of an operation, for subgraphs that know these data. */
async function payloads(format: IncrementalFormat, text: string, data: { a: object | null; b: object | null } = fine) {
  const { begin } = inParts(sdls, ({ subgraph, query }: SubgraphRequest) => {
    const answered = subgraph === 'a' ? data.a : data.b;
    return { data: query.includes('_entities') ? { _entities: [answered] } : { thing: answered } };
  });
  const { initial, subsequent } = await begin(text);
  const { initial: first, subsequent: next } = payloadFormat(format, ({ message, path }) => ({ message, path }));
  const sent = [first(initial)];
  for await (const result of subsequent) sent.push(next(result));
  return JSON.parse(JSON.stringify(sent)) as unknown[];
}

test('deferSpec: a part has all its fields, also those that were sent before', async () => {
  expect(await payloads('deferSpec', '{ thing { name ... @defer(label: "l") { name size } } }')).toEqual([
    { data: { thing: { name: 'n' } }, hasNext: true },
    { incremental: [{ path: ['thing'], label: 'l', data: { name: 'n', size: 3 } }], hasNext: false },
  ]);
});

test('deferSpec: a part that is null has its errors', async () => {
  const text = '{ thing { name ... @defer { size } } }';
  expect(await payloads('deferSpec', text, { ...fine, b: { size: null } })).toEqual([
    { data: { thing: { name: 'n' } }, hasNext: true },
    {
      incremental: [
        {
          path: ['thing'],
          data: null,
          errors: [{ message: 'Cannot return null for non-nullable field Thing.size.', path: ['thing', 'size'] }],
        },
      ],
      hasNext: false,
    },
  ]);
});

test('incrementalSpec: a part is announced, has only what is new, object by object, and is completed', async () => {
  const text =
    '{ thing { name parts { label } ... @defer(label: "l") { name size parts { label width } box { lid } } } }';
  expect(await payloads('incrementalSpec', text)).toEqual([
    {
      data: { thing: { name: 'n', parts: [{ label: 'l1' }, { label: 'l2' }] } },
      pending: [{ id: '0', path: ['thing'], label: 'l' }],
      hasNext: true,
    },
    {
      incremental: [
        { id: '0', data: { size: 3, box: { lid: 'x' } } },
        { id: '0', subPath: ['parts', 0], data: { width: 1 } },
        { id: '0', subPath: ['parts', 1], data: { width: 2 } },
      ],
      completed: [{ id: '0' }],
      hasNext: false,
    },
  ]);
});

test('incrementalSpec: a part without anything new is only completed', async () => {
  expect(await payloads('incrementalSpec', '{ thing { name ... @defer { name } } }')).toEqual([
    { data: { thing: { name: 'n' } }, pending: [{ id: '0', path: ['thing'] }], hasNext: true },
    { completed: [{ id: '0' }], hasNext: false },
  ]);
});

test('incrementalSpec: what two parts have in common is sent with one of them', async () => {
  const text =
    '{ thing { id ... @defer(label: "x") { box { lid depth } } ... @defer(label: "y") { box { lid inner { lid } } } } }';
  const [, ...rest] = (await payloads('incrementalSpec', text)) as {
    incremental: { data: object; subPath?: object }[];
  }[];
  const sent = rest.flatMap(({ incremental }) => incremental).map(({ data, subPath }) => [subPath, data]);
  expect(sent).toEqual([
    [undefined, { box: { lid: 'x', depth: 1 } }],
    [['box'], { inner: null }],
  ]);
});

test('incrementalSpec: a null that goes up into what was sent takes the part, and what is in it', async () => {
  const text =
    '{ thing { box { lid } ... @defer(label: "l") { size box { depth inner { lid ... @defer { depth } } } } } }';
  const inner = { lid: 'y', depth: 2 };
  const results = await payloads('incrementalSpec', text, {
    ...fine,
    a: { ...thing, box: { lid: 'x', depth: null, inner } },
  });
  expect(results).toEqual([
    { data: { thing: { box: { lid: 'x' } } }, pending: [{ id: '0', path: ['thing'], label: 'l' }], hasNext: true },
    {
      completed: [
        {
          id: '0',
          errors: [
            { message: 'Cannot return null for non-nullable field Box.depth.', path: ['thing', 'box', 'depth'] },
          ],
        },
      ],
      hasNext: false,
    },
  ]);
});

test('incrementalSpec: a part in a part is announced when that one has come', async () => {
  const text = '{ thing { id ... @defer(label: "outer") { box { lid ... @defer(label: "inner") { depth } } } } }';
  const sent = (await payloads('incrementalSpec', text)) as { pending?: unknown; completed?: unknown }[];
  expect(sent.flatMap(({ pending = [] }) => pending)).toEqual([
    { id: '0', path: ['thing'], label: 'outer' },
    { id: '1', path: ['thing', 'box'], label: 'inner' },
  ]);
  expect(sent.at(-1)).toMatchObject({ completed: expect.arrayContaining([{ id: '1' }]), hasNext: false });
});

test('incrementalSpec: nothing comes of a part whose object was never sent', () => {
  const format = payloadFormat('incrementalSpec', (error) => error.toJSON());
  const outer = { path: [] };
  const inner = { path: ['a', 'b'] };
  format.initial({ data: { a: { c: 1 } }, pending: [outer], hasNext: true });
  const failed = { pending: outer, data: { a: null }, errors: [new GraphQLError('no')] };
  const lost = { pending: inner, data: { d: 1 }, errors: [] };
  expect(format.subsequent({ completed: [failed, lost], pending: [inner], hasNext: false })).toMatchObject({
    completed: [{ id: '0', errors: [{ message: 'no' }] }],
    hasNext: false,
  });
});

test.each<IncrementalFormat>(['deferSpec', 'incrementalSpec'])(
  '%s: a response name that every object has',
  async (format) => {
    const text = '{ thing { constructor: name ... @defer { __proto__: name toString: size } } }';
    expect(
      JSON.stringify(
        await payloads(format, text, { a: { ...thing, constructor: 'n', ['__proto__']: 'n' }, b: { toString: 3 } }),
      ),
    ).toContain('"data":{"__proto__":"n","toString":3}');
  },
);
