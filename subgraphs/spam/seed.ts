import { ensureTable } from '@banyan/kit';
import { block, checkReason, checkUrl, type Moderation } from './blocklist.ts';
import { createStore } from './store.ts';
import type { SpamConfig } from './subgraph.ts';

/** Spam's part of the seeded world: what is blocked, why, by which moderator and when. */
export interface SpamSeed {
  blocked: Moderation[];
}

/** Writes the blocklist. What is blocked already stays as it is. */
export async function seedSpam(config: Pick<SpamConfig, 'TABLE_PREFIX'>, { blocked }: SpamSeed): Promise<void> {
  const store = createStore(`${config.TABLE_PREFIX}spam`);
  try {
    await ensureTable(store.client, store.table);
    for (const entry of blocked) {
      await store.blocklist.change(block, checkUrl(entry.url), { ...entry, reason: checkReason(entry.reason) });
    }
  } finally {
    store.client.destroy();
  }
}
