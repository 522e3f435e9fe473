import type { CanonicalUrl } from './canonical.ts';
import { isIpAddress } from './host.ts';

const suffixLabels = 5;
const prefixPaths = 4;

/** The host itself, and up to four made of its last five labels by taking the first away, never the top-level domain alone. */
function hostSuffixes(host: string): string[] {
  if (isIpAddress(host)) return [host];
  const last = host.split('.').slice(-suffixLabels);
  const suffixes = last.slice(0, -1).map((_, start) => last.slice(start).join('.'));
  return [...new Set([host, ...suffixes.slice(-(suffixLabels - 1))])];
}

/** The path with its query, the path, and up to four folders from the root down. */
function pathPrefixes({ path, query }: CanonicalUrl): string[] {
  const folders = path
    .split('/')
    .slice(1, -1)
    .slice(0, prefixPaths - 1);
  const prefixes = ['/', ...folders.map((_, index) => `/${folders.slice(0, index + 1).join('/')}/`)];
  return [...new Set([path + query, path, ...prefixes.reverse()])];
}

/** The expression that stands for exactly this URL: what is blocked when the URL is blocked. */
export const expressionOf = ({ host, path, query }: CanonicalUrl): string => host + path + query;

/**
 * Every expression under which a block can hold this URL, the narrowest first: at most 5 hosts × 6 paths.
 * https://developers.google.com/safe-browsing/v4/urls-hashing#suffixprefix-expressions
 */
export function expressionsOf(url: CanonicalUrl): string[] {
  const paths = pathPrefixes(url);
  return hostSuffixes(url.host).flatMap((host) => paths.map((path) => host + path));
}
