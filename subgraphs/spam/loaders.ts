import DataLoader from 'dataloader';
import type { Store } from './store.ts';

export interface Loaders {
  /** Whether an expression is blocked: one read a hundred of them for all texts of a request. */
  isBlocked: DataLoader<string, boolean>;
}

export const createLoaders = (store: Store): Loaders => ({
  isBlocked: new DataLoader((expressions) => store.areBlocked(expressions)),
});
