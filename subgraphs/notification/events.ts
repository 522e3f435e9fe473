import type { CloudEvent, EventHandler } from '@banyan/kit';
import { z } from 'zod';
import type { HandleOwner, WaitingMention } from './store/people.ts';
import type { Store } from './store.ts';
import { type Message, messageOf, occasionOf, occasionOfSpam } from './telling.ts';

const registration = z.object({ userId: z.string(), handle: z.string() });
const relationChange = z.object({ userId: z.string(), otherId: z.string() });
const publishedPost = z.object({ postId: z.string(), authorId: z.string(), mentions: z.array(z.string()) });
const clearedSpam = z.object({ authorId: z.string() });

/**
 * What notification does when something has happened: tells whom it concerns, and keeps its own copy of handles and blocks.
 * @param told is called with whoever has been told of something.
 */
export function createHandlers(
  { arrivals, people }: Pick<Store, 'arrivals' | 'people'>,
  told: (userId: string) => void,
): Record<string, EventHandler> {
  /** Nobody is told of what they did themselves, nor of what somebody did whom they have blocked or who has blocked them. */
  async function tell({ userId, ...happening }: Message): Promise<void> {
    const { actorId } = happening;
    if (actorId === userId) return;
    if (actorId && (await people.areApart(userId, actorId))) return;
    if (await arrivals.tell(userId, happening)) told(userId);
  }

  const tellOfMention = ({ userId }: HandleOwner, { postId, actorId, createdAt }: WaitingMention): Promise<void> =>
    tell({ userId, kind: 'MENTIONED', actorId, postId, createdAt, occasion: occasionOf('MENTIONED', postId) });

  /**
   * A mention means whoever had the handle when it was made, not who takes it later. Where we know of nobody who has it, that may be
   * because the event of their registration is still on its way: the mention waits for it.
   */
  async function mention(handle: string, by: WaitingMention): Promise<void> {
    const owner = await people.ownerOf(handle);
    if (!owner && (await people.waitFor(handle, by))) return;
    const known = owner ?? (await people.ownerOf(handle));
    if (known && known.since <= by.createdAt) await tellOfMention(known, by);
  }

  const relations: Record<string, EventHandler> = {
    'user.blocked': async ({ subject, sequence, data }) => {
      const { userId, otherId } = relationChange.parse(data);
      await people.blocked(subject, sequence, userId, otherId);
    },
    'user.unblocked': async ({ subject, sequence, data }) => {
      const { userId, otherId } = relationChange.parse(data);
      await people.unblocked(subject, sequence, userId, otherId);
    },
  };

  const telling = Object.entries(messageOf).map(([type, message]) => [
    type,
    (event: CloudEvent) => tell(message(event)),
  ]);

  return {
    ...Object.fromEntries(telling),
    ...relations,
    'user.registered': async ({ time, data }) => {
      const { userId, handle } = registration.parse(data);
      const owner = { userId, since: time };
      await people.register(handle, owner);
      for await (const page of people.waiting(handle, time)) {
        for (const waiting of page) await tellOfMention(owner, waiting);
      }
    },
    'post.published': async ({ time, data }) => {
      const { postId, authorId, mentions } = publishedPost.parse(data);
      for (const handle of mentions) await mention(handle, { postId, actorId: authorId, createdAt: time });
    },
    'spam.cleared': async ({ subject, sequence, data }) => {
      const { authorId } = clearedSpam.parse(data);
      await arrivals.takeBack(authorId, { occasion: occasionOfSpam(subject), turn: sequence });
    },
  };
}
