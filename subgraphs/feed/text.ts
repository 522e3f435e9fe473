import { UserMistake } from '@banyan/kit';

export const maxPostLength = 5_000;
export const maxCommentLength = 1_000;
const maxHashtags = 30;
const maxHashtagLength = 100;
const maxMentions = 50;

/** Letters, marks, digits and _ of every script, as hashtags are made of. https://www.unicode.org/reports/tr31/#hashtag_identifiers */
const hashtagPattern = /(?<![\p{L}\p{M}\p{N}_&#＃/])[#＃](?=[\p{N}_]*[\p{L}\p{M}])([\p{L}\p{M}\p{N}_]+)/gu;

/**
 * A handle after @. What stands before must not make it an email address or a part of a longer name; letters of other scripts may
 * stand on both sides, as Korean particles do ("고마워@minji님").
 */
const mentionPattern = /(?<![a-z0-9_.+@＠-])[@＠]([a-z0-9_]{3,30})(?![a-z0-9_@＠])/giu;

/** The form in which hashtags are compared and kept; a leading # is allowed. */
export const canonicalHashtag = (hashtag: string): string =>
  hashtag
    .trim()
    .replace(/^[#＃]/, '')
    .normalize('NFKC')
    .toLowerCase();

/** Whether a canonical text can be a hashtag. */
export const isHashtag = (canonical: string): boolean => canonical.length > 0 && canonical.length <= maxHashtagLength;

/** The distinct hashtags of a text in order, without #; those that are too long are left out, and what is beyond 30. */
export function hashtagsIn(text: string): string[] {
  const found = [...text.matchAll(hashtagPattern)].map(([, tag = '']) => canonicalHashtag(tag));
  return [...new Set(found)].filter(isHashtag).slice(0, maxHashtags);
}

/** The distinct handles that a text mentions, in order, without @, at most 50. */
export function mentionsIn(text: string): string[] {
  const found = [...text.matchAll(mentionPattern)].map(([, handle = '']) => handle.toLowerCase());
  return [...new Set(found)].slice(0, maxMentions);
}

/**
 * The text as it is kept: normalised (NFC), without white space at its ends.
 * Its length is counted in Unicode code points, which bounds its bytes too.
 * @throws UserMistake when it is too long, or empty and `mayBeEmpty` is false.
 */
export function checkText(text: string, maxLength: number, mayBeEmpty: boolean): string {
  const kept = text.normalize('NFC').trim();
  const length = kept.length > 2 * maxLength ? kept.length : [...kept].length;
  if (length > maxLength) {
    throw new UserMistake(
      'BAD_USER_INPUT',
      'text',
      `A text is at most ${maxLength} characters; this one has ${length}.`,
    );
  }
  if (length === 0 && !mayBeEmpty) throw new UserMistake('BAD_USER_INPUT', 'text', 'Say something.');
  return kept;
}
