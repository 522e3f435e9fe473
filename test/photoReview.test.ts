import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { newId } from '@banyan/kit';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import sharp from 'sharp';
import { until } from './harness/client.ts';
import { bytesAt, type PhotoSubgraph, startPhotoSubgraph } from './harness/photoSubgraph.ts';

/** With a Rekognition that answers what the test says. */
let photos: PhotoSubgraph;
let rekognition: Server;
const bikeLabels = [
  { Name: 'Wheel', Confidence: 80 },
  { Name: 'Bicycle', Confidence: 99 },
];
let moderationLabels: object[] = [];
let isDown = false;

beforeAll(async () => {
  rekognition = createServer((request, response) => {
    request.resume();
    const detectsLabels = String(request.headers['x-amz-target']).endsWith('.DetectLabels');
    response.writeHead(isDown ? 500 : 200, { 'content-type': 'application/x-amz-json-1.1' });
    response.end(JSON.stringify(detectsLabels ? { Labels: bikeLabels } : { ModerationLabels: moderationLabels }));
  }).listen(0, '127.0.0.1');
  await once(rekognition, 'listening');
  process.env.AWS_ENDPOINT_URL_REKOGNITION = `http://127.0.0.1:${(rekognition.address() as AddressInfo).port}`;
  photos = await startPhotoSubgraph({ RECOGNITION: 'rekognition' });
});

afterAll(async () => {
  await photos?.stop();
  rekognition.closeAllConnections();
  rekognition.close();
});

const moderate = 'photo:moderate';
const moderator = newId();
const picture = await sharp({ create: { width: 64, height: 48, channels: 3, background: 'teal' } })
  .png()
  .toBuffer();

const heldQuery = '{ heldPhotos(first: 100) { edges { node { id status holdReason url } } } }';
const held = async (scope: string) => (await photos.as(moderator, heldQuery, {}, scope)).data.heldPhotos;
const heldIds = async () => (await held(moderate))?.edges.map(({ node }) => node.id);
const decide = async (field: 'approvePhoto' | 'rejectPhoto', input: object, scope = moderate) => {
  const type = field === 'approvePhoto' ? 'ApprovePhotoInput' : 'RejectPhotoInput';
  const mutation = `mutation ($input: ${type}!) { ${field}(input: $input) { photo { id status } userErrors { code field } } }`;
  const { data, errors } = await photos.as(moderator, mutation, { input }, scope);
  return { ...data?.[field], errors };
};

async function hold(owner: string): Promise<string> {
  moderationLabels = [{ Name: 'Explicit', Confidence: 97.4, TaxonomyLevel: 1 }];
  const id = await photos.upload(owner, picture);
  await photos.become('HELD', owner, id);
  moderationLabels = [];
  return id;
}

describe('a photo that a machine takes for unsafe', () => {
  test('is seen by moderators alone until they approve it', async () => {
    const ann = newId();
    const id = await hold(ann);
    expect(await photos.show(ann, id)).toMatchObject({ status: 'HELD', url: null, small: null, holdReason: null });
    expect(await photos.show(newId(), id)).toBeNull();
    expect((await photos.listOf(ann)).ids).toEqual([]);
    const shown = await photos.show(moderator, id, moderate);
    expect(shown).toMatchObject({ status: 'HELD', holdReason: 'Explicit (97 %)' });
    expect((await bytesAt(shown?.url)).status).toBe(200);
    expect(await heldIds()).toContain(id);

    expect(await decide('approvePhoto', { photoId: id })).toMatchObject({ photo: { status: 'READY' }, userErrors: [] });
    expect(await photos.show(newId(), id)).toMatchObject({ status: 'READY', holdReason: null });
    expect((await photos.listOf(ann)).ids).toEqual([id]);
    expect(await heldIds()).not.toContain(id);
  });

  test('is gone when they reject it, with their reason', async () => {
    const ann = newId();
    const id = await hold(ann);
    const { url } = (await photos.show(moderator, id, moderate)) ?? {};
    expect(await decide('rejectPhoto', { photoId: id, reason: ' Not here, please. ' })).toMatchObject({
      photo: { status: 'REJECTED' },
      userErrors: [],
    });
    expect(await photos.show(ann, id)).toMatchObject({ rejectionReason: 'Not here, please.', url: null });
    expect((await bytesAt(url)).status).toBe(404);
    expect(await heldIds()).not.toContain(id);
  });

  test('is decided on once', async () => {
    const id = await hold(newId());
    const decisions = await Promise.all([
      decide('approvePhoto', { photoId: id }),
      decide('rejectPhoto', { photoId: id, reason: 'No.' }),
    ]);
    expect(decisions.map(({ userErrors }) => userErrors.length).toSorted()).toEqual([0, 1]);
    expect(decisions.flatMap(({ userErrors }) => userErrors)).toMatchObject([{ code: 'CONFLICT', field: 'photoId' }]);
  });

  test('is none of the business of others', async () => {
    const id = await hold(newId());
    expect(await held('spam:moderate')).toBeNull();
    for (const decision of [
      await decide('approvePhoto', { photoId: id }, ''),
      await decide('rejectPhoto', { photoId: id, reason: 'No.' }, 'spam:moderate'),
    ]) {
      expect(decision.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
    expect(await heldIds()).toContain(id);
  });

  test.each([
    ['', ['BAD_USER_INPUT']],
    [' ', ['BAD_USER_INPUT']],
    ['x'.repeat(301), ['BAD_USER_INPUT']],
    ['x'.repeat(300), []],
    ['x', []],
  ])('is rejected for a reason (%j)', async (reason, codes) => {
    const { userErrors } = await decide('rejectPhoto', { photoId: await hold(newId()), reason });
    expect(userErrors.map(({ code }) => code)).toEqual(codes);
  });

  test('exists', async () => {
    expect((await decide('approvePhoto', { photoId: newId() })).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect((await decide('approvePhoto', { photoId: 'no id' })).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
  });
});

test('what is merely daring is shown', async () => {
  moderationLabels = [{ Name: 'Swimwear or Underwear', Confidence: 99, TaxonomyLevel: 1 }];
  await photos.publish(newId(), picture);
  moderationLabels = [];
});

test('a recognition that is down for a moment holds nothing up for long', async () => {
  isDown = true;
  const ann = newId();
  const id = await photos.upload(ann, picture);
  expect(await photos.show(ann, id)).toMatchObject({ status: 'PROCESSING' });
  isDown = false;
  await photos.become('READY', ann, id);
});

test('photos are found by what they show, newest first, a page at a time', async () => {
  const [ann, ben] = [newId(), newId()];
  const [first, second] = [await photos.publish(ann, picture), await photos.publish(ben, picture)];
  const unsafe = await hold(ann);
  const byLabel = async (label: string, page: object = {}) => {
    const query = `query ($label: String!, $first: Int, $after: String) { photosByLabel(label: $label, first: $first, after: $after) {
      edges { node { id labels } } pageInfo { hasNextPage endCursor }
    } }`;
    return (await photos.as(undefined, query, { label, ...page })).data.photosByLabel;
  };
  const one = await byLabel(' Bicycle', { first: 1 });
  expect(one).toMatchObject({ edges: [{ node: { id: second, labels: ['bicycle', 'wheel'] } }] });
  const two = await byLabel('bicycle', { first: 1, after: one.pageInfo.endCursor });
  expect(two.edges.map(({ node }) => node.id)).toEqual([first]);
  const all = (await byLabel('wheel', { first: 100 })).edges.map(({ node }) => node.id);
  expect(all).not.toContain(unsafe);
  expect((await byLabel('unicorn')).edges).toEqual([]);

  await decide('approvePhoto', { photoId: unsafe });
  const found = async () => (await byLabel('wheel', { first: 1 })).edges[0]?.node.id === unsafe;
  await until('the approved one is found', found);
});
