import type { Connections, RequestContext } from '@banyan/kit';
import type { Loaders } from './loaders.ts';
import type { SpamCheck } from './spamCheck.ts';
import type { Store } from './store.ts';

export interface Context extends RequestContext {
  store: Store;
  connections: Connections;
  loaders: Loaders;
  checkSpam: SpamCheck;
}
