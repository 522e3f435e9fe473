import { canonicalHost, isReachable } from './host.ts';
import { isName } from './name.ts';
import { readingsOf } from './readings.ts';

/** The place of a URL in a text, as far as it can be said to go. */
export interface Span {
  start: number;
  end: number;
}

const hostCharacters = '\\p{L}\\p{M}\\p{N}\\p{Cf}_%.。．｡-';
const notInUrls = '\\s\\p{Cc}<>"`‘’“”…「」『』《》〈〉【】';
const schemes = /https?:[/\\]+/gi;
const hostRuns = new RegExp(`[${hostCharacters}]+`, 'gu');
const asciiRuns = /[a-z0-9_%][a-z0-9_%.。．｡-]*/gi;
const authorityAt = new RegExp(`[^${notInUrls}/\\\\?#]*`, 'uy');
const hostAt = new RegExp(`\\[[0-9a-f:.]+\\]|[${hostCharacters}]+`, 'iuy');
const portAt = /:\d{0,5}/y;
const tailAt = new RegExp(`[/\\\\?#][^${notInUrls}]*`, 'uy');
const mailboxEnd = /[\p{L}\p{N}._%+-]@$/u;

/** Where a sticky pattern ends when it matches at `start`, or `start` when it does not. */
function endOf(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : start;
}

const startsTail = (text: string, start: number): boolean => /[/\\?#]/.test(text.charAt(start));

/** URLs that start with a scheme. One within another is found too: what a redirect carries is where it leads. */
export function* spansWithScheme(text: string): Generator<Span> {
  for (const { index: start, 0: scheme } of text.matchAll(schemes)) {
    const authority = start + scheme.length;
    const authorityEnd = endOf(authorityAt, text, authority);
    const host = authority + text.slice(authority, authorityEnd).lastIndexOf('@') + 1;
    const hostEnd = endOf(hostAt, text, host);
    if (hostEnd === host) continue;
    const portEnd = endOf(portAt, text, hostEnd);
    if (portEnd < authorityEnd || !startsTail(text, portEnd)) yield { start, end: portEnd };
    else if (isReachable(canonicalHost(text.slice(host, hostEnd)))) yield { start, end: endOf(tailAt, text, portEnd) };
  }
}

/** Runs of what hosts are made of, and the ASCII parts of those in mixed scripts (`보세요example.com에서`). */
function* runsOf(text: string): Generator<Span> {
  for (const { index: start, 0: run } of text.matchAll(hostRuns)) {
    yield { start, end: start + run.length };
    for (const { index, 0: part } of run.matchAll(asciiRuns)) {
      if (part.length < run.length) yield { start: start + index, end: start + index + part.length };
    }
  }
}

/**
 * URLs without a scheme. An email address is none, unless a path follows it (then it is a user and a host); neither is what follows
 * a slash within a URL (`/install.sh`).
 */
export function* spansWithoutScheme(text: string, withScheme: readonly Span[]): Generator<Span> {
  let next = 0;
  let coveredUntil = 0;
  for (const { start, end: hostEnd } of runsOf(text)) {
    for (let span = withScheme[next]; span && span.start <= start; span = withScheme[++next]) {
      coveredUntil = Math.max(coveredUntil, span.end);
    }
    const before = text.charAt(start - 1);
    if (text.charAt(hostEnd) === '@' || (start < coveredUntil && '/\\@'.includes(before))) continue;
    const host = text.slice(start, hostEnd);
    if (!/[.。．｡%]/.test(host)) continue;

    const portEnd = endOf(portAt, text, hostEnd);
    const hasTail = startsTail(text, portEnd);
    if (!hasTail && before === '@' && mailboxEnd.test(text.slice(Math.max(0, start - 3), start))) continue;
    if (!(hasTail ? isName(host) : readingsOf(host).some(isName))) continue;
    const end = endOf(tailAt, text, portEnd);
    coveredUntil = Math.max(coveredUntil, end);
    yield { start, end };
  }
}
