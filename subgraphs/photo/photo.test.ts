import { type Identity, newId } from '@banyan/kit';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  claimed,
  mayRead,
  maySee,
  moderator,
  originalKey,
  type Photo,
  type PhotoStatus,
  renditionKey,
  uploadKey,
} from './photo.ts';

const [ann, ben, id] = [newId(), newId(), newId()];
const photoOfAnn = (status: PhotoStatus): Photo => ({
  id,
  ownerId: ann,
  status,
  contentType: 'IMAGE_PNG',
  byteSize: 10,
  createdAt: '2026-01-01T00:00:00.000Z',
});

const identity = (userId: string | undefined, ...scopes: string[]) => ({ userId, scopes: new Set(scopes) }) as Identity;
const viewers = {
  owner: identity(ann),
  'somebody else': identity(ben),
  'nobody in particular': identity(undefined),
  moderator: identity(ben, moderator),
};

describe('who may read a photo, and who may see its pictures', () => {
  test.each<[PhotoStatus, keyof typeof viewers, boolean, boolean]>([
    ['READY', 'owner', true, true],
    ['READY', 'somebody else', true, true],
    ['READY', 'nobody in particular', true, true],
    ['AWAITING_UPLOAD', 'owner', true, false],
    ['AWAITING_UPLOAD', 'somebody else', false, false],
    ['AWAITING_UPLOAD', 'nobody in particular', false, false],
    ['PROCESSING', 'owner', true, false],
    ['PROCESSING', 'moderator', false, false],
    ['HELD', 'owner', true, false],
    ['HELD', 'moderator', true, true],
    ['HELD', 'somebody else', false, false],
    ['REJECTED', 'owner', true, false],
    ['REJECTED', 'somebody else', false, false],
    ['REJECTED', 'moderator', false, false],
  ])('%s: %s', (status, viewer, read, see) => {
    expect(mayRead(photoOfAnn(status), viewers[viewer])).toBe(read);
    expect(maySee(photoOfAnn(status), viewers[viewer])).toBe(see);
  });
});

describe('a claim that a photo is of somebody', () => {
  const claim = (ownerId: string) => ({ id, ownerId });

  test.each([
    ['its owner', ann],
    ['somebody else', ben],
    ['nobody in particular', undefined],
  ])('is right for %s, where owner and photo match', (_, viewer) => {
    expect(claimed(photoOfAnn('READY'), claim(ann), viewer)).toMatchObject({ id, ownerId: ann });
  });

  test.each<[string, Photo | undefined, string, string | undefined]>([
    ['awaits its upload, to the owner', photoOfAnn('AWAITING_UPLOAD'), ann, ann],
    ['awaits its upload, to others', photoOfAnn('AWAITING_UPLOAD'), ann, ben],
    ['is being processed, to the owner', photoOfAnn('PROCESSING'), ann, ann],
    ['is held', photoOfAnn('HELD'), ann, ben],
    ['was rejected', photoOfAnn('REJECTED'), ann, ben],
    ["is another's, to him", photoOfAnn('READY'), ben, ann],
    ["is another's, to nobody in particular", photoOfAnn('READY'), ben, undefined],
    ['does not exist, to others', undefined, ann, ben],
    ['does not exist, to nobody in particular', undefined, ann, undefined],
  ])('answers null where the photo %s', (_, photo, ownerId, viewer) => {
    expect(claimed(photo, claim(ownerId), viewer)).toBeNull();
  });

  test.each([
    ["is another's", photoOfAnn('READY')],
    ["is another's and not ready", photoOfAnn('AWAITING_UPLOAD')],
    ['does not exist', undefined],
  ])('tells the one who claims it of himself where the photo %s', (_, photo) => {
    expect(() => claimed(photo, claim(ben), ben)).toThrow(`There is no photo of yours with the id ${id}.`);
  });

  test('without an owner is right for nobody', () => {
    const noOwner = { id } as { id: string; ownerId: string };
    for (const photo of [photoOfAnn('READY'), undefined]) {
      for (const viewer of [ann, undefined]) expect(claimed(photo, noOwner, viewer)).toBeNull();
    }
  });
});

describe('the keys of objects', () => {
  test('are made of ids', () => {
    const photo = photoOfAnn('READY');
    expect(uploadKey(photo)).toBe(`uploads/${ann}/${id}`);
    expect(originalKey(id, ben)).toBe(`originals/${id}/${ben}`);
    expect(renditionKey(id, 'SMALL')).toBe(`renditions/${id}/small.webp`);
  });

  test('refuse everything else', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom('..', '../x', `${ann}/..`, ann.toUpperCase())), (text) => {
        expect(() => uploadKey({ ...photoOfAnn('READY'), id: text })).toThrow('not an id');
        expect(() => uploadKey({ ...photoOfAnn('READY'), ownerId: text })).toThrow('not an id');
        expect(() => originalKey(text, id)).toThrow('not an id');
        expect(() => originalKey(id, text)).toThrow('not an id');
        expect(() => renditionKey(text, 'LARGE')).toThrow('not an id');
      }),
    );
  });
});
