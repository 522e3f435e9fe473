import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { wantsIncremental } from './acceptHeader.ts';

const defer = 'multipart/mixed;deferSpec=20220824';
const incremental = 'multipart/mixed;incrementalSpec=v0.2';
const json = 'application/graphql-response+json,application/json;q=0.9';

test.each([
  ['nothing', undefined, undefined],
  ['an empty header', '', undefined],
  ['anything', '*/*', undefined],
  ['JSON', json, undefined],
  ['parts of no named kind', `multipart/mixed,${json}`, undefined],
  ['parts of another version', 'multipart/mixed;deferSpec=20200101', undefined],
  ['parts of subscriptions', 'multipart/mixed;subscriptionSpec=1.0', undefined],
  ["Apollo Client's first format", `${defer},${json}`, 'deferSpec'],
  ["Apollo Client's second format", `${incremental},${json}`, 'incrementalSpec'],
  ['quotes, blanks and capitals', 'Multipart/Mixed ; boundary="a,b;c\\"" ; DeferSpec = "20220824"', 'deferSpec'],
  ['both, the first of which counts', `${incremental}, ${defer}`, 'incrementalSpec'],
  ['both with weights', `${incremental};q=0.5,${defer};q=0.8`, 'deferSpec'],
  ['parts as the second choice', `application/json,${defer};q=0.5`, undefined],
  ['no parts', `${defer};q=0,*/*`, undefined],
  ['a weight that is none', `${defer};q=2`, undefined],
  ['the weight before the parameter', 'multipart/mixed;q=1.000;incrementalSpec=v0.2', 'incrementalSpec'],
  ['a quote that does not end', `"${defer}`, undefined],
  ['the name inside a text', `text/html;x="${defer}"`, undefined],
])('a client that accepts %s', (_, accept, wanted) => {
  expect(wantsIncremental(accept)).toBe(wanted);
});

test('no header takes long or fails', () => {
  const pieces = fc.constantFrom(',', ';', '=', '"', '\\', 'q', ' ', '0.5', defer, incremental, 'multipart/mixed');
  const headers = fc.array(fc.oneof(pieces, fc.string()), { maxLength: 200 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(headers, (accept) => {
      expect([undefined, 'deferSpec', 'incrementalSpec']).toContain(wantsIncremental(accept));
    }),
  );
  const started = performance.now();
  for (const piece of [',', ';', '"', '\\"', '"\\', `${defer},`, 'multipart/mixed;q="']) {
    wantsIncremental(piece.repeat(50_000));
    wantsIncremental(`multipart/mixed${piece.repeat(500)}`);
  }
  expect(performance.now() - started).toBeLessThan(200);
});
