import type { FastifyRequest } from 'fastify';

type Asking = Pick<FastifyRequest, 'method' | 'headers'>;

/**
 * Whether a browser may have sent this link for a page that is not to read the answer: without asking us first, and with what it
 * has of its user. Such a page could still learn from how long we take. Event streams are asked for so, and Apollo Server's remedy, a
 * header that no page can set, is not in the reach of an `EventSource` either; browsers tell us the origin instead.
 * https://github.com/advisories/GHSA-9q82-xgwf-vj6h, https://www.w3.org/TR/fetch-metadata/
 */
export function isCrossSite({ method, headers }: Asking, allowedOrigins: readonly string[]): boolean {
  if (method !== 'GET') return false;
  const { origin, host, 'content-type': type, 'sec-fetch-site': site } = headers;
  // There is no body that it could be the type of.
  if (type !== undefined && type.split(';', 1)[0]?.trim().toLowerCase() !== 'application/json') return true;
  if (origin !== undefined && (allowedOrigins.includes(origin) || hostOf(origin) === host)) return false;
  return origin !== undefined || (site !== undefined && site !== 'same-origin' && site !== 'none');
}

const hostOf = (origin: string): string | undefined => (URL.canParse(origin) ? new URL(origin).host : undefined);
