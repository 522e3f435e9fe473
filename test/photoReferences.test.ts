import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { newId } from '@banyan/kit';
import { seedPhotos } from '@banyan/photo/seed';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { ask } from './harness/client.ts';
import { type PhotoSubgraph, photoQuery, png, startPhotoSubgraph } from './harness/photoSubgraph.ts';

let photos: PhotoSubgraph;

beforeAll(async () => {
  photos = await startPhotoSubgraph();
});

afterAll(() => photos?.stop());

describe('a reference to a photo', () => {
  test('is answered where the owner is right, and tells the one who can mend it where not', async () => {
    const [ann, ben] = [newId(), newId()];
    const [ofAnn, awaiting] = [await photos.publish(ann), (await photos.request(ann)).photo.id];
    const claims = [
      { id: ofAnn, ownerId: ann },
      { id: ofAnn, ownerId: ben },
      { id: awaiting, ownerId: ann },
      { id: newId(), ownerId: ben },
      { id: 'no id', ownerId: ann },
    ];
    const toOthers = await photos.resolveClaims(newId(), claims);
    expect(toOthers.data._entities).toMatchObject([{ id: ofAnn, status: 'READY' }, null, null, null, null]);
    expect(toOthers.errors).toBeUndefined();

    const toBen = await photos.resolveClaims(ben, claims);
    expect(toBen.data._entities).toMatchObject([{ id: ofAnn }, null, null, null, null]);
    const message = `There is no photo of yours with the id ${ofAnn}.`;
    const told = [
      { path: ['_entities', 1], message, extensions: expect.objectContaining({ code: 'NOT_FOUND' }) },
      { path: ['_entities', 3], extensions: expect.objectContaining({ code: 'NOT_FOUND' }) },
    ];
    expect(toBen.errors).toEqual(expect.arrayContaining(told.map((error) => expect.objectContaining(error))));
    expect(toBen.errors).toHaveLength(told.length);
    const toAnn = await photos.resolveClaims(ann, claims);
    expect(toAnn.errors).toMatchObject([{ path: ['_entities', 4], extensions: { code: 'NOT_FOUND' } }]);
  });

  test('costs one batch read for all', async () => {
    const ann = newId();
    const ids = [await photos.publish(ann), await photos.publish(ann), await photos.publish(ann)];
    const calls = jest.spyOn(DynamoDBDocumentClient.prototype, 'send');
    await photos.resolveClaims(
      ann,
      ids.map((id) => ({ id, ownerId: ann })),
    );
    const reads = calls.mock.calls.map(([command]) => command.constructor.name).filter((name) => name.includes('Get'));
    expect(reads).toEqual(['BatchGetCommand']);
    calls.mockRestore();
  });

  test('without the identity of the gateway is answered to nobody', async () => {
    expect((await ask(photos.url(), photoQuery, { id: newId() })).status).toBe(401);
  });
});

describe("a person's photos", () => {
  test('come newest first, a page at a time, with cursors of this list alone', async () => {
    const [ann, ben] = [newId(), newId()];
    const world = Array.from({ length: 5 }, (_, index) => ({
      id: newId(),
      ownerId: ann,
      contentType: 'IMAGE_PNG' as const,
      bytes: png,
      createdAt: `2026-01-0${index + 1}T00:00:00.000Z`,
    }));
    await seedPhotos(photos.config, { photos: world });
    await seedPhotos(photos.config, { photos: world });
    const newestFirst = world.map(({ id }) => id).toReversed();

    const first = await photos.listOf(ann, { first: 3 });
    expect(first).toMatchObject({ ids: newestFirst.slice(0, 3), page: { hasNextPage: true } });
    const after = first.page?.endCursor;
    const second = await photos.listOf(ann, { first: 3, after });
    expect(second).toMatchObject({ ids: newestFirst.slice(3), page: { hasNextPage: false } });
    expect((await photos.listOf(ben, { after })).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(await photos.show(ben, world[0]?.id ?? '')).toMatchObject({
      status: 'READY',
      createdAt: world[0]?.createdAt,
    });
  });

  test('are none for an id that is none', async () => {
    expect((await photos.listOf('no id')).ids).toBeUndefined();
  });
});
