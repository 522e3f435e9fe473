import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { ConditionFailed, type Item, isLive, type Key, type Outbox, transact, UserMistake } from '@banyan/kit';
import { userRegistered } from '../events.ts';
import { canonicalEmail, canonicalHandle, isEmail, isHandle, type Person } from '../person.ts';
import { credentialsKey, nameKey, personKey } from './keys.ts';

/** What opens an account, and what its owner may do. */
export interface Credentials {
  passwordHash: string;
  scopes: string[];
  /** Sessions of an earlier epoch have ended. */
  epoch: number;
}

type Stored<T> = T & Item;

export function createAccountStore(client: DynamoDBDocumentClient, table: string, outbox: Outbox) {
  const free = 'attribute_not_exists(pk)';
  const put = (item: object) => ({ Put: { TableName: table, Item: item, ConditionExpression: free } });

  async function get<T>(key: Key): Promise<Stored<T> | undefined> {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }));
    return Item && isLive(Item as Stored<T>) ? (Item as Stored<T>) : undefined;
  }

  return {
    /** @throws UserMistake when the handle or the address is taken. */
    async insert(person: Person, credentials: Credentials): Promise<void> {
      const items = [
        put({ ...nameKey('HANDLE', person.handle), userId: person.id }),
        put({ ...nameKey('EMAIL', person.email), userId: person.id }),
        put({ ...personKey(person.id), ...person }),
        put({ ...credentialsKey(person.id), ...credentials }),
      ];
      try {
        await outbox.transact(items, [userRegistered(person)]);
      } catch (error) {
        if (!(error instanceof ConditionFailed)) throw error;
        const [field, what] = error.failed.includes(0) ? ['handle', 'handle'] : ['email', 'email address'];
        throw new UserMistake('CONFLICT', field as string, `This ${what} is taken.`);
      }
    },

    person: (id: string): Promise<Person | undefined> => get<Person>(personKey(id)),

    credentials: (id: string): Promise<Credentials | undefined> => get<Credentials>(credentialsKey(id)),

    /** Whose handle this is; a text that cannot be one is nobody's. */
    async idOfHandle(handle: string): Promise<string | undefined> {
      const name = canonicalHandle(handle);
      return isHandle(name) ? (await get<{ userId: string }>(nameKey('HANDLE', name)))?.userId : undefined;
    },

    /** Whose address this is; a text that cannot be one is nobody's. */
    async idOfEmail(email: string): Promise<string | undefined> {
      const name = canonicalEmail(email);
      return isEmail(name) ? (await get<{ userId: string }>(nameKey('EMAIL', name)))?.userId : undefined;
    },

    /** Changes the profile; `bio: undefined` within the patch removes it. */
    async updateProfile(id: string, patch: Partial<Pick<Person, 'displayName' | 'bio'>>): Promise<void> {
      const sets = Object.entries(patch).filter(([, value]) => value !== undefined);
      const removes = Object.entries(patch).filter(([, value]) => value === undefined);
      if (sets.length + removes.length === 0) return;
      const set = sets.length > 0 ? `SET ${sets.map(([name]) => `${name} = :${name}`).join(', ')}` : '';
      const remove = removes.length > 0 ? `REMOVE ${removes.map(([name]) => name).join(', ')}` : '';
      await transact(client, [
        {
          Update: {
            TableName: table,
            Key: personKey(id),
            UpdateExpression: `${set} ${remove}`.trim(),
            ConditionExpression: 'attribute_exists(pk)',
            ...(sets.length > 0 && {
              ExpressionAttributeValues: Object.fromEntries(sets.map(([name, value]) => [`:${name}`, value])),
            }),
          },
        },
      ]);
    },

    /** Ends every session of a person at once. */
    async raiseEpoch(id: string): Promise<void> {
      await transact(client, [
        {
          Update: {
            TableName: table,
            Key: credentialsKey(id),
            UpdateExpression: 'ADD epoch :one',
            ConditionExpression: 'attribute_exists(pk)',
            ExpressionAttributeValues: { ':one': 1 },
          },
        },
      ]);
    },

    async setScopes(id: string, scopes: string[]): Promise<void> {
      await transact(client, [
        {
          Update: {
            TableName: table,
            Key: credentialsKey(id),
            UpdateExpression: 'SET scopes = :scopes',
            ConditionExpression: 'attribute_exists(pk)',
            ExpressionAttributeValues: { ':scopes': scopes },
          },
        },
      ]);
    },
  };
}
