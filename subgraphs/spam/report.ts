import { isId, UserMistake } from '@banyan/kit';
import { checkReason } from './blocklist.ts';
import type { Store } from './store.ts';
import { type Rules, reported, type TargetRef } from './target.ts';

/**
 * Reports a post or a comment. The first report of a person counts; enough of them raise a review.
 * @throws UserMistake when there is no such thing here, and for one's own.
 */
export async function report(
  { targets }: Store,
  rules: Rules,
  ref: TargetRef,
  { by, reason, reviewId }: { by: string; reason: string; reviewId: string },
): Promise<void> {
  const field = `${ref.type}Id`;
  const missing = () =>
    new UserMistake('NOT_FOUND', field, `There is no such ${ref.type}, or it was published just now.`);
  const why = checkReason(reason);
  if (!isId(ref.id)) throw missing();
  await targets.report(ref, { by, reason: why, at: new Date().toISOString() }, (target) => {
    if (!target || target.decision.status === 'DELETED') throw missing();
    if (target.authorId === by) throw new UserMistake('BAD_USER_INPUT', field, `This ${ref.type} is your own.`);
    return reported(target, rules, reviewId);
  });
}
