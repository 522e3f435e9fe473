import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import {
  batchGet,
  expiryIn,
  type Item,
  isId,
  type Page,
  queryPartition,
  type TransactItem,
  transact,
} from '@banyan/kit';
import { announcePartition, type Happening } from '../graphs/happening.ts';
import { type CheckRun, standing } from './checkRun.ts';

const keptMs = 90 * 86_400_000;

type StoredRun = Item & CheckRun;

const runKey = (graphId: string, id: string) => ({ pk: `CHECK#${graphId}`, sk: id });
const placeKey = ({ ref, id }: Pick<CheckRun, 'ref' | 'id'>) => ({ pk: `CHECKS#${ref}`, sk: id });
const graphOf = (ref: string) => ref.slice(0, ref.indexOf('@'));

/** Checks by graph and id, as Rover asks for them, and the order of each variant's. They are kept for 90 days. */
export function createCheckStore(client: DynamoDBDocumentClient, table: string) {
  const put = (item: Item): TransactItem => ({ Put: { TableName: table, Item: item } });

  return {
    async insert(run: CheckRun): Promise<void> {
      const expiresAt = expiryIn(keptMs);
      const item = { ...run, ...runKey(graphOf(run.ref), run.id), expiresAt };
      await transact(client, [put(item), put({ ...placeKey(run), expiresAt })]);
    },

    /** @param happening what webhooks are to be told, in the same transaction. */
    async finish(run: CheckRun, happening?: Happening): Promise<void> {
      const item = { ...run, ...runKey(graphOf(run.ref), run.id), expiresAt: expiryIn(keptMs) };
      const announcement = happening && put({ ...happening, pk: announcePartition, sk: happening.id });
      await transact(client, [put(item), ...(announcement ? [announcement] : [])]);
    },

    async find(graphId: string, id: string): Promise<CheckRun | undefined> {
      if (!isId(id)) return undefined;
      const [run] = await batchGet<StoredRun>(client, table, [runKey(graphId, id)]);
      return run && standing(run);
    },

    /** Newest first. */
    async list(ref: string, { limit, after }: Page): Promise<CheckRun[]> {
      const pk = `CHECKS#${ref}`;
      const places = await queryPartition(client, table, { pk, prefix: '', limit, after, newestFirst: true });
      const runs = await batchGet<StoredRun>(
        client,
        table,
        places.map(({ sk }) => runKey(graphOf(ref), sk)),
      );
      return runs.flatMap((run) => (run ? [standing(run)] : []));
    },
  };
}
