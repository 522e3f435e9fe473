import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { createLog } from '@banyan/kit';
import type { SubgraphRequest } from '../engine/subgraphs.ts';
import type { TransportContext } from './headers.ts';
import { transportSettings } from './settings.ts';
import { createTransport, type Transport } from './transport.ts';

type Answering = (response: ServerResponse, body: string, request: IncomingMessage) => void;

/** A subgraph for tests: it answers as it is told, and remembers what came. */
export interface TestSubgraph {
  url: string;
  answer: Answering;
  readonly requests: { headers: IncomingMessage['headers']; body: string }[];
  /** How many connections were ever made to it. */
  readonly connections: number;
  /** How many of them are closed. */
  readonly closed: number;
  /** Resolves when so many requests have come. */
  reached(count: number): Promise<void>;
  stop(): Promise<void>;
}

export const json =
  (value: unknown, status = 200): Answering =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
  };
export const html =
  (status: number): Answering =>
  (response) => {
    response.writeHead(status, { 'content-type': 'text/html' }).end('<h1>internal-proxy-7 is sad</h1>');
  };
export const good = json({ data: { me: { name: 'Ada' } } });

/** Gives these answers one after the other, the last one for ever. */
export function inTurn(...answers: Answering[]): Answering {
  let turn = 0;
  return (...args) => answers[Math.min(turn++, answers.length - 1)]?.(...args);
}

export async function startTestSubgraph(answer: Answering = good): Promise<TestSubgraph> {
  const requests: TestSubgraph['requests'] = [];
  const awaited: { count: number; resolve: () => void }[] = [];
  const seen = { connections: 0, closed: 0 };
  const server = createServer(async (request, response) => {
    const body = await text(request).catch(() => '');
    requests.push({ headers: request.headers, body });
    for (const { count, resolve } of awaited) if (requests.length >= count) resolve();
    subgraph.answer(response, body, request);
  });
  server.on('connection', (socket) => {
    seen.connections++;
    socket.on('close', () => seen.closed++);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const subgraph: TestSubgraph = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    answer,
    requests,
    get connections() {
      return seen.connections;
    },
    get closed() {
      return seen.closed;
    },
    reached: (count) =>
      new Promise((resolve) => {
        if (requests.length >= count) resolve();
        else awaited.push({ count, resolve });
      }),
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return subgraph;
}

/** Lines that the transport has logged. */
export const logged: string[] = [];

export function transportTo(url: string, settings: Record<string, unknown> = {}): Transport {
  logged.length = 0;
  const log = createLog('test', 'debug', { write: (line) => void logged.push(line) });
  const transport = createTransport(transportSettings.parse(settings), log);
  transport.setSubgraphs(new Map([['people', url]]));
  return transport;
}

export const request = (more: Partial<SubgraphRequest> = {}): SubgraphRequest => ({
  subgraph: 'people',
  query: '{ me { name } }',
  isMutation: false,
  ...more,
});

export const context = (more: Partial<TransportContext> = {}): TransportContext => ({
  authorization: 'Bearer ada',
  correlationId: '0af7651916cd43dd8448eb211c80319c',
  deadline: Number.POSITIVE_INFINITY,
  ...more,
});

/** What came of it: the answer, or the code and service of the error. */
export async function outcome(answer: Promise<unknown>): Promise<unknown> {
  return answer.catch(({ message, extensions }: { message: string; extensions: Record<string, unknown> }) => {
    const { code, service } = extensions;
    return { code, service, message };
  });
}

export const unavailable = {
  code: 'SUBGRAPH_UNAVAILABLE',
  service: 'people',
  message: 'The service "people" is not available now. Try again later.',
};
export const timedOut = {
  code: 'SUBGRAPH_TIMEOUT',
  service: 'people',
  message: 'The service "people" did not answer in time. Try again later.',
};
export const ada = { data: { me: { name: 'Ada' } } };
