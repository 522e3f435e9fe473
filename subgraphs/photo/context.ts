import type { Connections, RequestContext } from '@banyan/kit';
import type { Loaders } from './loaders.ts';
import type { Objects } from './objects.ts';
import type { Reviews } from './review.ts';
import type { Store } from './store.ts';
import type { Uploads } from './upload.ts';

export interface Context extends RequestContext {
  store: Store;
  objects: Objects;
  uploads: Uploads;
  reviews: Reviews;
  connections: Connections;
  loaders: Loaders;
}
