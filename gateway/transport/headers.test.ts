import { traceIdOf } from '@banyan/kit';
import { expect, test } from '@jest/globals';
import { headersFor, type TransportContext } from './headers.ts';
import { context } from './testSubgraph.ts';

const headers = (more: Partial<TransportContext>) => {
  const list = headersFor(context(more));
  return Object.fromEntries(list.flatMap((name, at) => (at % 2 === 0 ? [[name, list[at + 1]]] : [])));
};

test('only what is named gets through', () => {
  const { traceparent, ...others } = headers({ trace: true });
  expect(traceIdOf(traceparent)).toBe('0af7651916cd43dd8448eb211c80319c');
  expect(others).toEqual({
    'content-type': 'application/json',
    accept: 'application/graphql-response+json, application/json;q=0.9',
    'accept-encoding': 'identity',
    authorization: 'Bearer ada',
    'apollo-federation-include-trace': 'ftv1',
  });
});

test('without an identity or a wish for a trace there are no such headers', () => {
  expect(Object.keys(headers({ authorization: '', trace: false })).sort()).toEqual([
    'accept',
    'accept-encoding',
    'content-type',
    'traceparent',
  ]);
});

test("the span's own traceparent is passed on", () => {
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  expect(headers({ traceparent }).traceparent).toBe(traceparent);
});

test.each(['Bearer a\r\nx-admin: 1', 'Bearer a\nb', 'Bearer \0', 'Bearer ž'])('%j is refused', (authorization) => {
  expect(() => headers({ authorization })).toThrow('The authorization header is malformed.');
});

test.each([{ correlationId: 'x\r\nx-admin: 1' }, { traceparent: 'x\r\nx-admin: 1' }])(
  'of %j nothing gets through',
  (more) => {
    expect(traceIdOf(headers(more).traceparent)).toMatch(/^[0-9a-f]{32}$/);
  },
);
