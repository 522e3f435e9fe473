import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type Logger, type Page, StartError, UserMistake } from '@banyan/kit';
import { type Actor, byOf } from './actor.ts';
import { type ApiKey, checkNewKey, keyName, type NewKey } from './key.ts';
import { createLastUse } from './lastUse.ts';
import { createKeyStore, type StoredKey } from './store.ts';
import { hashOf, isSecretOf, newToken, prefixOf, readToken, textOf } from './token.ts';

export interface KeysOptions {
  client: DynamoDBDocumentClient;
  table: string;
  log: Logger;
}

/**
 * The API keys. Who may ask for what is decided by `may`, before it is asked here.
 *
 * A key is read from the table, consistently, on each request: with more than one instance any cache would let a revoked key in.
 */
export function createKeys({ client, table, log }: KeysOptions) {
  const store = createKeyStore(client, table);
  const lastUse = createLastUse(store, log);

  /** A key that is there and was not revoked; one that has expired is still there to be renamed or deleted. */
  async function present(organization: string, id: string): Promise<StoredKey | undefined> {
    const key = isKeyId(id) ? await store.get(id) : undefined;
    return key && key.organization === organization && !key.revokedAt ? key : undefined;
  }

  return {
    /**
     * Who a token is; undefined for one that is malformed (found without a read), unknown, revoked or expired.
     * @throws when the table does not answer: then nobody knows.
     */
    async authenticate(text: unknown): Promise<Actor | undefined> {
      const token = readToken(text);
      const key = token && (await store.get(token.keyId));
      if (!key || !isSecretOf(key.hash, token.secret)) return undefined;
      if (key.revokedAt || (key.endsAt !== undefined && Date.parse(key.endsAt) <= Date.now())) return undefined;
      lastUse.note(key);
      return { keyId: key.id, name: key.name, role: key.role, resources: key.resources };
    },

    /**
     * Makes a key. The token is in this answer alone.
     * @throws UserMistake for what cannot be a key.
     */
    async create(organization: string, wanted: NewKey, by: Actor): Promise<{ key: ApiKey; token: string }> {
      const { name, role, resources, expiresAt } = checkNewKey(wanted);
      const token = newToken();
      const key: StoredKey = {
        id: token.keyId,
        organization,
        name,
        role,
        resources,
        hash: hashOf(token.secret),
        createdAt: new Date().toISOString(),
        createdBy: byOf(by),
        ...(expiresAt && { endsAt: expiresAt.toISOString() }),
      };
      await store.insert(key);
      return { key: shown(key), token: textOf(token) };
    },

    /** The keys of an organization, newest first; revoked ones are none any more. `place` is what a page goes on after. */
    async list(organization: string, page: Page): Promise<(ApiKey & { place: string })[]> {
      const keys = await store.list(organization, page);
      return keys.map((key) => ({ ...shown(key), place: key.place }));
    },

    /** One key of an organization; undefined where there is none, or it was revoked. */
    async find(organization: string, id: string): Promise<ApiKey | undefined> {
      const key = await present(organization, id);
      return key && shown(key);
    },

    /** @throws UserMistake for a bad name, or where there is no such key. */
    async rename(organization: string, id: string, name: string): Promise<ApiKey> {
      const wanted = keyName(name);
      const key = await present(organization, id);
      if (!key || !(await store.rename(id, wanted))) throw noSuchKey();
      return shown({ ...key, name: wanted });
    },

    /**
     * Revokes a key: from the answer on it opens nothing, on any instance.
     * @throws UserMistake where there is no such key, and for the key that asks: so the last key that makes keys stays.
     */
    async revoke(organization: string, id: string, by: Actor): Promise<void> {
      if (id === by.keyId) throw new UserMistake('CONFLICT', 'keyId', 'A key cannot revoke itself. Use another one.');
      const key = await present(organization, id);
      if (!key || !(await store.revoke(key, byOf(by), new Date().toISOString()))) throw noSuchKey();
    },

    /**
     * Takes the first key of an empty registry, as one for everything. Once for ever: afterwards it is a key like others, that can
     * be revoked and does not come back. (Who has lost every key deletes the item `KEY#FIRST` of the table, and starts with a new one.)
     * @returns whether it was taken now.
     * @throws StartError for a token of a wrong form.
     */
    async bootstrap(organization: string, text: string): Promise<boolean> {
      const token = readToken(text);
      if (!token) {
        const command = 'echo "banyan_$(openssl rand -hex 16)_$(openssl rand -hex 32)"';
        throw new StartError(`REGISTRY_BOOTSTRAP_KEY is no key. Make one:\n  ${command}`);
      }
      return store.insertFirst({
        id: token.keyId,
        organization,
        name: 'bootstrap',
        role: 'admin',
        resources: 'everything',
        hash: hashOf(token.secret),
        createdAt: new Date().toISOString(),
      });
    },

    /** Ends when nothing is being written any more. */
    settle: (): Promise<void> => lastUse.settle(),
  };
}

export type Keys = ReturnType<typeof createKeys>;

const isKeyId = (id: string): boolean => /^[0-9a-f]{32}$/.test(id);

const noSuchKey = () => new UserMistake('NOT_FOUND', 'keyId', 'There is no such key.');

function shown({
  id,
  organization,
  name,
  role,
  resources,
  createdAt,
  createdBy,
  endsAt,
  lastUsedAt,
}: StoredKey): ApiKey {
  return {
    id,
    organization,
    name,
    role,
    resources,
    prefix: prefixOf(id),
    createdAt,
    createdBy,
    expiresAt: endsAt,
    lastUsedAt,
  };
}
