import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { until } from './until.ts';

/** One subscription that has come to the subgraph. */
export interface Stream {
  headers: IncomingHttpHeaders;
  body: { query: string; variables?: Record<string, unknown> };
  isClosed: boolean;
  /** What was sent and is not taken, in bytes. */
  readonly waiting: number;
  next(answer: unknown): void;
  /** As it is on the wire. */
  write(text: string): void;
  complete(): void;
  /** Ends without completing. */
  end(): void;
  /** Breaks the connection off. */
  breakOff(): void;
}

/** A subgraph with subscriptions, over HTTP on a port of its own. */
export interface EventSubgraph {
  url: string;
  readonly streams: Stream[];
  /** How many of them are open. */
  readonly open: number;
  /** Answers in place of accepting with an event stream. */
  answer: (response: ServerResponse) => void;
  /** The subscription of that number, once it has come. */
  stream(at?: number): Promise<Stream>;
  stop(): Promise<void>;
}

export const accept = (response: ServerResponse): void => {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
  response.write(':\n\n');
};

export async function startEventSubgraph(): Promise<EventSubgraph> {
  const streams: Stream[] = [];
  const server = createServer(async (request, response) => {
    const body = JSON.parse(await text(request));
    const stream: Stream = {
      headers: request.headers,
      body,
      isClosed: false,
      get waiting() {
        return response.writableLength;
      },
      next: (answer) => void response.write(`event: next\ndata: ${JSON.stringify(answer)}\n\n`),
      write: (piece) => void response.write(piece),
      complete: () => void response.end('event: complete\n\n'),
      end: () => void response.end(),
      breakOff: () => void response.destroy(),
    };
    response.once('close', () => {
      stream.isClosed = true;
    });
    subgraph.answer(response);
    streams.push(stream);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const subgraph: EventSubgraph = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    streams,
    get open() {
      return streams.filter(({ isClosed }) => !isClosed).length;
    },
    answer: accept,
    async stream(at = 0) {
      await until(`${at + 1} subscriptions reach the subgraph`, () => streams.length > at);
      return streams[at] as Stream;
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return subgraph;
}
