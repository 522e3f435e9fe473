import { createStore } from './store.ts';
import type { UserConfig } from './subgraph.ts';

const scopePattern = /^[a-z]+:[a-z]+$/;

/**
 * Says what a person may do beyond everybody's rights: exactly these scopes, from their next access token on.
 * @throws an Error that says what to mend.
 */
export async function grantScopes(
  config: Pick<UserConfig, 'TABLE_PREFIX'>,
  handle: string,
  scopes: string[],
): Promise<void> {
  const wrong = scopes.find((scope) => !scopePattern.test(scope));
  if (wrong) throw new Error(`"${wrong}" is not a scope. One looks like "spam:moderate".`);
  const { accounts } = createStore(`${config.TABLE_PREFIX}user`);
  const id = await accounts.idOfHandle(handle);
  if (!id) throw new Error(`There is nobody with the handle "${handle}".`);
  await accounts.setScopes(id, scopes);
}
