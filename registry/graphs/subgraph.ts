import { parseFailed } from '@banyan/kit/composition';
import type { Composed } from './builder.ts';
import { GraphMistake } from './mistake.ts';
import type { PublishedSubgraph, Subgraphs } from './variant.ts';

const namePattern = /^[a-zA-Z][a-zA-Z0-9_-]{0,63}$/;
const maxUrlLength = 2_048;
const maxSdlBytes = 8 * 1024 * 1024;
const maxSubgraphs = 500;
/** DynamoDB takes 400 KB an item. */
const maxBytes = 300_000;

/** @throws GraphMistake INVALID_NAME for what composition would not take as the name of a subgraph. */
export function checkSubgraphName(name: string): void {
  if (namePattern.test(name)) return;
  throw new GraphMistake('INVALID_NAME', 'A subgraph is named by at most 64 letters, digits, _ and -, first a letter.');
}

/** @throws GraphMistake INVALID_URL for what is neither empty nor an http or https URL. */
export function checkRoutingUrl(url: string): void {
  if (url === '') return;
  if (url.length > maxUrlLength) {
    throw new GraphMistake('INVALID_URL', `A routing URL has at most ${maxUrlLength} characters.`);
  }
  // What URL would forgive and mend, gateways might not.
  const protocol = /\s/.test(url) ? undefined : URL.parse(url)?.protocol;
  if (protocol === 'http:' || protocol === 'https:') return;
  throw new GraphMistake('INVALID_URL', `"${url}" is not an http or https URL.`);
}

/** @throws GraphMistake TOO_LARGE */
export function checkSdlSize(sdl: string): void {
  if (Buffer.byteLength(sdl) <= maxSdlBytes) return;
  throw new GraphMistake('TOO_LARGE', `The schema of a subgraph may have ${maxSdlBytes / 1024 / 1024} MiB.`);
}

/**
 * Refuses a subgraph that is no GraphQL: unlike a schema that needs another one, nothing else can mend it.
 * @throws GraphMistake INVALID_SDL with line and column.
 */
export function refuseUnreadable(name: string, made: Composed): void {
  const unreadable = made.ok ? [] : made.errors.filter(({ code }) => code === parseFailed);
  const found = unreadable.find(({ places: [at] }) => at?.subgraph === name);
  if (!found) return;
  const [at] = found.places;
  throw new GraphMistake('INVALID_SDL', `${found.message} (line ${at?.line}, column ${at?.column})`);
}

/** The subgraphs with one more, or with another one under its name. @throws GraphMistake TOO_LARGE */
export function withSubgraph(before: Subgraphs, name: string, subgraph: PublishedSubgraph): Subgraphs {
  const after = new Map(before).set(name, subgraph);
  if (after.size > maxSubgraphs) throw new GraphMistake('TOO_LARGE', `A variant may have ${maxSubgraphs} subgraphs.`);
  if (Buffer.byteLength(JSON.stringify([...after])) > maxBytes) {
    throw new GraphMistake('TOO_LARGE', 'The names and URLs of the subgraphs are too long to be kept together.');
  }
  return after;
}

/** What a composition was made of: for each subgraph its URL and the document of its SDL. */
export type BuildInput = ReadonlyMap<string, { url: string; schemaId: string }>;

/** The same subgraphs, the same text. */
export const formatBuildInput = (subgraphs: BuildInput): string =>
  JSON.stringify(Object.fromEntries(byName(subgraphs).map(([name, { url, schemaId }]) => [name, { url, schemaId }])));

export const parseBuildInput = (text: string): Map<string, { url: string; schemaId: string }> =>
  new Map(Object.entries(JSON.parse(text)));

/** In the order of the names, so that the same subgraphs make the same supergraph whatever was published first. */
export const byName = <T>(subgraphs: ReadonlyMap<string, T>): [string, T][] =>
  [...subgraphs].sort(([a], [b]) => (a < b ? -1 : 1));

/** The subgraphs of an earlier launch, as a variant has them from `now` on; one that is no different is as it was. */
export function restored(input: BuildInput, current: Subgraphs, now: string): Subgraphs {
  return new Map(
    [...input].map(([name, { url, schemaId }]) => {
      const before = current.get(name);
      return [name, before && isSame(before, { url, schemaId }) ? before : { url, schemaId, updatedAt: now }];
    }),
  );
}

/** The same SDL at the same URL. */
export const isSame = (
  a: Pick<PublishedSubgraph, 'url' | 'schemaId'>,
  b: Pick<PublishedSubgraph, 'url' | 'schemaId'>,
): boolean => a.url === b.url && a.schemaId === b.schemaId;
