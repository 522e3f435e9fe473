import { failure } from '@banyan/kit';
import type { Expansion } from './link/expand.ts';
import { isShortLink, linkOf } from './link/shortener.ts';
import { canonicalize } from './url/canonical.ts';
import { expressionsOf } from './url/expressions.ts';
import { type FoundUrl, findUrls, isLink, maxExpressions } from './url/find.ts';

/** What has a text to judge: a post or a comment, of which nothing else is known here. */
export interface TextToJudge {
  id: string;
  /** Comes with the representation; a mere reference has none. */
  text?: string;
}

/** Why a text is spam; `MODERATOR` is never found in the text itself. */
export type SpamReason = 'BLOCKED_URL' | 'TOO_MANY_URLS' | 'MODERATOR';

export interface SpamMatch {
  /** As it stands in the text. */
  url: string;
  /** What is blocked and holds it, or where it leads. */
  expression: string;
}

export interface Verdict {
  isSpam: boolean;
  /** Not spam by what is known, and not everything is known: it has links of which nobody knows where they lead. */
  isUnknown: boolean;
  reason: SpamReason | null;
  matches: SpamMatch[];
  /** The links of which nobody knows where they lead, each with why. */
  unexpanded: string[];
}

/** What a verdict rests on. */
export interface Knowledge {
  isBlocked(expression: string): Promise<boolean>;
  /** Where a link leads, undefined when that is not known. */
  expansionOf(link: string): Promise<Expansion | undefined>;
  /** Which links lead elsewhere: short ones, or any. */
  follow: 'shorteners' | 'all';
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

const clean: Verdict = { isSpam: false, isUnknown: false, reason: null, matches: [], unexpanded: [] };
const tooMany: Verdict = { ...clean, isSpam: true, reason: 'TOO_MANY_URLS' };

const leadsElsewhere = (url: string, follow: Knowledge['follow']): boolean => {
  const link = linkOf(url);
  return link ? isShortLink(link) || (follow === 'all' && isLink(url)) : false;
};

/**
 * Adds to the readings of a URL what they lead to. Nobody knows where it stands in the text that a URL ends, so it is expanded only
 * when no reading's way is unknown and at least one has led somewhere.
 */
async function expand(
  found: FoundUrl,
  { follow, expansionOf }: Knowledge,
): Promise<FoundUrl & { unexpanded?: string }> {
  const links = found.readings.filter(({ url }) => leadsElsewhere(url, follow));
  if (links.length === 0) return found;
  const ways = await Promise.all(
    links.map(async ({ url }) => ({ url, way: await expansionOf(linkOf(url)?.href ?? '') })),
  );

  const readings = ways.flatMap(({ url, way }) =>
    (way?.hops ?? []).flatMap((hop) => {
      const canonical = canonicalize(hop);
      return canonical ? [{ url, expressions: expressionsOf(canonical) }] : [];
    }),
  );
  const lost = ways.find(({ way }) => !way || way.end === 'FAILED');
  const unknown = lost ?? (ways.some(({ way }) => way?.end === 'REACHED') ? undefined : ways[0]);
  const why = unknown && (unknown.way?.failure ?? (unknown.way ? 'it leads nowhere' : 'it was not followed yet'));
  return { readings: [...found.readings, ...readings], ...(unknown && { unexpanded: `${unknown.url}: ${why}` }) };
}

/** Judges a text. Its questions are asked at once, where links lead before what is blocked; a text without URLs asks none. */
export async function judge(text: string, knowledge: Knowledge): Promise<Verdict> {
  const inText = findUrls(text);
  if (!inText) return tooMany;
  const urls = await Promise.all(inText.map((url) => expand(url, knowledge)));

  const expressions = new Set(urls.flatMap(({ readings }) => readings.flatMap((reading) => reading.expressions)));
  if (expressions.size > maxExpressions) return tooMany;
  const answers = await Promise.all(
    [...expressions].map(async (expression) => ((await knowledge.isBlocked(expression)) ? [expression] : [])),
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
  if (matches.size > 0) return { ...clean, isSpam: true, reason: 'BLOCKED_URL', matches: [...matches.values()] };
  const unexpanded = urls.flatMap((url) => url.unexpanded ?? []);
  return { ...clean, isUnknown: unexpanded.length > 0, unexpanded };
}
