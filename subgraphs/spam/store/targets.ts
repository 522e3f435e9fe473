import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import {
  again,
  ConditionFailed,
  expiryIn,
  failure,
  type Item,
  isLive,
  type Key,
  type Outbox,
  type Page,
  queryPartition,
  retryUntilDeadline,
  type TransactItem,
  transact,
} from '@banyan/kit';
import { tellingOf } from '../events.ts';
import type { Decision, Target, TargetRef } from '../target.ts';
import { decisionKey, entryKey, heldKey, nameOf, reportKey, retryKey, reviewKey, targetKey, textKey } from './keys.ts';
import type { StatisticsStore } from './statistics.ts';

/** A target as it is stored: how often it was written, and how many events told of it. */
export interface StoredTarget extends Target {
  version: number;
  sequence: number;
}

export interface Report {
  by: string;
  reason: string;
  at: string;
}

/** What a target becomes; undefined, or what it was, where it does not change. */
export type DecideTarget = (before: StoredTarget | undefined) => Promise<Target | undefined> | Target | undefined;

/** What else is written with a target. */
type More = (after: Target) => TransactItem[];

const day = 24 * 60 * 60_000;
/** How long the text of what is clean, and the trace of what is deleted, is kept. */
const keptMs = 30 * day;

export function createTargetStore(
  client: DynamoDBDocumentClient,
  table: string,
  outbox: Outbox,
  statistics: StatisticsStore,
) {
  const put = (key: Key, item: object = {}): TransactItem => ({ Put: { TableName: table, Item: { ...key, ...item } } });
  const remove = (key: Key): TransactItem => ({ Delete: { TableName: table, Key: { ...key } } });

  async function get<T extends object>(key: Key): Promise<T | undefined> {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: { ...key }, ConsistentRead: true }));
    return Item as T | undefined;
  }
  const find = (ref: TargetRef) => get<StoredTarget>(targetKey(ref));

  /** The target itself, if nobody has written it since it was read. */
  const own = (before: StoredTarget | undefined, after: StoredTarget): TransactItem => ({
    Put: {
      TableName: table,
      Item: {
        ...targetKey(after),
        ...after,
        expiresAt: after.decision.status === 'DELETED' ? expiryIn(keptMs) : undefined,
      },
      ConditionExpression: before ? 'version = :before' : 'attribute_not_exists(pk)',
      ...(before && { ExpressionAttributeValues: { ':before': before.version } }),
    },
  });

  /** The lists in which a target stands: what a block holds (while it is a block), what is due, what is to be reviewed. */
  function places(before: Target | undefined, after: Target): TransactItem[] {
    const items: TransactItem[] = [];
    if (before?.heldBy !== after.heldBy) {
      if (before?.heldBy) items.push(remove(heldKey(before.heldBy, after)));
      if (after.heldBy) {
        const ConditionCheck = {
          TableName: table,
          Key: { ...entryKey(after.heldBy) },
          ConditionExpression: 'isBlocked = :true',
          ExpressionAttributeValues: { ':true': true },
        };
        items.push(put(heldKey(after.heldBy, after)), { ConditionCheck });
      }
    }
    if (before?.dueAt !== after.dueAt) {
      if (before?.dueAt) items.push(remove(retryKey(after, before.dueAt)));
      if (after.dueAt) items.push(put(retryKey(after, after.dueAt)));
    }
    if (before?.review?.id !== after.review?.id) {
      if (before?.review) items.push(remove(reviewKey(before.review.id)));
      if (after.review) items.push(put(reviewKey(after.review.id), { ...after.review, name: nameOf(after) }));
    }
    return items;
  }

  /** The text goes with what is deleted, and some time after what is clean. */
  function textAfter(after: Target): TransactItem[] {
    const { status } = after.decision;
    if (status === 'DELETED') return [remove(textKey(after))];
    if (status !== 'CLEAN') return [];
    const ExpressionAttributeValues = { ':at': expiryIn(keptMs) };
    const UpdateExpression = 'SET expiresAt = :at';
    return [{ Update: { TableName: table, Key: { ...textKey(after) }, UpdateExpression, ExpressionAttributeValues } }];
  }

  /** @returns undefined when somebody has written what it rests on since it was read. */
  async function write(before: StoredTarget | undefined, next: Target, more: More): Promise<StoredTarget | undefined> {
    const event = tellingOf(before, next);
    const sequence = (before?.sequence ?? 0) + (event ? 1 : 0);
    const after: StoredTarget = { ...next, version: (before?.version ?? 0) + 1, sequence };
    const isDecided = before?.decision !== after.decision;
    const items = [own(before, after), ...places(before, after), ...statistics.counting(before, after), ...more(after)];
    if (isDecided) items.push(put(decisionKey(after, after.version), after.decision));
    if (before && isDecided) items.push(...textAfter(after));
    try {
      await outbox.transact(items, event ? [{ ...event, key: nameOf(after), sequence }] : []);
      return after;
    } catch (error) {
      if (error instanceof ConditionFailed) return undefined;
      throw error;
    }
  }

  /** Changes a target, with everything that goes with it, whoever else changes it meanwhile. @returns the target as it is now. */
  const change = (ref: TargetRef, decide: DecideTarget, more: More = () => []): Promise<StoredTarget | undefined> =>
    retryUntilDeadline(
      async () => {
        const before = await find(ref);
        const after = await decide(before);
        if (!after || after === before) return before;
        return (await write(before, after, more)) ?? again;
      },
      () => failure('CONFLICT'),
    );

  return {
    find,
    change,

    /** The same for one that is seen for the first time, with its text; later calls change nothing. */
    insert: (ref: TargetRef, text: string, decide: () => Promise<Target>) =>
      change(
        ref,
        async (before) => (before ? undefined : decide()),
        ({ decision }) => [
          put(textKey(ref), { text, expiresAt: decision.status === 'CLEAN' ? expiryIn(keptMs) : undefined }),
        ],
      ),

    async text(ref: TargetRef): Promise<string | undefined> {
      const found = await get<Item & { text?: string }>(textKey(ref));
      return found && isLive(found) ? found.text : undefined;
    },

    /** Adds a report and what it makes of the target, once a person. */
    async report(ref: TargetRef, report: Report, decide: (before: StoredTarget | undefined) => Target): Promise<void> {
      const key = reportKey(ref, report.by);
      const item = put(key, report);
      let alone = false;
      const decideOnce: DecideTarget = async (before) => {
        const after = decide(before);
        if (await get(key)) return undefined;
        alone = after === before;
        return after;
      };
      await change(ref, decideOnce, () => [item]);
      if (alone) await transact(client, [item]);
    },

    /** What was decided about a target, the latest first. */
    decisions: (ref: TargetRef, { limit, after }: Page): Promise<(Decision & Item)[]> =>
      queryPartition(client, table, {
        pk: targetKey(ref).pk,
        prefix: 'DECISION#',
        limit,
        after,
        newestFirst: true,
      }),

    /** The reports of a target, by the id of who reported. */
    reports: (ref: TargetRef, { limit, after }: Page): Promise<(Report & Item)[]> =>
      queryPartition(client, table, { pk: targetKey(ref).pk, prefix: 'REPORT#', limit, after }),
  };
}
