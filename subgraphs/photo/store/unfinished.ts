import { DeleteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type Item, queryPartition, type TransactItem } from '@banyan/kit';
import type { Photo } from '../photo.ts';

/** An execution of the pipeline, whenever it is started. */
export interface Execution {
  photoId: string;
  /** The trace of the request that completed the upload. */
  correlationId: string;
}

/** The notes of unfinished photos lie in this many partitions, so that no single one takes all of the writes. */
const shards = 4;
const aPage = 25;

const partition = (shard: number) => `UNFINISHED#${shard}`;

/** The last digit of an id is random. */
const noteKey = ({ id, completedAt }: Photo) => ({
  pk: partition(Number.parseInt(id.slice(-1), 16) % shards),
  sk: `${completedAt}#${id}`,
});

/** A sparse list of the photos with which something is still to be done, by the time when their upload was complete. */
export function createUnfinished(client: DynamoDBDocumentClient, table: string) {
  return {
    /** Notes a photo, as a part of a transaction. */
    put: (photo: Photo, correlationId: string): TransactItem => ({
      Put: { TableName: table, Item: { ...noteKey(photo), photoId: photo.id, correlationId } },
    }),

    async remove(photo: Photo): Promise<void> {
      await client.send(new DeleteCommand({ TableName: table, Key: noteKey(photo) }));
    },

    /** Those whose uploads were complete before this time, a page at a time. */
    async *before(time: string): AsyncGenerator<Execution[]> {
      for (let shard = 0; shard < shards; shard++) {
        let after: string | undefined;
        do {
          const page: (Execution & Item)[] = await queryPartition(client, table, {
            pk: partition(shard),
            prefix: '',
            limit: aPage,
            after,
            consistent: true,
          });
          const due = page.filter(({ sk }) => sk < time);
          if (due.length > 0) yield due;
          after = due.length === aPage ? due.at(-1)?.sk : undefined;
        } while (after);
      }
    },
  };
}
