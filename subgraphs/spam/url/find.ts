import { canonicalize } from './canonical.ts';
import { expressionsOf } from './expressions.ts';
import { isReachable } from './host.ts';
import { isName } from './name.ts';
import { readingsOf } from './readings.ts';
import { type Span, spansWithoutScheme, spansWithScheme } from './spans.ts';

/** A URL in a text: the ways to read it, each with the expressions under which a block can hold it, the narrowest first. */
export interface FoundUrl {
  readings: { url: string; expressions: string[] }[];
}

/** With more links than this (URLs with a scheme, `www.`, a path or a query) a text is not looked into. */
export const maxLinks = 50;
/** The same for the distinct expressions of everything that is found. */
export const maxExpressions = 500;

const link = /^(?:https?:|www\.)|[/\\?#]/i;

/** Whether what was found is a link rather than a bare domain: it has a scheme, `www.`, a path or a query. */
export const isLink = (url: string): boolean => link.test(url);

function readUrl(url: string): FoundUrl {
  const hasScheme = /^https?:/i.test(url);
  const readings = readingsOf(url).flatMap((reading) => {
    const canonical = canonicalize(reading);
    if (!canonical || !(hasScheme ? isReachable(canonical.host) : isName(reading))) return [];
    return [{ url: reading, expressions: expressionsOf(canonical) }];
  });
  return { readings };
}

/**
 * The URLs in a text, each once. Takes steps in proportion to the text's length: only links can overlap, and they are counted.
 * @returns undefined when there are more than are looked into.
 */
export function findUrls(text: string): FoundUrl[] | undefined {
  const found = new Map<string, FoundUrl>();
  const expressions = new Set<string>();
  let links = 0;

  /** @returns false when it is one too many. */
  function add({ start, end }: Span): boolean {
    const url = text.slice(start, end);
    if (found.has(url)) return true;
    const read = readUrl(url);
    if (read.readings.length === 0) return true;
    found.set(url, read);
    for (const reading of read.readings) for (const expression of reading.expressions) expressions.add(expression);
    if (isLink(url)) links++;
    return links <= maxLinks && expressions.size <= maxExpressions;
  }

  const withScheme: Span[] = [];
  for (const span of spansWithScheme(text)) {
    withScheme.push(span);
    if (!add(span)) return undefined;
  }
  for (const span of spansWithoutScheme(text, withScheme)) if (!add(span)) return undefined;
  return [...found.values()];
}
