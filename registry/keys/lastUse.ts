import type { Logger } from '@banyan/kit';
import type { KeyStore, StoredKey } from './store.ts';

const minuteMs = 60_000;

/** Notes when keys were last used, at most once a minute each; no request waits for it or fails by it. */
export function createLastUse(store: Pick<KeyStore, 'noteUse'>, log: Logger) {
  const writing = new Map<string, Promise<void>>();

  async function write(id: string, now: number): Promise<void> {
    try {
      await store.noteUse(id, new Date(now).toISOString(), new Date(now - minuteMs).toISOString());
    } catch (error) {
      // Another instance was faster.
      if ((error as Error).name === 'ConditionalCheckFailedException') return;
      log.warn({ err: error, keyId: id }, 'the last use of a key could not be noted');
    } finally {
      writing.delete(id);
    }
  }

  return {
    note({ id, lastUsedAt }: Pick<StoredKey, 'id' | 'lastUsedAt'>): void {
      const now = Date.now();
      const isFresh = lastUsedAt !== undefined && Date.parse(lastUsedAt) > now - minuteMs;
      if (!isFresh && !writing.has(id)) writing.set(id, write(id, now));
    },
    /** Ends when what is being noted has been. */
    async settle(): Promise<void> {
      await Promise.all(writing.values());
    },
  };
}
