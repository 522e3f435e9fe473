import { isIPv6, type LookupFunction } from 'node:net';
import { Agent, request } from 'undici';
import { addressesOf, internet, type Network } from './network.ts';
import { isShortLink, linkOf } from './shortener.ts';

/** Where a link leads. */
export interface Expansion {
  /** What it led through, in order, without the link itself. */
  hops: string[];
  /** `NOWHERE`: a shortener answered, and named no other place. `FAILED`: it could not be followed to its end. */
  end: 'REACHED' | 'NOWHERE' | 'FAILED';
  /** Why it could not be followed. */
  failure?: string;
}

export interface ExpandOptions {
  /** Which links are followed: short ones, or every one. */
  follow: 'shorteners' | 'all';
  /** For all hops together. */
  timeoutMs: number;
  network?: Network;
}

/** Redirects that are taken. */
export const maxHops = 5;
const maxHeaderBytes = 16 * 1024;
const redirects = new Set([301, 302, 303, 307, 308]);

/** Hands a connection the addresses that were checked, so that no second answer of the DNS comes between. */
const pinned =
  (addresses: string[]): LookupFunction =>
  (_hostname, { all }, answer) => {
    const found = addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }));
    if (all) answer(null, found);
    else answer(null, found[0]?.address ?? '', found[0]?.family);
  };

/** Rejects as soon as `signal` is aborted. */
const abortOf = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }));

/**
 * Asks one URL, at the addresses that were checked, through no proxy and with nothing that says who we are. The body is never read.
 * @returns where it redirects to, undefined when it does not.
 */
async function redirectOf(url: URL, addresses: string[], signal: AbortSignal): Promise<URL | undefined> {
  const agent = new Agent({ connect: { lookup: pinned(addresses) }, maxHeaderSize: maxHeaderBytes });
  try {
    const { statusCode, headers, body } = await request(url, {
      dispatcher: agent,
      signal,
      headers: { accept: 'text/html', 'user-agent': 'Mozilla/5.0 (compatible; Banyan link check)' },
    });
    body.on('error', () => {}).destroy();
    const { location } = headers;
    if (!redirects.has(statusCode) || location === undefined) return undefined;
    const next = typeof location === 'string' ? URL.parse(location, url) : null;
    if (!next) throw new Error(`${url.host} redirects to what is no URL`);
    return next;
  } finally {
    await agent.destroy();
  }
}

/**
 * Follows links: http and https on the web's ports only, each hop's addresses checked anew and pinned for its connection, within
 * bounded hops and time. What has no end within the bounds is `FAILED`, never `REACHED`.
 */
export function createExpander({ follow, timeoutMs, network = internet }: ExpandOptions) {
  const isFollowed = (url: URL) => follow === 'all' || isShortLink(url);

  async function walk(start: URL, hops: string[], signal: AbortSignal): Promise<Expansion['end']> {
    for (let url = start; ; ) {
      const next = await redirectOf(url, await addressesOf(url, network), signal);
      if (!next) return isShortLink(url) ? 'NOWHERE' : 'REACHED';
      if (hops.length === maxHops) throw new Error(`more than ${maxHops} redirects`);
      const link = /^https?:$/.test(next.protocol) ? linkOf(next.href) : undefined;
      if (!link) throw new Error(`refused: it redirects to ${next.protocol}`);
      hops.push(link.href);
      if (!isFollowed(link)) return 'REACHED';
      url = link;
    }
  }

  return async (link: string): Promise<Expansion> => {
    const start = linkOf(link);
    const hops: string[] = [];
    if (!start) return { hops, end: 'FAILED', failure: 'it is no URL' };
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      return { hops, end: await Promise.race([walk(start, hops, signal), abortOf(signal)]) };
    } catch (error) {
      return { hops: [...hops], end: 'FAILED', failure: (error as Error).message };
    }
  };
}

export type Expand = ReturnType<typeof createExpander>;
