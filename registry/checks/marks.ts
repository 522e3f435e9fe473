import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { type Item, isId, newId, queryPartition, transact, UserMistake } from '@banyan/kit';
import { formatGraphRef, type GraphRef } from '../graphs/graphRef.ts';
import type { Variant } from '../graphs/graphs.ts';
import { createHeadStore } from '../graphs/store/heads.ts';
import { type Actor, type By, byOf } from '../keys/actor.ts';
import type { ChangeCode } from './changes/change.ts';
import type { SafeMarks } from './operations/safeMarks.ts';

/** Somebody's word that a change, or an operation, is safe. It is never deleted, only undone. */
export interface SafeMark {
  id: string;
  /** Of a change, with its coordinate. */
  code?: string;
  coordinate?: string;
  /** What came or went there; absent, whatever it is. */
  member?: string;
  /** Of an operation. */
  operationId?: string;
  reason: string;
  by: By;
  /** Times are ISO 8601, UTC. */
  at: string;
  undoneBy?: By;
  undoneAt?: string;
}

/** What is called safe. */
export type Marked = { code: string; coordinate: string; member?: string } | { operationId: string };

const maxMarks = 1_000;
const maxLength = 1_024;

type BornVariant = Pick<Variant, 'ref' | 'born'>;

/** A variant that was deleted and made again is another one, of which nobody has said anything yet. */
const partitionOf = ({ ref, born }: BornVariant) => `MARK#${formatGraphRef(ref)}#${born}`;

/** What people have called safe in the checks of each variant. */
export function createMarks(client: DynamoDBDocumentClient, table: string) {
  const heads = createHeadStore({ client, table });

  const variantOf = async (ref: GraphRef): Promise<BornVariant | undefined> => {
    const head = await heads.head(ref);
    return head && { ref, born: head.born };
  };

  const listOf = async (variant: BornVariant): Promise<SafeMark[]> => {
    const found = await queryPartition<Item & SafeMark>(client, table, {
      pk: partitionOf(variant),
      prefix: '',
      limit: maxMarks,
      newestFirst: true,
      consistent: true,
    });
    return found.map(({ pk: _, sk: __, ...mark }) => mark);
  };

  return {
    /** All marks of a variant, those that were undone too, newest first; none of one that there is not. */
    async list(ref: GraphRef): Promise<SafeMark[]> {
      const variant = await variantOf(ref);
      return variant ? listOf(variant) : [];
    },

    /** What the checks of a variant let pass. */
    async inForce(variant: BornVariant): Promise<SafeMarks> {
      const marks = (await listOf(variant)).filter(({ undoneAt }) => undoneAt === undefined);
      return {
        // A code that no change has marks nothing.
        safeChanges: marks.flatMap(({ code, coordinate, member }) =>
          code && coordinate !== undefined ? [{ code: code as ChangeCode, coordinate, member }] : [],
        ),
        safeOperations: marks.flatMap(({ operationId }) => operationId ?? []),
      };
    },

    /** @throws UserMistake for a mark without a reason, or too many, or where there is no such variant. */
    async add(ref: GraphRef, marked: Marked, reason: string, by: Actor): Promise<SafeMark> {
      if (reason.trim() === '') throw new UserMistake('BAD_USER_INPUT', 'reason', 'Say why it is safe.');
      if ([reason, ...Object.values(marked)].some((text) => text && text.length > maxLength)) {
        throw new UserMistake('BAD_USER_INPUT', null, `A mark's texts have at most ${maxLength} characters each.`);
      }
      const variant = await variantOf(ref);
      if (!variant) throw new UserMistake('NOT_FOUND', null, `There is no ${formatGraphRef(ref)}.`);
      if ((await listOf(variant)).length >= maxMarks) {
        throw new UserMistake('CONFLICT', null, `A variant has at most ${maxMarks} marks.`);
      }
      const mark = { id: newId(), ...marked, reason: reason.trim(), by: byOf(by), at: new Date().toISOString() };
      await transact(client, [{ Put: { TableName: table, Item: { ...mark, pk: partitionOf(variant), sk: mark.id } } }]);
      return mark;
    },

    /** Takes a mark back; done twice it stays as it was the first time. @throws UserMistake where there is none. */
    async undo(ref: GraphRef, id: string, by: Actor): Promise<SafeMark> {
      const variant = isId(id) && (await variantOf(ref));
      const found = variant && (await listOf(variant)).find((mark) => mark.id === id);
      if (!found) throw new UserMistake('NOT_FOUND', 'id', 'There is no such mark.');
      const answer = await client.send(
        new UpdateCommand({
          TableName: table,
          Key: { pk: partitionOf(variant), sk: id },
          UpdateExpression: 'SET undoneBy = if_not_exists(undoneBy, :by), undoneAt = if_not_exists(undoneAt, :at)',
          ExpressionAttributeValues: { ':by': byOf(by), ':at': new Date().toISOString() },
          ReturnValues: 'ALL_NEW',
        }),
      );
      const { pk: _, sk: __, ...mark } = answer.Attributes as Item & SafeMark;
      return mark;
    },
  };
}

export type Marks = ReturnType<typeof createMarks>;
