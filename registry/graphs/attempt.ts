import type { TransactItem } from '@banyan/kit';
import type { Documents } from '../documents.ts';
import { announcementOf } from './announcement.ts';
import type { Composed, Contracted } from './builder.ts';
import { type Changed, changedApi } from './changes.ts';
import { formatGraphRef, type GraphRef } from './graphRef.ts';
import type { Happening } from './happening.ts';
import { type Launch, launchIdAfter } from './launch.ts';
import { keepMessages, type Messages } from './messages.ts';
import type { GraphStore } from './store.ts';
import type { Head } from './variant.ts';

/** Everything about a launch that is known before it. */
export type Circumstances = Pick<Launch, 'at' | 'by' | 'git' | 'cause' | 'subgraphName' | 'origin' | 'contract'> & {
  buildInputId: string;
  subgraphChanges: Omit<Changed, 'types' | 'fields'>;
};

/** A launch whose documents are all there, and which is written together with others or not at all. */
export interface PreparedLaunch {
  launch: Launch;
  /** The variant's head when it is written. */
  head: Head;
  messages: Messages;
  happening: Happening;
  actions: TransactItem[];
}

export interface VariantToLaunch {
  ref: GraphRef;
  /** As it was read; undefined when the launch makes the variant. */
  before: Head | undefined;
  /** What it is after this, but for the launch. */
  head: Head;
}

/**
 * Puts the documents of a launch, and makes the actions that write it and move the variant's head: to it when it succeeded; when it
 * failed, clients keep what they have.
 */
export async function prepareLaunch(
  { store, documents }: { store: GraphStore; documents: Documents },
  { ref, before, head }: VariantToLaunch,
  made: Composed | Contracted,
  { subgraphChanges, by, ...circumstances }: Circumstances,
): Promise<PreparedLaunch> {
  const messages = { errors: made.ok ? [] : made.errors, hints: 'hints' in made ? made.hints : [] };
  const [kept, supergraphId, apiSchemaId, api] = await Promise.all([
    keepMessages(documents, messages),
    made.ok ? documents.put(made.supergraphSdl) : undefined,
    made.ok ? documents.put(made.apiSdl) : undefined,
    made.ok ? apiChanges(made.apiSdl) : { types: null, fields: null },
  ]);

  async function apiChanges(apiSdl: string) {
    return changedApi(head.released ? await documents.get(head.released.apiSchemaId) : '', apiSdl);
  }

  const launch: Launch = {
    ...circumstances,
    // A key is more than what goes on record of it.
    by: { keyId: by.keyId, name: by.name },
    ...kept,
    id: launchIdAfter(head.lastLaunch?.id ?? head.born),
    ref: formatGraphRef(ref),
    status: made.ok ? 'succeeded' : 'failed',
    supergraphId,
    apiSchemaId,
    changed: { ...subgraphChanges, ...api },
  };
  const happening = announcementOf(launch, messages);
  const next = { ...head, revision: (before?.revision ?? 0) + 1, ...movedBy(launch) };
  return {
    launch,
    head: next,
    messages,
    happening,
    actions: [store.heads.put(ref, before, next), ...store.launches.put(ref, launch, happening)],
  };
}

function movedBy({ id, at, status, supergraphId, apiSchemaId, buildInputId }: Launch): Partial<Head> {
  const lastLaunch = { id, at, status };
  if (!supergraphId || !apiSchemaId) return { lastLaunch };
  return { lastLaunch, released: { launchId: id, at, supergraphId, apiSchemaId, buildInputId } };
}
