import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { expiryIn } from '@banyan/kit';
import type { Expansion } from '../link/expand.ts';
import { linkKey } from './keys.ts';

/** How long a link is taken to lead where it led. */
const keptMs = 24 * 60 * 60_000;

export const createLinkStore = (client: DynamoDBDocumentClient, table: string) => ({
  /** Remembers where a link leads. */
  async remember(link: string, expansion: Expansion): Promise<void> {
    const Item = { ...linkKey(link), ...expansion, expiresAt: expiryIn(keptMs) };
    await client.send(new PutCommand({ TableName: table, Item }));
  },
});
