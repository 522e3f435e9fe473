import { GraphMistake } from './mistake.ts';

/** One variant of one graph, `graph@variant`. */
export interface GraphRef {
  graphId: string;
  variant: string;
}

const defaultVariant = 'current';

/** Rover's own pattern, in which any character but a line's end may be in the name of a variant. */
const pattern = /^(?<graphId>[a-zA-Z][a-zA-Z0-9_-]{0,63})(?:@(?<variant>[^\n]{0,63}))?$/u;

/**
 * Reads `graph@variant`; the variant is `current` where none is named.
 * @throws GraphMistake INVALID_REF for what Rover would not take as one either.
 */
export function parseGraphRef(text: string): GraphRef {
  // A lone surrogate becomes another character on its way to the table, where two names would then be one.
  const groups = text.isWellFormed() ? pattern.exec(text)?.groups : undefined;
  if (!groups?.graphId) {
    throw new GraphMistake(
      'INVALID_REF',
      'A graph ref has the form graph@variant: a graph of letters, digits, _ and -.',
    );
  }
  return { graphId: groups.graphId, variant: groups.variant || defaultVariant };
}

/** The same of the two parts, as most of Rover's operations send them. @throws GraphMistake INVALID_REF */
export function graphRefOf(graphId: string, variant: string): GraphRef {
  // Nothing here means `current`: a pipeline whose variable is empty must not change that.
  if (variant === '') throw new GraphMistake('INVALID_REF', 'The name of the variant is empty.');
  const ref = parseGraphRef(`${graphId}@${variant}`);
  // Whoever may do something to `a@b` of two parts has been told nothing about the graph `a`.
  return ref.graphId === graphId ? ref : parseGraphRef('');
}

/** `graph@variant`. As no graph has an `@` in its id, no two refs are formatted the same. */
export const formatGraphRef = ({ graphId, variant }: GraphRef): string => `${graphId}@${variant}`;

/** The same graph's other variant. */
export const siblingOf = ({ graphId }: GraphRef, variant: string): GraphRef => graphRefOf(graphId, variant);
