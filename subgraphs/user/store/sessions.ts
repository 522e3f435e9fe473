import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { ConditionFailed, expiryIn, type Item, isLive, transact } from '@banyan/kit';
import { sessionKey, tokenKey } from './keys.ts';

export interface Session {
  id: string;
  userId: string;
  /** The owner's epoch when it was opened. */
  epoch: number;
}

/** What became of a refresh token that was presented. */
export type Rotation = 'rotated' | 'reused' | 'unknown';

/** Sessions and the hashes of their refresh tokens: used ones stay until they expire, so that a second use is noticed. */
export function createSessionStore(client: DynamoDBDocumentClient, table: string) {
  const put = (item: object) => ({ Put: { TableName: table, Item: item } });

  return {
    async open(session: Session, tokenHash: string, lifeMs: number): Promise<void> {
      const expiresAt = expiryIn(lifeMs);
      const token = put({ ...tokenKey(session.id, tokenHash), userId: session.userId, expiresAt });
      await transact(client, [put({ ...sessionKey(session.id), ...session, expiresAt }), token]);
    },

    async session(id: string): Promise<Session | undefined> {
      const { Item: found } = await client.send(
        new GetCommand({ TableName: table, Key: sessionKey(id), ConsistentRead: true }),
      );
      return found && isLive(found as Item) ? (found as Session & Item) : undefined;
    },

    /** Uses up one token and puts the next in its place, all or nothing. */
    async rotate(session: Session, usedHash: string, nextHash: string, lifeMs: number): Promise<Rotation> {
      const now = Math.floor(Date.now() / 1_000);
      const expiresAt = expiryIn(lifeMs);
      const use = {
        Update: {
          TableName: table,
          Key: tokenKey(session.id, usedHash),
          UpdateExpression: 'SET usedAt = :now',
          ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(usedAt) AND expiresAt > :now',
          ExpressionAttributeValues: { ':now': now },
        },
      };
      const prolong = {
        Update: {
          TableName: table,
          Key: sessionKey(session.id),
          UpdateExpression: 'SET expiresAt = :expiresAt',
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeValues: { ':expiresAt': expiresAt },
        },
      };
      try {
        await transact(client, [
          use,
          prolong,
          put({ ...tokenKey(session.id, nextHash), userId: session.userId, expiresAt }),
        ]);
        return 'rotated';
      } catch (error) {
        if (!(error instanceof ConditionFailed)) throw error;
        return (await this.ownerOf(session.id, usedHash)) ? 'reused' : 'unknown';
      }
    },

    /** Whose token this is, used or not, whether or not its session has ended; undefined for one that never was, or has expired. */
    async ownerOf(id: string, hash: string): Promise<string | undefined> {
      const Key = tokenKey(id, hash);
      const { Item: found } = await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
      return found !== undefined && isLive(found as Item) ? (found.userId as string) : undefined;
    },

    /** Ends a session: none of its tokens is worth anything any more. */
    async end(id: string): Promise<void> {
      await transact(client, [{ Delete: { TableName: table, Key: sessionKey(id) } }]);
    },
  };
}

export type SessionStore = ReturnType<typeof createSessionStore>;
