import type { Connections, Logger } from '@banyan/kit';
import type DataLoader from 'dataloader';
import type { Checks } from './checks/checks.ts';
import type { Marks } from './checks/marks.ts';
import type { GraphRef } from './graphs/graphRef.ts';
import type { Graphs, Variant } from './graphs/graphs.ts';
import type { Actor } from './keys/actor.ts';
import type { Keys } from './keys/keys.ts';
import type { PersistedQueries } from './persistedQueries/persistedQueries.ts';
import type { UsageReader } from './usage/ask.ts';
import type { Webhooks } from './webhooks/webhooks.ts';
import type { Workers } from './work/workers.ts';

/** What stands behind a request. */
export interface Context {
  /** The API key. Without one nobody comes this far. */
  actor: Actor;
  graphs: Graphs;
  checks: Checks;
  marks: Marks;
  keys: Keys;
  webhooks: Webhooks;
  persistedQueries: PersistedQueries;
  usage: UsageReader;
  workers: Workers;
  connections: Connections;
  loaders: { variant: DataLoader<GraphRef, Variant | undefined, string> };
  /** The id of the organization that owns the registry. */
  organization: string;
  /** The address under which people find the registry. */
  publicUrl: string;
  log: Logger;
}
