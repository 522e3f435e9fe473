import { newId, timeOfId } from '@banyan/kit';
import type { BuildMessage } from '@banyan/kit/composition';
import type { ContractFilter } from '../contracts/filter.ts';
import type { Changed } from './changes.ts';

/** The API key that did something. */
export interface Actor {
  keyId: string;
  name: string;
}

/** Where in git a change comes from, as Rover tells it. */
export interface GitContext {
  branch?: string | null;
  commit?: string | null;
  committer?: string | null;
  message?: string | null;
  remoteUrl?: string | null;
}

/** `source`: a contract that was launched with the variant that it derives from. `contract`: one whose filter was published. */
export type LaunchCause = 'publish' | 'delete' | 'promote' | 'rollback' | 'contract' | 'source';

/** One attempt to give a variant another supergraph. */
export interface Launch {
  /** A UUIDv7; in the order in which the variant was launched. */
  id: string;
  /** `graph@variant`. */
  ref: string;
  /** ISO 8601, UTC. */
  at: string;
  by: Actor;
  git: GitContext | null;
  cause: LaunchCause;
  /** The subgraph that was published or deleted. */
  subgraphName?: string;
  status: 'succeeded' | 'failed';
  /** The document of the supergraph: the sha256 of its SDL. Only of a launch that succeeded. */
  supergraphId?: string;
  /** The document of its API schema. */
  apiSchemaId?: string;
  /** The document that says which subgraphs it was made of. */
  buildInputId: string;
  errorCount: number;
  hintCount: number;
  /** The first of them; `messagesId` is the document with all where these are not all. */
  errors: BuildMessage[];
  hints: BuildMessage[];
  messagesId?: string;
  changed: Changed;
  /** The launch that was promoted or rolled back to. */
  origin?: { ref: string; launchId: string };
  /** Of a contract's launch: what it was made of. */
  contract?: { sourceVariant: string; sourceLaunchId: string; filter: ContractFilter };
}

/**
 * A new id that sorts after the launch before, whatever the clocks of the instances that made the two.
 * @param last the id of the variant's launch before.
 */
export function launchIdAfter(last: string | undefined, id = newId()): string {
  if (last === undefined || id > last) return id;
  const time = (timeOfId(last).getTime() + 1).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}${id.slice(13)}`;
}

const textLimits = { branch: 256, commit: 128, committer: 256, message: 2_048, remoteUrl: 1_024 };

/** What a launch keeps of its git context; null when that says nothing. */
export function keptGit(git: GitContext | null | undefined): GitContext | null {
  const kept = Object.entries(textLimits).flatMap(([name, limit]) => {
    const text = git?.[name as keyof GitContext];
    return text ? [[name, text.slice(0, limit).toWellFormed()] as const] : [];
  });
  return kept.length > 0 ? Object.fromEntries(kept) : null;
}
