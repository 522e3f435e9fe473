import type { Context } from '../context.ts';
import type { TargetRef } from '../target.ts';
import { checkText, judge, type TextToJudge, type Verdict } from '../verdict.ts';

const verdictOn = (text: string, { loaders, follow }: Context) => judge(text, { ...loaders, follow });

export async function checkSpam(_: unknown, { text }: { text: string }, context: Context): Promise<Verdict> {
  checkText(text);
  const verdict = await verdictOn(text, context);
  if (verdict.isSpam) context.tally.refused(verdict);
  return verdict;
}

/** By the words as they are now, where no moderator has decided; what was settled once does not become unknown again. */
const verdictField =
  (type: TargetRef['type']) =>
  async ({ id, text = '' }: TextToJudge, _args: object, context: Context): Promise<Verdict> => {
    const [verdict, target] = await Promise.all([verdictOn(text, context), context.loaders.target({ type, id })]);
    if (!target) return verdict;
    const { status, by } = target.decision;
    if (by && status === 'CLEAN') return { isSpam: false, isUnknown: false, reason: null, matches: [], unexpanded: [] };
    if (by && status === 'SPAM') return { ...verdict, isSpam: true, isUnknown: false, reason: 'MODERATOR' };
    return { ...verdict, isUnknown: verdict.isUnknown && status !== 'CLEAN' };
  };

export const Post = { spamVerdict: verdictField('post') };
export const Comment = { spamVerdict: verdictField('comment') };
