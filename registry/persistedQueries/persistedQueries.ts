import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { again, failure, newId, type Page, retryUntilDeadline, UserMistake } from '@banyan/kit';
import { type Actor, byOf } from '../keys/actor.ts';
import { createContent, type DocumentStore } from './content.ts';
import {
  emptyList,
  listName,
  ownerOf,
  ownListId,
  type PersistedQueryList,
  revisionId,
  type StoredList,
} from './list.ts';
import { checkOperations, keyOfOperation, type PersistedOperation } from './operation.ts';
import { type OperationCounts, type Upsert, upsert } from './publish.ts';
import { createListStore } from './store.ts';

/** One variant of one graph. */
export interface VariantRef {
  graphId: string;
  variant: string;
}

export type PublishOutcome =
  | { outcome: 'published'; unchanged: boolean; list: PersistedQueryList; counts: OperationCounts }
  | { outcome: 'cannotModifyBody'; message: string };

/** What Uplink tells a gateway: the id of the state that it is to have, and the chunks that it is made of. */
export interface Chunks {
  id: string;
  chunks: { id: string }[];
}

export interface PersistedQueriesOptions {
  client: DynamoDBDocumentClient;
  table: string;
  documents: DocumentStore;
  /** How large a chunk may be. */
  chunkBytes?: number;
}

/**
 * Lists of persisted queries. A list is an item that names its chunks, which are documents that never change: a publish writes new
 * ones and then moves the item on the condition that nobody else has, so that readers see one revision or the next, and of
 * two publishes at once the later one is merged into the other.
 */
export function createPersistedQueries({ client, table, documents, chunkBytes }: PersistedQueriesOptions) {
  const store = createListStore(client, table);
  const content = createContent(documents, chunkBytes);

  /** A list, or the own one of a variant, stored or not. */
  async function find(graphId: string, id: string): Promise<{ stored?: StoredList; list?: StoredList }> {
    if (id.length > 128) return {};
    const stored = await store.list(graphId, id);
    const owner = ownerOf(id);
    return { stored, list: stored ?? (owner ? emptyList(graphId, id, owner) : undefined) };
  }

  async function followed({ graphId, variant }: VariantRef): Promise<StoredList | undefined> {
    const link = await store.link(graphId, variant);
    if (link?.listId === null) return undefined;
    return (await find(graphId, link?.listId ?? ownListId(variant))).list;
  }

  /**
   * Changes a list, whoever else changes it meanwhile.
   * @param edit answers undefined when there is nothing to change.
   */
  async function change(
    graphId: string,
    listId: string,
    by: Actor,
    edit: (operations: PersistedOperation[]) => PersistedOperation[] | undefined,
  ): Promise<StoredList> {
    return retryUntilDeadline(
      async () => {
        const { stored, list } = await find(graphId, listId);
        if (!list) throw noSuchList();
        const operations = edit(await content.read(list.chunks));
        if (!operations) return list;
        const chunks = await content.write(operations);
        await store.noteChunks(chunks.map(({ id }) => id));
        const next: StoredList = {
          ...list,
          revision: list.revision + 1,
          operationCount: operations.length,
          publishedAt: new Date().toISOString(),
          publishedBy: byOf(by),
          chunks,
        };
        return (await store.move(next, stored)) ? next : again;
      },
      () => failure('CONFLICT'),
    );
  }

  return {
    /** Makes an empty list. @throws UserMistake for a bad name. */
    async create(graphId: string, name: string): Promise<PersistedQueryList> {
      const list = emptyList(graphId, newId(), listName(name));
      await store.insert(list);
      return shown(list);
    },

    /** One list of a graph. A variant's own list is there before it was published; that there is such a variant is for the caller to know. */
    async list(graphId: string, listId: string): Promise<PersistedQueryList | undefined> {
      const { list } = await find(graphId, listId);
      return list && shown(list);
    },

    /** The lists of a graph that are stored, by id; a page goes on after a list's id. */
    lists: async (graphId: string, page: Page): Promise<PersistedQueryList[]> =>
      (await store.lists({ graphId, ...page })).map(shown),

    /** The list that a variant follows: its own one, of its name, unless it is linked to another or unlinked. Writes nothing. */
    async listOf(ref: VariantRef): Promise<PersistedQueryList | undefined> {
      const list = await followed(ref);
      return list && shown(list);
    },

    /** Lets a variant follow a list, instead of the one before. @throws UserMistake where there is no such list. */
    async link({ graphId, variant }: VariantRef, listId: string): Promise<void> {
      if (listId === ownListId(variant)) await store.removeLink(graphId, variant);
      else if (!(await store.setLink(graphId, { variant, listId }))) throw noSuchList();
    },

    /** Lets a variant follow no list, until it is linked again. */
    async unlink({ graphId, variant }: VariantRef): Promise<void> {
      await store.setLink(graphId, { variant, listId: null });
    },

    /** The variants that follow a list, by name. */
    async variantsOf(graphId: string, listId: string): Promise<string[]> {
      const links = await store.links(graphId);
      const linked = links.flatMap((link) => (link.listId === listId ? [link.variant] : []));
      const owner = ownerOf(listId);
      const isOwn = owner !== undefined && !links.some(({ variant }) => variant === owner);
      return [...linked, ...(isOwn ? [owner] : [])].sort();
    },

    /**
     * Adds operations to a list, and renames those that are there. All or nothing. Who may: whoever may publish operations to each
     * of `variantsOf`, or to the graph where there is none; that a variant's own list is of a variant that is there, the caller knows.
     * @throws UserMistake for operations that are wrong or too many, and where there is no such list.
     */
    async publish(
      graphId: string,
      listId: string,
      operations: readonly PersistedOperation[],
      by: Actor,
    ): Promise<PublishOutcome> {
      const published = checkOperations(operations);
      let result: ReturnType<typeof upsert> | undefined;
      const list = await change(graphId, listId, by, (present) => {
        result = upsert(present, published);
        if ('conflict' in result) return undefined;
        const { added, updated } = result.counts;
        return added + updated > 0 ? result.operations : undefined;
      });
      if (result && 'conflict' in result) {
        const { id, name } = result.conflict;
        const message = `The body of the operation "${name}" cannot be changed: clients know it by the id "${id}".`;
        return { outcome: 'cannotModifyBody', message };
      }
      const { counts } = result as Upsert;
      return { outcome: 'published', unchanged: counts.added + counts.updated === 0, list: shown(list), counts };
    },

    /** Takes operations out of a list; those that are not there are none. @throws UserMistake where there is no such list. */
    async removeOperations(
      graphId: string,
      listId: string,
      keys: readonly Pick<PersistedOperation, 'id' | 'clientName'>[],
      by: Actor,
    ): Promise<{ list: PersistedQueryList; counts: OperationCounts }> {
      const gone = new Set(keys.map(keyOfOperation));
      let counts: OperationCounts = { added: 0, identical: 0, updated: 0, unaffected: 0, removed: 0 };
      const list = await change(graphId, listId, by, (present) => {
        const rest = present.filter((operation) => !gone.has(keyOfOperation(operation)));
        counts = { ...counts, unaffected: rest.length, removed: present.length - rest.length };
        return counts.removed > 0 ? rest : undefined;
      });
      return { list: shown(list), counts };
    },

    /**
     * Deletes a list. @returns false where there is none.
     * @throws UserMistake while variants are linked to it: their gateways would refuse every operation.
     */
    async remove(graphId: string, listId: string): Promise<boolean> {
      if (!(await find(graphId, listId)).stored) return false;
      const variants = await this.variantsOf(graphId, listId);
      if (variants.length > 0) {
        throw new UserMistake('CONFLICT', 'listId', `Unlink it from ${variants.join(', ')} first.`);
      }
      return store.remove(graphId, listId);
    },

    /** A page of a list's operations in the order in which they were published; it goes on after a `place`. */
    async operations(graphId: string, listId: string, page: Page): Promise<(PersistedOperation & { place: string })[]> {
      const { list } = await find(graphId, listId);
      return content.page(list?.chunks ?? [], page);
    },

    /** What the gateways of a variant are to have; undefined when nothing was ever published for it. */
    async chunks(ref: VariantRef): Promise<Chunks | undefined> {
      const list = await followed(ref);
      if (!list || list.revision === 0) return undefined;
      return { id: revisionId(list.chunks), chunks: list.chunks.map(({ id }) => ({ id })) };
    },

    /**
     * The body of a chunk, of an older revision too: a gateway may have been told just before. Whoever knows its id may have it,
     * as a gateway fetches it by a bare URL; a document that is no chunk is not served.
     */
    chunk: async (id: string): Promise<string | undefined> =>
      /^[0-9a-f]{64}$/.test(id) && (await store.isChunk(id)) ? documents.get(id) : undefined,
  };
}

export type PersistedQueries = ReturnType<typeof createPersistedQueries>;

const noSuchList = () => new UserMistake('NOT_FOUND', 'listId', 'There is no such list of persisted queries.');

const shown = ({
  id,
  graphId,
  name,
  revision,
  operationCount,
  publishedAt,
  publishedBy,
}: StoredList): PersistedQueryList => ({
  id,
  graphId,
  name,
  revision,
  operationCount,
  publishedAt,
  publishedBy,
});
