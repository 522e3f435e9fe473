import type { Connections, RequestContext } from '@banyan/kit';
import type { Accounts } from './account.ts';
import type { Loaders } from './loaders.ts';
import type { Store } from './store.ts';

export interface Context extends RequestContext {
  store: Store;
  accounts: Accounts;
  connections: Connections;
  loaders: Loaders;
}
