import type { Connections, RequestContext } from '@banyan/kit';
import type { Checks } from './check.ts';
import type { Loaders } from './loaders.ts';
import type { Tally } from './statistics.ts';
import type { Store } from './store.ts';
import type { Rules } from './target.ts';
import type { Knowledge } from './verdict.ts';

export interface Context extends RequestContext {
  store: Store;
  connections: Connections;
  loaders: Loaders;
  checks: Checks;
  tally: Tally;
  rules: Rules;
  follow: Knowledge['follow'];
}
