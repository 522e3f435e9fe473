import { UserMistake } from '@banyan/kit';
import { describe, expect, test } from '@jest/globals';
import { checkByteSize, maxByteSize } from './upload.ts';

describe('the size of a photo', () => {
  test.each([1, 2, maxByteSize - 1, maxByteSize])('can be %d bytes', (byteSize) => {
    expect(() => checkByteSize(byteSize)).not.toThrow();
  });

  test.each([0, -1, maxByteSize + 1])('cannot be %d bytes', (byteSize) => {
    expect(() => checkByteSize(byteSize)).toThrow(UserMistake);
  });
});
