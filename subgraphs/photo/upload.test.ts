import { UserMistake } from '@banyan/kit';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mediaTypes, type PhotoContentType } from './contentType.ts';
import { checkByteSize, faultOf, maxByteSize } from './upload.ts';

describe('the size of a photo', () => {
  test.each([1, 2, maxByteSize - 1, maxByteSize])('can be %d bytes', (byteSize) => {
    expect(() => checkByteSize(byteSize)).not.toThrow();
  });

  test.each([0, -1, maxByteSize + 1])('cannot be %d bytes', (byteSize) => {
    expect(() => checkByteSize(byteSize)).toThrow(UserMistake);
  });
});

describe('what arrived', () => {
  const announced = { contentType: 'IMAGE_PNG', byteSize: 10 } as const;

  test.each([
    ['as announced', 10, 'image/png', undefined],
    ['one byte more', 11, 'image/png', '10 bytes were announced, and 11 arrived.'],
    ['one byte less', 9, 'image/png', '10 bytes were announced, and 9 arrived.'],
    ['another image', 10, 'image/jpeg', 'The contents were announced as image/png, and are image/jpeg.'],
    ['no image', 10, undefined, 'The contents were announced as image/png, and are of no known kind.'],
  ])('%s', (_, byteSize, mediaType, fault) => {
    expect(faultOf(announced, { byteSize, mediaType })).toBe(fault);
  });

  test('has no fault when it has the size and the type that were announced, and only then', () => {
    const types = fc.constantFrom(...(Object.keys(mediaTypes) as PhotoContentType[]));
    const sizes = fc.integer({ min: 1, max: 3 });
    fc.assert(
      fc.property(types, types, sizes, sizes, (contentType, found, byteSize, foundSize) => {
        const fault = faultOf({ contentType, byteSize }, { byteSize: foundSize, mediaType: mediaTypes[found] });
        expect(fault === undefined).toBe(contentType === found && byteSize === foundSize);
      }),
    );
  });
});
