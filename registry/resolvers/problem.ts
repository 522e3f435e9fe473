import type { BuildMessage } from '@banyan/kit/composition';

const namedPlaces = 3;

/** A problem of a build as Rover knows it. Rover prints the message alone, so that says where as well. */
export const problemOf = ({ code, message, places }: BuildMessage) => ({
  code,
  message: `${message}${wordsOf(places)}`,
  locations: places.map(({ line, column }) => ({ line, column })),
});

/** ` (feed:3:1, user:10:5)`: subgraph, line and column. */
function wordsOf(places: BuildMessage['places']): string {
  if (places.length === 0) return '';
  const named = places.slice(0, namedPlaces).map(({ subgraph, line, column }) => `${subgraph}:${line}:${column}`);
  return ` (${named.join(', ')}${places.length > namedPlaces ? ', …' : ''})`;
}
