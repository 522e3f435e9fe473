import { createItemLoader, type Item } from '@banyan/kit';
import type { BlockedUrl } from './blocklist.ts';
import type { Expansion } from './link/expand.ts';
import { entryKey, linkKey, targetKey, textKey } from './store/keys.ts';
import type { StoredTarget } from './store/targets.ts';
import type { Store } from './store.ts';
import type { TargetRef } from './target.ts';

/** What is read of single items, for one request: everything that is asked for in one step is one batch read, whatever kind it is. */
export function createLoaders({ client, table }: Store) {
  const items = createItemLoader(client, table);
  return {
    /** Whether an expression is blocked. */
    isBlocked: async (expression: string): Promise<boolean> =>
      (await items.get<BlockedUrl>(entryKey(expression)))?.isBlocked ?? false,
    /** Where a link led when it was last followed. */
    expansionOf: (link: string): Promise<(Expansion & Item) | undefined> => items.get<Expansion>(linkKey(link)),
    target: (ref: TargetRef): Promise<(StoredTarget & Item) | undefined> => items.get<StoredTarget>(targetKey(ref)),
    text: async (ref: TargetRef): Promise<string | undefined> =>
      (await items.get<{ text?: string }>(textKey(ref)))?.text,
  };
}

export type Loaders = ReturnType<typeof createLoaders>;
