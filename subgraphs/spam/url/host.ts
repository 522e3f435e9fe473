import { isIPv4, isIPv6 } from 'node:net';
import { domainToASCII } from 'node:url';
import { escapeHostBytes, unescapeFully } from './escape.ts';

const maxHostLength = 255;
const invisible = /\p{Default_Ignorable_Code_Point}/gu;
const domainCharacters = /^[a-z0-9._\-\u0080-\u{10ffff}]+$/u;
const ascii = /^[a-z0-9._-]+$/;
const label = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/;
const topLevel = /^(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/;

/** No dot at the ends, one dot between labels. */
const tidyDots = (host: string): string => host.split('.').filter(Boolean).join('.');

/** A number as `inet_aton` reads it: decimal, octal after 0, hexadecimal after 0x. */
function addressPart(part: string): number {
  if (/^0x[0-9a-f]*$/.test(part)) return part === '0x' ? 0 : Number(part);
  if (/^0[0-7]*$/.test(part)) return Number.parseInt(part, 8);
  return /^[1-9]\d*$/.test(part) ? Number(part) : Number.NaN;
}

/** The dotted form of an IPv4 address in any spelling, of one to four parts, the last of which fills what is left. */
function ipv4Of(host: string): string | undefined {
  const parts = host.split('.').map(addressPart);
  const last = parts.pop() ?? Number.NaN;
  if (parts.length > 3 || parts.some((part) => !(part <= 255)) || !(last < 256 ** (4 - parts.length))) return undefined;
  const address = parts.reduce((sum, part, place) => sum + part * 256 ** (3 - place), last);
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.');
}

/** The shortest form of `[an IPv6 address]`; of one that stands for an IPv4 address, that address. */
function ipv6Of(host: string): string | undefined {
  if (!host.startsWith('[') || !host.endsWith(']') || !isIPv6(host.slice(1, -1)) || host.includes('%'))
    return undefined;
  const short = new URL(`http://${host}`).hostname;
  const [, high, low] = /^\[::ffff:([0-9a-f]+):([0-9a-f]+)\]$/.exec(short) ?? [];
  return high && low ? ipv4Of(String(Number(`0x${high}`) * 65_536 + Number(`0x${low}`))) : short;
}

/** The host that this text means, or undefined when it can be none. */
function addressOf(text: string): string | undefined {
  const mapped = text.normalize('NFKC').replace(invisible, '').replaceAll('。', '.').toLowerCase();
  const host = tidyDots(mapped);
  if (host.startsWith('[')) return ipv6Of(host);
  if (host.length > maxHostLength || !domainCharacters.test(host)) return undefined;
  const domain = ascii.test(host) ? host : tidyDots(domainToASCII(host));
  return domain ? (ipv4Of(domain) ?? domain) : undefined;
}

/**
 * A host as it is compared: percent-unescaped, in small letters, an internationalised domain in Punycode, an IP address in its
 * usual form. What can be no host is kept, escaped.
 */
export function canonicalHost(host: string): string {
  const bytes = unescapeFully(host);
  const text = Buffer.from(bytes, 'latin1').toString();
  const address = text.includes('\ufffd') ? undefined : addressOf(text);
  return address ?? escapeHostBytes(tidyDots(bytes.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())));
}

/** Whether a canonical host is an IP address. */
export const isIpAddress = (host: string): boolean => host.startsWith('[') || isIPv4(host);

/** Whether a canonical host is one that can be opened: an IP address, or a domain under a top-level domain. */
export function isReachable(host: string): boolean {
  if (isIpAddress(host)) return true;
  const labels = host.split('.');
  return (
    labels.length >= 2 &&
    host.length <= maxHostLength &&
    labels.every((part) => label.test(part)) &&
    topLevel.test(labels.at(-1) ?? '')
  );
}
