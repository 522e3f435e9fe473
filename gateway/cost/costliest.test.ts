import { describe, expect, test } from '@jest/globals';
import { estimator } from './testing/costed.ts';

describe('the dearest fields', () => {
  const estimate = estimator(`
    type Query { users(max: Int): [User] @listSize(slicingArguments: ["max"]) found: Found }
    type User { name: String photo: Photo posts(first: Int): Posts @listSize(slicingArguments: ["first"], sizedFields: ["nodes"]) }
    type Posts { nodes: [Post] }
    type Post { text: String likes: Int @cost(weight: 3) author: User }
    type Photo @cost(weight: 2) { url: String }
    type Other { heavy: Int @cost(weight: 50) }
    union Found = User | Other`);

  test('with all that they add', () => {
    const text = `{ all: users(max: 5) { name photo { url } posts(first: 10) { nodes { text likes author { name } } } } }`;
    const { cost, fields } = estimate(text);
    expect(fields).toEqual([
      { coordinate: 'Post.likes', path: ['all', 'posts', 'nodes', 'likes'], cost: 150 },
      { coordinate: 'Posts.nodes', path: ['all', 'posts', 'nodes'], cost: 50 },
      { coordinate: 'Post.author', path: ['all', 'posts', 'nodes', 'author'], cost: 50 },
      { coordinate: 'User.photo', path: ['all', 'photo'], cost: 10 },
      { coordinate: 'Query.users', path: ['all'], cost: 5 },
    ]);
    expect(cost).toBe(150 + 50 + 50 + 10 + 5 + 5);
  });

  test('of the dearest type only', () => {
    const { fields, cost } = estimate('{ found { ... on User { photo { url } } ... on Other { heavy } } }');
    expect(fields.map(({ coordinate }) => coordinate)).toEqual(['Other.heavy', 'Query.found']);
    expect(cost).toBe(51);
  });

  test('what fragments share is told where most of it is', () => {
    const { fields } = estimate(
      '{ few: users(max: 2) { ...F } many: users(max: 9) { ...F } } fragment F on User { photo { url } }',
    );
    expect(fields[0]).toEqual({ coordinate: 'User.photo', path: ['many', 'photo'], cost: 22 });
  });
});
