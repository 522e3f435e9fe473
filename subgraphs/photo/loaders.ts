import DataLoader from 'dataloader';
import type { Photo } from './photo.ts';
import type { Store } from './store.ts';

/** One read for all photos that one request asks for. */
export interface Loaders {
  photo: DataLoader<string, Photo | undefined>;
}

export function createLoaders(store: Store): Loaders {
  return { photo: new DataLoader((ids) => store.photos(ids)) };
}
