import { inRequest, type Logger } from '@banyan/kit';
import type { Objects } from '../objects.ts';
import type { Findings, Photo, PhotoSize } from '../photo.ts';
import type { Recognition, Sight } from '../recognition/recognition.ts';
import type { Store } from '../store.ts';
import { lookFromAfar } from './colors.ts';
import { type CameraData, readCameraData } from './metadata.ts';
import { type Failure, PhotoRefused, reasonOf } from './refusal.ts';
import { putRenditions, type Rendition, removeRenditions } from './renditions.ts';
import { createTidy } from './tidy.ts';
import { openImage, verify } from './verify.ts';

/** What every step is told; some are told more. */
export interface StepInput {
  photoId: string;
  /** The trace of the request that completed the upload. */
  correlationId: string;
}

type Look = Pick<Findings, 'labels' | 'dominantColors' | 'blurHash'> & { unsafe?: string };

/** What the branches have found, as `pipeline.asl.json` gathers it. */
interface Found {
  metadata: CameraData;
  sizes: Record<PhotoSize, Rendition>;
  recognition: Look;
}

/** Smaller pictures show nothing that could be recognised. */
const recognisableSide = 32;
const stepMs = 55_000;

/**
 * The work behind the tasks of `pipeline.asl.json`, by the name of the step. Each does the same twice as once, and nothing to a photo that is
 * no longer being processed.
 */
export function createSteps(store: Store, objects: Objects, recognition: Recognition, log: Logger) {
  const tidy = createTidy(store, objects);

  async function inProcess(photoId: string): Promise<{ photo: Photo; bytes: Uint8Array }> {
    const photo = await store.latest(photoId);
    if (photo?.status !== 'PROCESSING' || !photo.original) throw new PhotoRefused('The photo is not being processed.');
    return { photo, bytes: await objects.get(photo.original) };
  }

  const steps = {
    async verify({ photoId }: StepInput) {
      const { photo, bytes } = await inProcess(photoId);
      await verify(photo, bytes);
    },

    async metadata({ photoId }: StepInput): Promise<CameraData> {
      return readCameraData((await inProcess(photoId)).bytes);
    },

    async sizes({ photoId }: StepInput): Promise<Record<PhotoSize, Rendition>> {
      const renditions = await putRenditions(objects, photoId, (await inProcess(photoId)).bytes);
      // Another branch may have failed meanwhile, and its compensation may have come before the last picture.
      if ((await store.latest(photoId))?.status === 'REJECTED') await removeRenditions(objects, photoId);
      return renditions;
    },

    async recognition({ photoId }: StepInput): Promise<Look> {
      const { bytes } = await inProcess(photoId);
      const { width, height } = await openImage(bytes).metadata();
      const sight: Sight =
        Math.min(width, height) < recognisableSide ? { labels: [] } : await recognition.recognise(bytes);
      return { ...sight, ...(await lookFromAfar(bytes)) };
    },

    async save({ photoId, found }: StepInput & { found: Found }) {
      const photo = await store.latest(photoId);
      if (photo?.status !== 'PROCESSING') return;
      const { unsafe, ...seen } = found.recognition;
      const findings: Findings = { ...found.metadata, ...seen, renditions: found.sizes };
      if (unsafe) await store.hold(photo, findings, unsafe);
      else await store.publish(photo, findings);
    },

    async reject({ photoId, failure }: StepInput & { failure: Failure }) {
      const photo = await store.latest(photoId);
      if (photo?.status !== 'PROCESSING') return;
      log.info({ photoId, failure }, 'a photo is rejected');
      await store.reject(photo, reasonOf(failure));
    },

    tidy: ({ photoId }: StepInput) => tidy(photoId),
  };

  return {
    /** Does a step within the trace of its photo. */
    async run({ step, input }: { step: string; input: StepInput }): Promise<object> {
      if (!Object.hasOwn(steps, step)) throw new Error(`there is no step ${JSON.stringify(step)}`);
      const work = steps[step as keyof typeof steps] as (input: StepInput) => Promise<object | undefined>;
      const scope = { correlationId: input.correlationId, deadline: Date.now() + stepMs };
      return (await inRequest(scope, () => work(input))) ?? {};
    },
  };
}

export type Steps = ReturnType<typeof createSteps>;
