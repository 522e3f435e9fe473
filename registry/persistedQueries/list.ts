import { createHash } from 'node:crypto';
import { UserMistake } from '@banyan/kit';
import type { By } from '../keys/actor.ts';

/** A list of persisted queries, which the gateways of its variants follow. */
export interface PersistedQueryList {
  id: string;
  graphId: string;
  name: string;
  /** 0 for a list that was never published. */
  revision: number;
  operationCount: number;
  /** ISO 8601, UTC. */
  publishedAt?: string;
  publishedBy?: By;
}

/** A part of a list's revision: a document, and how many operations it has. */
export interface ChunkRef {
  id: string;
  count: number;
}

export interface StoredList extends PersistedQueryList {
  chunks: ChunkRef[];
}

const ownPrefix = 'variant:';

/**
 * Each variant has a list of its own, of its name, until it is linked to another: so the first
 * `rover persisted-queries publish graph@variant` has a list to publish to. Nothing is stored of it before that.
 */
export const ownListId = (variant: string): string => `${ownPrefix}${variant}`;

/** The variant whose own list this is. */
export const ownerOf = (listId: string): string | undefined =>
  listId.startsWith(ownPrefix) ? listId.slice(ownPrefix.length) : undefined;

/** A list that nobody has published yet. */
export const emptyList = (graphId: string, id: string, name: string): StoredList => ({
  id,
  graphId,
  name,
  revision: 0,
  operationCount: 0,
  chunks: [],
});

/** What a gateway compares: the same for the same operations, whatever list and revision they are of. */
export const revisionId = (chunks: readonly ChunkRef[]): string =>
  createHash('sha256')
    .update(chunks.map(({ id }) => id).join('\n'))
    .digest('hex');

/** A list's name as it is kept. @throws UserMistake for one that is empty, too long or not printable. */
export function listName(name: string): string {
  const trimmed = name.trim();
  if (trimmed.length >= 1 && trimmed.length <= 100 && /^[^\p{C}]+$/u.test(trimmed)) return trimmed;
  throw new UserMistake('BAD_USER_INPUT', 'name', 'A name has 1 to 100 printable characters.');
}
