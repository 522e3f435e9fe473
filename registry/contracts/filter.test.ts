import { describe, expect, test } from '@jest/globals';
import { describeFilter, mistakesIn } from './filter.ts';

const filter = (include: string[], exclude: string[], hideUnreachableTypes = false) => ({
  include,
  exclude,
  hideUnreachableTypes,
});

describe('a filter', () => {
  test('in words is the same in whatever order its tags are listed', () => {
    expect(describeFilter(filter(['b', 'a', 'b'], [], true))).toBe(
      'Included tags: a, b. Excluded tags: none. Unreachable types: hidden.',
    );
    expect(describeFilter(filter(['a', 'b'], [], true))).toBe(describeFilter(filter(['b', 'a'], [], true)));
  });

  test.each([
    ['nothing', filter([], []), []],
    ['the same tag on both sides', filter(['a', 'b'], ['b']), ['The tag "b" is both included and excluded.']],
    ['a malformed tag', filter([], ['a b', 'team/a-1']), [expect.stringContaining('"a b" is no tag')]],
    ['a tag that is too long', filter(['x'.repeat(129), 'x'.repeat(128)], []), [expect.stringContaining('is no tag')]],
  ])('of %s', (_, given, messages) => {
    expect(mistakesIn(given).map(({ message }) => message)).toEqual(messages);
  });
});
