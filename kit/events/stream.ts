import {
  CreateStreamCommand,
  DescribeStreamSummaryCommand,
  GetRecordsCommand,
  GetShardIteratorCommand,
  KinesisClient,
  ListShardsCommand,
  PutRecordsCommand,
  ResourceInUseException,
  waitUntilStreamExists,
} from '@aws-sdk/client-kinesis';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { CloudEvent } from './event.ts';

const shardCount = 2;
const recordsARead = 500;

export interface StreamRecord {
  sequenceNumber: string;
  event: CloudEvent;
}

export interface StreamShard {
  id: string;
  /** The shards that were split or merged into this one: their records come before its own. */
  parents: string[];
}

/** The ordered stream between the domains: Kinesis, or what speaks its API. */
export interface EventStream {
  /** Creates the stream where it is embedded (`AWS_ENDPOINT_URL_KINESIS`). */
  ensure(): Promise<void>;
  /** Sends events of different keys; says for each whether the stream acknowledged it. At most 500. */
  send(events: CloudEvent[]): Promise<boolean[]>;
  shards(): Promise<StreamShard[]>;
  /** Where to read on: after a sequence number, or from the oldest record that is kept. */
  iterator(shard: string, after?: string): Promise<string>;
  /** The next records, in order, and where to read on; no `next` when the shard has ended. */
  read(iterator: string): Promise<{ records: StreamRecord[]; next?: string }>;
}

/** The plain HTTP handler serves the embedded stream too, which the SDK's own choice (HTTP/2) does not. */
export function createStream(name: string): EventStream {
  const client = new KinesisClient({
    maxAttempts: 3,
    requestHandler: new NodeHttpHandler({ connectionTimeout: 500, requestTimeout: 5_000, throwOnRequestTimeout: true }),
  });
  const StreamName = name;

  return {
    async ensure() {
      if (process.env.AWS_ENDPOINT_URL_KINESIS) {
        await client.send(new CreateStreamCommand({ StreamName, ShardCount: shardCount })).catch((error) => {
          if (!(error instanceof ResourceInUseException)) throw error;
        });
        await waitUntilStreamExists({ client, maxWaitTime: 15, minDelay: 1, maxDelay: 1 }, { StreamName });
      }
      await client.send(new DescribeStreamSummaryCommand({ StreamName }));
    },
    async send(events) {
      const Records = events.map((event) => ({
        Data: Buffer.from(JSON.stringify(event)),
        PartitionKey: event.subject,
      }));
      const answer = await client.send(new PutRecordsCommand({ StreamName, Records }));
      return events.map((_, index) => Boolean(answer.Records?.[index]?.SequenceNumber));
    },
    async shards() {
      const found: StreamShard[] = [];
      let NextToken: string | undefined;
      do {
        const page = await client.send(new ListShardsCommand(NextToken ? { NextToken } : { StreamName }));
        for (const shard of page.Shards ?? []) {
          const parents = [shard.ParentShardId, shard.AdjacentParentShardId].filter((id) => id !== undefined);
          found.push({ id: shard.ShardId ?? '', parents });
        }
        NextToken = page.NextToken;
      } while (NextToken);
      return found;
    },
    async iterator(shard, after) {
      const from = after
        ? { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER' as const, StartingSequenceNumber: after }
        : { ShardIteratorType: 'TRIM_HORIZON' as const };
      const answer = await client.send(new GetShardIteratorCommand({ StreamName, ShardId: shard, ...from }));
      return answer.ShardIterator ?? '';
    },
    async read(iterator) {
      const answer = await client.send(new GetRecordsCommand({ ShardIterator: iterator, Limit: recordsARead }));
      const records = (answer.Records ?? []).map(({ Data, SequenceNumber }) => ({
        sequenceNumber: SequenceNumber ?? '',
        event: JSON.parse(Buffer.from(Data ?? []).toString()) as CloudEvent,
      }));
      return { records, next: answer.NextShardIterator };
    },
  };
}
