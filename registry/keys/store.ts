import { type DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import {
  batchGet,
  ConditionFailed,
  type Item,
  type Key,
  type Page,
  queryPartition,
  type TransactItem,
  transact,
} from '@banyan/kit';
import type { By } from './actor.ts';
import type { Resources } from './resource.ts';
import type { Role } from './role.ts';

/** A key as it is stored. It stays when it has been revoked, so that nothing brings it back. */
export interface StoredKey {
  id: string;
  organization: string;
  name: string;
  role: Role;
  resources: Resources;
  /** SHA-256 of the secret. */
  hash: string;
  createdAt: string;
  createdBy?: By;
  /** The table's own `expiresAt` would delete the item. */
  endsAt?: string;
  lastUsedAt?: string;
  revokedAt?: string;
  revokedBy?: By;
}

interface Entry extends Item {
  keyId: string;
}

const keyOf = (id: string): Key => ({ pk: `KEY#${id}`, sk: 'KEY' });
const entryOf = ({ organization, createdAt, id }: StoredKey): Key => ({
  pk: `ORGANIZATION#${organization}`,
  sk: `KEY#${createdAt}#${id}`,
});
/** There once an empty registry has taken its first key; the id of a key is hexadecimal, so this is none's. */
const firstKey: Key = { pk: 'KEY#FIRST', sk: 'FIRST' };

export function createKeyStore(client: DynamoDBDocumentClient, table: string) {
  const put = (item: object): TransactItem => ({
    Put: { TableName: table, Item: item, ConditionExpression: 'attribute_not_exists(pk)' },
  });
  const inserts = (key: StoredKey) => [put({ ...keyOf(key.id), ...key }), put({ ...entryOf(key), keyId: key.id })];

  /** @returns false when a condition did not hold. */
  async function tryTransact(items: TransactItem[]): Promise<boolean> {
    try {
      await transact(client, items);
      return true;
    } catch (error) {
      if (error instanceof ConditionFailed) return false;
      throw error;
    }
  }

  return {
    insert: (key: StoredKey): Promise<void> => transact(client, inserts(key)),

    /** The first key of a registry. @returns false when it had one before. */
    async insertFirst(key: StoredKey): Promise<boolean> {
      const { Item: taken } = await client.send(
        new GetCommand({ TableName: table, Key: firstKey, ConsistentRead: true }),
      );
      return !taken && (await tryTransact([put({ ...firstKey, keyId: key.id }), ...inserts(key)]));
    },

    /** Sees every write that was answered before, whichever instance wrote it. */
    async get(id: string): Promise<StoredKey | undefined> {
      const { Item: found } = await client.send(
        new GetCommand({ TableName: table, Key: keyOf(id), ConsistentRead: true }),
      );
      return found as (StoredKey & Item) | undefined;
    },

    /** The keys of an organization that were not revoked, newest first, with the sort keys of their places. */
    async list(organization: string, { limit, after }: Page): Promise<(StoredKey & { place: string })[]> {
      const pk = `ORGANIZATION#${organization}`;
      const query = { pk, prefix: 'KEY#', limit, after, newestFirst: true, consistent: true };
      const entries = await queryPartition<Entry>(client, table, query);
      const keys = await batchGet<StoredKey & Item>(
        client,
        table,
        entries.map(({ keyId }) => keyOf(keyId)),
      );
      return keys.flatMap((key, at) => (key && !key.revokedAt ? [{ ...key, place: entries[at]?.sk ?? '' }] : []));
    },

    /** @returns false for a key that is not there, or was revoked. */
    rename: (id: string, name: string): Promise<boolean> =>
      tryTransact([
        {
          Update: {
            TableName: table,
            Key: keyOf(id),
            UpdateExpression: 'SET #name = :name',
            ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(revokedAt)',
            ExpressionAttributeNames: { '#name': 'name' },
            ExpressionAttributeValues: { ':name': name },
          },
        },
      ]),

    /** @returns false for a key that was revoked before. */
    revoke: (key: StoredKey, by: By, at: string): Promise<boolean> =>
      tryTransact([
        {
          Update: {
            TableName: table,
            Key: keyOf(key.id),
            UpdateExpression: 'SET revokedAt = :at, revokedBy = :by',
            ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(revokedAt)',
            ExpressionAttributeValues: { ':at': at, ':by': by },
          },
        },
        { Delete: { TableName: table, Key: entryOf(key) } },
      ]),

    /** Notes that a key was used, where nobody has since `before`. @throws when somebody has. */
    async noteUse(id: string, at: string, before: string): Promise<void> {
      await client.send(
        new UpdateCommand({
          TableName: table,
          Key: keyOf(id),
          UpdateExpression: 'SET lastUsedAt = :at',
          ConditionExpression: 'attribute_exists(pk) AND (attribute_not_exists(lastUsedAt) OR lastUsedAt <= :before)',
          ExpressionAttributeValues: { ':at': at, ':before': before },
        }),
      );
    },
  };
}

export type KeyStore = ReturnType<typeof createKeyStore>;
