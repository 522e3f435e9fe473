import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { type Item, isId, newId, queryPartition, transact, UserMistake } from '@banyan/kit';
import { formatGraphRef, type GraphRef } from '../graphs/graphRef.ts';
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

const partitionOf = (ref: GraphRef) => `MARK#${formatGraphRef(ref)}`;

/** What people have called safe in the checks of each variant. */
export function createMarks(client: DynamoDBDocumentClient, table: string) {
  const list = async (ref: GraphRef): Promise<SafeMark[]> => {
    const found = await queryPartition<Item & SafeMark>(client, table, {
      pk: partitionOf(ref),
      prefix: '',
      limit: maxMarks,
      newestFirst: true,
      consistent: true,
    });
    return found.map(({ pk: _, sk: __, ...mark }) => mark);
  };

  return {
    /** All marks of a variant, those that were undone too, newest first. */
    list,

    /** What the checks of a variant let pass. */
    async inForce(ref: GraphRef): Promise<SafeMarks> {
      const marks = (await list(ref)).filter(({ undoneAt }) => undoneAt === undefined);
      return {
        // A code that no change has marks nothing.
        safeChanges: marks.flatMap(({ code, coordinate, member }) =>
          code && coordinate !== undefined ? [{ code: code as ChangeCode, coordinate, member }] : [],
        ),
        safeOperations: marks.flatMap(({ operationId }) => operationId ?? []),
      };
    },

    /** @throws UserMistake for a mark without a reason, or too many. */
    async add(ref: GraphRef, marked: Marked, reason: string, by: Actor): Promise<SafeMark> {
      if (reason.trim() === '') throw new UserMistake('BAD_USER_INPUT', 'reason', 'Say why it is safe.');
      if ([reason, ...Object.values(marked)].some((text) => text && text.length > maxLength)) {
        throw new UserMistake('BAD_USER_INPUT', null, `A mark's texts have at most ${maxLength} characters each.`);
      }
      if ((await list(ref)).length >= maxMarks) {
        throw new UserMistake('CONFLICT', null, `A variant has at most ${maxMarks} marks.`);
      }
      const mark = { id: newId(), ...marked, reason: reason.trim(), by: byOf(by), at: new Date().toISOString() };
      await transact(client, [{ Put: { TableName: table, Item: { ...mark, pk: partitionOf(ref), sk: mark.id } } }]);
      return mark;
    },

    /** Takes a mark back; done twice it stays as it was the first time. @throws UserMistake where there is none. */
    async undo(ref: GraphRef, id: string, by: Actor): Promise<SafeMark> {
      const found = isId(id) && (await list(ref)).find((mark) => mark.id === id);
      if (!found) throw new UserMistake('NOT_FOUND', 'id', 'There is no such mark.');
      const answer = await client.send(
        new UpdateCommand({
          TableName: table,
          Key: { pk: partitionOf(ref), sk: id },
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
