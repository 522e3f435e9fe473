import { escapeBytes, unescapeFully } from './escape.ts';
import { canonicalHost } from './host.ts';

/** A URL in the form in which URLs are compared. The scheme, the user and the port play no part. */
export interface CanonicalUrl {
  host: string;
  /** Starts with /. */
  path: string;
  /** With its leading ?, empty when there is none. */
  query: string;
}

/** Without `.` and `..`, without empty segments; a slash at the end stays. A backslash is a slash, as for browsers. */
function resolvePath(path: string): string {
  const segments = path.replaceAll('\\', '/').split('/');
  const kept: string[] = [];
  for (const segment of segments) {
    if (segment === '..') kept.pop();
    else if (segment !== '' && segment !== '.') kept.push(segment);
  }
  const isFolder = kept.length > 0 && ['', '.', '..'].includes(segments.at(-1) ?? '');
  return `/${kept.join('/')}${isFolder ? '/' : ''}`;
}

/**
 * Canonicalises a URL, with or without a scheme, by the rules of Safe Browsing v4:
 * https://developers.google.com/safe-browsing/v4/urls-hashing#canonicalization
 * What is the host is decided before anything is unescaped, as browsers do: `http://a.com%2F@b.com/` leads to b.com.
 * @returns undefined when there is no host.
 */
export function canonicalize(url: string): CanonicalUrl | undefined {
  const [whole = ''] = url
    .trim()
    .replace(/[\t\r\n]/g, '')
    .split('#', 1);
  const rest = whole.replace(/^https?:[/\\]*/i, '');
  const end = rest.search(/[/\\?]/);
  const authority = end < 0 ? rest : rest.slice(0, end);
  const host = canonicalHost(authority.slice(authority.lastIndexOf('@') + 1).replace(/:\d*$/, ''));
  if (!host) return undefined;

  const after = unescapeFully(end < 0 ? '' : rest.slice(end));
  const mark = after.indexOf('?');
  return {
    host,
    path: escapeBytes(resolvePath(mark < 0 ? after : after.slice(0, mark))),
    query: mark < 0 ? '' : escapeBytes(after.slice(mark)),
  };
}
