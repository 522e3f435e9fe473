import { setting } from '@banyan/kit';
import { z } from 'zod';

/** What the operator can set of the way to the subgraphs. */
export const transportSettings = z.object({
  /** How long one fetch from a subgraph may take, its retries included. The deadline of the client's request may leave it less. */
  SUBGRAPH_TIMEOUT_MS: setting.milliseconds.max(3_600_000).default(3_000),
  /** Connections to one subgraph, each with one request at a time: so many are asked of it at once. */
  SUBGRAPH_CONNECTIONS: z.coerce.number().int().positive().default(100),
  /** Fetches that wait for one of those connections; what comes beyond them is refused at once. */
  SUBGRAPH_QUEUE: z.coerce.number().int().min(0).default(1_000),
  /** The largest answer that is read; what is longer is cut off there. To parse so much stops everybody else for a tenth of a second. */
  SUBGRAPH_MAX_ANSWER_BYTES: z.coerce
    .number()
    .int()
    .positive()
    .default(16 * 2 ** 20),
  /** How often a query is sent again when its subgraph cannot be reached. A mutation never is. */
  SUBGRAPH_RETRIES: z.coerce.number().int().min(0).max(10).default(2),
  /** Equal queries in flight for one identity share one fetch. */
  SUBGRAPH_DEDUPLICATION: z.stringbool().default(true),
  /** How much text of last answers is kept, in characters, so that what was made from them is used again when the same ones come. */
  SUBGRAPH_MEMO_BYTES: z.coerce
    .number()
    .int()
    .positive()
    .default(8 * 2 ** 20),
  /** A subgraph is left alone once so many fetches of ten seconds failed, and they are half of all or more. */
  SUBGRAPH_BREAKER_FAILURES: z.coerce.number().int().positive().default(10),
  /** How long it is then left alone, before one fetch tries whether it is back. */
  SUBGRAPH_BREAKER_OPEN_MS: setting.milliseconds.default(1_000),
});

export type TransportSettings = z.output<typeof transportSettings>;
