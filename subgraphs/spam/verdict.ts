import { failure } from '@banyan/kit';
import { findUrls } from './url/find.ts';

/** What has a text to judge: a post or a comment, of which nothing else is known here. */
export interface TextToJudge {
  id: string;
  text: string;
}

export type SpamReason = 'BLOCKED_URL' | 'TOO_MANY_URLS';

export interface SpamMatch {
  /** As it stands in the text. */
  url: string;
  /** What is blocked and holds it. */
  expression: string;
}

export interface Verdict {
  isSpam: boolean;
  reason: SpamReason | null;
  matches: SpamMatch[];
}

export const maxTextLength = 10_000;
/** No verdict names more. */
export const maxMatches = 50;

/** @throws BAD_USER_INPUT when it is too long, in Unicode code points. */
export function checkText(text: string): void {
  const length = text.length > 2 * maxTextLength ? text.length : [...text].length;
  if (length > maxTextLength)
    throw failure('BAD_USER_INPUT', `A text is at most ${maxTextLength.toLocaleString('en')} characters.`);
}

/** Judges a text. All of its questions are asked at once; a text without URLs asks none. */
export async function judge(text: string, isBlocked: (expression: string) => Promise<boolean>): Promise<Verdict> {
  const urls = findUrls(text);
  if (!urls) return { isSpam: true, reason: 'TOO_MANY_URLS', matches: [] };

  const expressions = new Set(urls.flatMap(({ readings }) => readings.flatMap((reading) => reading.expressions)));
  const answers = await Promise.all(
    [...expressions].map(async (expression) => ((await isBlocked(expression)) ? [expression] : [])),
  );
  const blocked = new Set(answers.flat());
  const matches = new Map<string, SpamMatch>();
  for (const { readings } of urls) {
    const held = readings.flatMap(({ url, expressions: own }) => {
      const expression = own.find((each) => blocked.has(each));
      return expression ? [{ url, expression }] : [];
    });
    if (held[0] && matches.size < maxMatches) matches.set(held[0].url, held[0]);
  }
  if (matches.size === 0) return { isSpam: false, reason: null, matches: [] };
  return { isSpam: true, reason: 'BLOCKED_URL', matches: [...matches.values()] };
}
