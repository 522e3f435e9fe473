import { domainToASCII } from 'node:url';
import { canonicalize } from './canonical.ts';
import { isIpAddress, isReachable } from './host.ts';

/**
 * Top-level domains in other scripts that make a URL of a name without a scheme. Others need one, or `www.`: where Korean leaves out
 * the space after a full stop, every sentence would be a name.
 */
const topLevels = new Set(
  ['한국', '닷컴', '닷넷', '삼성', '中国', '中國', '香港', '台灣', '台湾', 'みんな', 'コム', 'рф'].map(domainToASCII),
);
const fourNumbers = /^[\da-fx]+(?:\.[\da-fx]+){3}(?![^:/\\?#])/i;

/** Whether a URL without a scheme is meant as one: 3.14 and 2026.11.22 are no IP addresses, four numbers are. */
export function isName(url: string): boolean {
  const host = canonicalize(url)?.host;
  if (!host || !isReachable(host)) return false;
  if (isIpAddress(host)) return fourNumbers.test(url);
  const topLevel = host.slice(host.lastIndexOf('.') + 1);
  return !topLevel.startsWith('xn--') || topLevels.has(topLevel) || host.startsWith('www.');
}
