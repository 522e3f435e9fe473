import { readFileSync } from 'node:fs';

const names = readFileSync(new URL('./shorteners.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter(Boolean);
const shorteners = new Set(names);

/** Whether a link leads elsewhere by its nature: it is on a known shortener (`shorteners.txt`), or under one, and is not its front page. */
export function isShortLink({ hostname, pathname, search }: URL): boolean {
  const labels = hostname.replace(/\.$/, '').split('.');
  const onShortener = labels.some((_, start) => shorteners.has(labels.slice(start).join('.')));
  return onShortener && (pathname !== '/' || search !== '');
}

/** A URL of a text as it is asked for: with a scheme, without user, password and fragment; undefined for what is none. */
export function linkOf(url: string): URL | undefined {
  const link = URL.parse(/^https?:/i.test(url) ? url : `http://${url}`);
  if (!link) return undefined;
  link.username = '';
  link.password = '';
  link.hash = '';
  return link;
}
