import { expect, test } from '@jest/globals';
import { checkRoutingUrl, formatBuildInput, parseBuildInput, restored, withSubgraph } from './subgraph.ts';
import type { PublishedSubgraph } from './variant.ts';

const subgraph = (url: string, schemaId = 's') => ({ url, schemaId, updatedAt: '2026-01-01T00:00:00.000Z' });

test('the build input is the same text for the same subgraphs, whatever came first and whenever', () => {
  const one = new Map<string, PublishedSubgraph>([
    ['b', { ...subgraph('u'), revision: '1' }],
    ['constructor', subgraph('')],
  ]);
  const two = new Map([
    ['constructor', { ...subgraph(''), updatedAt: 'later' }],
    ['b', subgraph('u')],
  ]);
  expect(formatBuildInput(one)).toBe(formatBuildInput(two));
  expect([...parseBuildInput(formatBuildInput(one))]).toEqual([
    ['b', { url: 'u', schemaId: 's' }],
    ['constructor', { url: '', schemaId: 's' }],
  ]);
});

test('a variant has at most 500 subgraphs, and they fit an item', () => {
  const many = new Map(Array.from({ length: 500 }, (_, at) => [`s${at}`, subgraph('http://a.test')]));
  expect(withSubgraph(many, 's7', subgraph('http://b.test')).size).toBe(500);
  expect(() => withSubgraph(many, 'one-more', subgraph(''))).toThrow('500 subgraphs');
  const long = new Map(
    Array.from({ length: 150 }, (_, at) => [`s${at}`, subgraph(`http://a.test/${'x'.repeat(2_000)}`)]),
  );
  expect(() => withSubgraph(long, 'one-more', subgraph(''))).toThrow('too long');
  expect(many.get('s7')?.url).toBe('http://a.test');
});

test('a subgraph that an earlier launch has as it is now stays as it is', () => {
  const now = new Map<string, PublishedSubgraph>([
    ['same', { ...subgraph('u'), revision: '1' }],
    ['other', subgraph('u')],
  ]);
  const input = new Map([
    ['same', { url: 'u', schemaId: 's' }],
    ['other', { url: 'u', schemaId: 'older' }],
  ]);
  const after = restored(input, now, 'now');
  expect(after.get('same')).toBe(now.get('same'));
  expect(after.get('other')).toEqual({ url: 'u', schemaId: 'older', updatedAt: 'now' });
});

test.each(['', 'http://a', 'https://a.test:8443/graphql?x=1', 'http://[::1]:4001/graphql', 'HTTP://a'])(
  '%j is a routing URL',
  (url) => {
    expect(() => checkRoutingUrl(url)).not.toThrow();
  },
);

test.each(['a', '/graphql', 'http:', 'https://', ' http://a', 'file:///etc/passwd', 'http://a\n.test'])(
  '%j is none',
  (url) => {
    expect(() => checkRoutingUrl(url)).toThrow('is not an http or https URL');
  },
);
