import { newId } from '@banyan/kit';
import { expect, test } from '@jest/globals';
import { createComment } from './comment.ts';
import { createPost } from './post.ts';

const ids = (count: number) => Array.from({ length: count }, () => newId());

test('a post holds what it was made of', () => {
  const [a = '', b = ''] = ids(2);
  const post = createPost('me', { text: ' hi #코디 @minji ', photoIds: [a, b, a] });
  expect(post).toMatchObject({
    authorId: 'me',
    text: 'hi #코디 @minji',
    photoIds: [a, b],
    hashtags: ['코디'],
    mentions: ['minji'],
  });
  expect(Math.abs(Date.parse(post.createdAt) - Date.now())).toBeLessThan(60_000);
});

test('10 photos pass, 11 are refused', () => {
  expect(createPost('me', { text: '', photoIds: ids(10) }).photoIds).toHaveLength(10);
  expect(() => createPost('me', { text: '', photoIds: ids(11) })).toThrow('at most 10 photos');
});

test.each(['', 'x', '../../etc', newId().toUpperCase()])('%j is not the id of a photo', (id) => {
  expect(() => createPost('me', { text: 'x', photoIds: [id] })).toThrow('not the id');
});

test('a comment of 1,000 characters passes; none and 1,001 are refused', () => {
  expect(createComment('me', 'post', '가'.repeat(1_000)).text).toHaveLength(1_000);
  expect(() => createComment('me', 'post', ' ')).toThrow('Say something');
  expect(() => createComment('me', 'post', '가'.repeat(1_001))).toThrow('at most 1000');
});
