import { type DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import {
  again,
  batchGet,
  ConditionFailed,
  expiryIn,
  failure,
  type Item,
  type Key,
  retryUntilDeadline,
  type TransactItem,
  transact,
} from '@banyan/kit';
import { addDomains, type Counts, countsOf, type DomainHits, hourOf, lastHours } from '../statistics.ts';
import type { Target } from '../target.ts';
import { countKey, domainsKey, hourShards, nameOf, shardOf } from './keys.ts';

const keptMs = 3 * 24 * 60 * 60_000;

export function createStatisticsStore(client: DynamoDBDocumentClient, table: string) {
  const adding = (key: Key, counts: Partial<Counts>) => {
    const names = Object.keys(counts);
    return {
      TableName: table,
      Key: { ...key },
      UpdateExpression: `SET expiresAt = :expiresAt ADD ${names.map((name) => `#${name} :${name}`).join(', ')}`,
      ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])),
      ExpressionAttributeValues: {
        ':expiresAt': expiryIn(keptMs),
        ...Object.fromEntries(names.map((name) => [`:${name}`, counts[name as keyof Counts]])),
      },
    };
  };

  async function addToDomains(hour: string, hits: ReadonlyMap<string, number>): Promise<void> {
    const Key = { ...domainsKey(hour) };
    await retryUntilDeadline(
      async () => {
        const { Item: found } = await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
        const version = (found?.version ?? 0) as number;
        const domains = addDomains((found?.domains ?? []) as DomainHits[], hits);
        const Put = {
          TableName: table,
          Item: { ...Key, domains, version: version + 1, expiresAt: expiryIn(keptMs) },
          ConditionExpression: found ? 'version = :version' : 'attribute_not_exists(pk)',
          ...(found && { ExpressionAttributeValues: { ':version': version } }),
        };
        return transact(client, [{ Put }]).catch((error) => {
          if (error instanceof ConditionFailed) return again;
          throw error;
        });
      },
      () => failure('CONFLICT'),
    );
  }

  return {
    /** What a change of a target counts for, to be written with it: so it is counted once. */
    counting(before: Target | undefined, after: Target): TransactItem[] {
      const counts = countsOf(before, after);
      if (Object.keys(counts).length === 0) return [];
      const key = countKey(hourOf(new Date()), shardOf(nameOf(after), hourShards));
      return [{ Update: adding(key, counts) }];
    },

    /** Adds what was counted in memory. */
    async add(hour: string, refused: number, domains: ReadonlyMap<string, number>): Promise<void> {
      const key = countKey(hour, Math.floor(Math.random() * hourShards));
      if (refused > 0) await client.send(new UpdateCommand(adding(key, { refused })));
      if (domains.size > 0) await addToDomains(hour, domains);
    },

    /** The counts of the last 24 hours, the latest first, and the hits of their domains: one batch read. */
    async lastDay(): Promise<{ hour: string; counts: Partial<Counts>[]; domains: DomainHits[] }[]> {
      const hours = lastHours(new Date());
      const sharesOf = (hour: string) => Array.from({ length: hourShards }, (_, shard) => countKey(hour, shard));
      const keys = hours.flatMap((hour) => [...sharesOf(hour), domainsKey(hour)]);
      const found = await batchGet<Item & Partial<Counts> & { domains?: DomainHits[] }>(client, table, keys);
      const perHour = hourShards + 1;
      return hours.map((hour, index) => {
        const items = found.slice(index * perHour, (index + 1) * perHour);
        return {
          hour,
          counts: items.slice(0, hourShards).flatMap((item) => item ?? []),
          domains: items[hourShards]?.domains ?? [],
        };
      });
    },
  };
}

export type StatisticsStore = ReturnType<typeof createStatisticsStore>;
