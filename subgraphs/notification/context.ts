import type { Connections, RequestContext } from '@banyan/kit';
import type { Listeners } from './live/listeners.ts';
import type { Loaders } from './loaders.ts';
import type { Store } from './store.ts';

export interface Context extends RequestContext {
  store: Store;
  connections: Connections;
  loaders: Loaders;
  listeners: Listeners;
  /** Ends with the live stream that is served; a plain request has none. */
  stream?: AbortSignal;
}
