import { currentRequest, isId, type Logger, newTraceId, UserMistake } from '@banyan/kit';
import type { Photo } from './photo.ts';
import type { Tidy } from './pipeline/tidy.ts';
import type { Review, Store } from './store.ts';

const maxReasonLength = 300;

/** What moderators decide on photos that are held. */
export function createReviews(store: Store, tidy: Tidy, log: Logger) {
  async function held(photoId: string): Promise<Photo> {
    const photo = isId(photoId) ? await store.latest(photoId) : undefined;
    if (!photo) throw new UserMistake('NOT_FOUND', 'photoId', 'There is no photo with this id.');
    if (photo.status === 'HELD') return photo;
    throw new UserMistake('CONFLICT', 'photoId', 'This photo does not wait for a decision, or not any more.');
  }

  const by = (moderatorId: string): Review => ({ reviewedBy: moderatorId, reviewedAt: new Date().toISOString() });

  /** @throws UserMistake when another moderator was first. */
  async function decided(photoId: string, was: Promise<boolean>): Promise<Photo> {
    const photo = (await was) ? await store.latest(photoId) : undefined;
    return photo ?? held(photoId);
  }

  return {
    /** Lets everybody see a held photo. */
    async approve(moderatorId: string, photoId: string): Promise<Photo> {
      const photo = await held(photoId);
      return decided(photoId, store.approveHeld(photo, by(moderatorId)));
    },

    /** Rejects a held photo; its pictures are removed now, or by the driver when that fails. */
    async reject(moderatorId: string, photoId: string, reason: string): Promise<Photo> {
      const words = reason.trim();
      if (!words || words.length > maxReasonLength) {
        throw new UserMistake('BAD_USER_INPUT', 'reason', `A reason has 1 to ${maxReasonLength} characters.`);
      }
      const photo = await held(photoId);
      const correlationId = currentRequest()?.correlationId ?? newTraceId();
      const rejected = await decided(photoId, store.rejectHeld(photo, by(moderatorId), words, correlationId));
      await tidy(photoId).catch((error) =>
        log.warn({ err: error, photoId }, 'the pictures of a photo were not removed'),
      );
      return rejected;
    },
  };
}

export type Reviews = ReturnType<typeof createReviews>;
