import { once } from 'node:events';
import { type ClientOptions, WebSocket } from 'ws';
import { until } from './until.ts';

/** A WebSocket that sends whatever it is told, of the protocol or not. */
export interface RawWebSocket {
  socket: WebSocket;
  received: { type: string; id?: string; payload?: unknown }[];
  /** The code with which it was closed. */
  closed: Promise<number>;
  send(message: unknown): void;
  has(type: string, count?: number): Promise<void>;
}

export async function openRaw(
  url: string,
  options: ClientOptions = {},
  protocols = ['graphql-transport-ws'],
): Promise<RawWebSocket> {
  const socket = new WebSocket(url.replace('http', 'ws'), protocols, options);
  const received: RawWebSocket['received'] = [];
  const closed = Promise.withResolvers<number>();
  socket.on('message', (data) => received.push(JSON.parse(String(data))));
  socket.on('close', closed.resolve);
  await once(socket, 'open');
  socket.on('error', () => {});
  return {
    socket,
    received,
    closed: closed.promise,
    send: (message) => socket.send(typeof message === 'string' ? message : JSON.stringify(message)),
    has: (type, count = 1) =>
      until(`${count} ${type}`, () => received.filter((message) => message.type === type).length >= count),
  };
}

/** The same, after `connection_init`. */
export async function connectRaw(url: string, options?: ClientOptions): Promise<RawWebSocket> {
  const raw = await openRaw(url, options);
  raw.send({ type: 'connection_init' });
  await raw.has('connection_ack');
  return raw;
}

/** The status of HTTP with which a handshake is refused. */
export async function refusedStatus(url: string, options: ClientOptions = {}): Promise<number> {
  const socket = new WebSocket(url.replace('http', 'ws'), ['graphql-transport-ws'], options);
  socket.on('error', () => {});
  const [request, response] = await once(socket, 'unexpected-response');
  request.destroy();
  return response.statusCode;
}
