import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { batchDelete } from '../store/batch.ts';
import { queryPartition } from '../store/query.ts';
import { type DeadLetter, deadPartition } from './delivery.ts';
import type { EventStream } from './stream.ts';

const pageSize = 100;

/** The dead letters of a domain, oldest first, a page at a time. */
export async function* deadLetters(client: DynamoDBDocumentClient, table: string): AsyncGenerator<DeadLetter[]> {
  let after: string | undefined;
  do {
    const page = await queryPartition<DeadLetter>(client, table, {
      pk: deadPartition,
      prefix: '',
      limit: pageSize,
      after,
      consistent: true,
    });
    yield page;
    after = page.length === pageSize ? page.at(-1)?.sk : undefined;
  } while (after);
}

/**
 * Puts dead letters on the stream again and forgets them: all, or those with these ids. Domains that have handled an event know it by their
 * inbox. One that fails again becomes a dead letter again.
 * @returns how many.
 */
export async function replayDeadLetters(
  client: DynamoDBDocumentClient,
  table: string,
  stream: EventStream,
  ids?: readonly string[],
): Promise<number> {
  let replayed = 0;
  for await (const page of deadLetters(client, table)) {
    const wanted = ids ? page.filter(({ sk }) => ids.includes(sk)) : page;
    for (const letter of wanted) {
      const [acknowledged] = await stream.send([letter.event]);
      if (!acknowledged) throw new Error(`the stream did not take event ${letter.sk}`);
      await batchDelete(client, table, [letter]);
      replayed += 1;
    }
  }
  return replayed;
}
