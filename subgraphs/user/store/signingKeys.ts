import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { expiryIn, type Key } from '@banyan/kit';
import type { KeyStore } from '../signingKeys.ts';

export function createSigningKeyStore(client: DynamoDBDocumentClient, table: string): KeyStore {
  const read = async (key: Key) => {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }));
    return Item?.sealed as string | undefined;
  };

  return {
    async keyOf(period, offer, expiresAt) {
      const key = { pk: `KEY#${period}`, sk: 'KEY' };
      const present = await read(key);
      if (present) return present;
      const sealed = await offer();
      const item = { ...key, sealed, expiresAt: expiryIn(expiresAt - Date.now()) };
      try {
        const ConditionExpression = 'attribute_not_exists(pk)';
        await client.send(new PutCommand({ TableName: table, Item: item, ConditionExpression }));
        return sealed;
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
        return (await read(key)) ?? sealed;
      }
    },
  };
}
