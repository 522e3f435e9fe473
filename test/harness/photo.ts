import { type Answer, ask, until, want } from './client.ts';
import type { Somebody } from './people.ts';

/** The smallest PNG there is: one pixel. */
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

interface Upload {
  requestPhotoUpload: {
    photo: { id: string };
    upload: { method: string; url: string; headers: { name: string; value: string }[] };
  };
}

/** Uploads a photo as an app does: asks for an upload, puts the bytes, says that they are there, waits until it is ready. @returns its id. */
export async function uploadPhoto(endpoint: string, who: Somebody, bytes: Buffer = png): Promise<string> {
  const { requestPhotoUpload } = await want<Upload>(
    endpoint,
    `mutation ($input: RequestPhotoUploadInput!) {
      requestPhotoUpload(input: $input) { photo { id } upload { method url headers { name value } } userErrors { message } }
    }`,
    { input: { contentType: 'IMAGE_PNG', byteSize: bytes.length } },
    who.token,
  );
  const { photo, upload } = requestPhotoUpload;
  const headers = Object.fromEntries(upload.headers.map(({ name, value }) => [name, value]));
  const put = await fetch(upload.url, { method: upload.method, headers, body: new Uint8Array(bytes) });
  if (!put.ok) throw new Error(`upload answered ${put.status}`);
  await inTime('the upload is completed', () =>
    ask(
      endpoint,
      'mutation ($input: CompletePhotoUploadInput!) { completePhotoUpload(input: $input) { photo { id } userErrors { message } } }',
      { input: { photoId: photo.id } },
      who.token,
    ),
  );
  await photoIsReady(endpoint, who.token, photo.id);
  return photo.id;
}

/** Waits until a photo can be seen. */
export async function photoIsReady(endpoint: string, token: string, id: string): Promise<void> {
  await until(`photo ${id} is ready`, async () => {
    const query = 'query ($id: ID!) { photo(id: $id) { status } }';
    const { photo } = await inTime('the photo is asked for', () =>
      ask<{ photo: { status: string } | null }>(endpoint, query, { id }, token),
    );
    return photo?.status === 'READY';
  });
}

/**
 * Asks again what was not answered in time: where a whole system is one process, the models of photo hold up everybody while they are
 * loaded. What is asked so may be done twice.
 */
function inTime<Data>(what: string, asked: () => Promise<Answer<Data>>): Promise<Data> {
  return until(what, async () => {
    const { data, errors } = await asked();
    if (errors?.every(({ extensions }) => extensions.code === 'SUBGRAPH_TIMEOUT')) return false;
    if (errors) throw new Error(`unexpected errors: ${JSON.stringify(errors)}`);
    return data;
  });
}
