import { type Server as HttpServer, type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { handleProtocols, type Server } from 'graphql-ws';
import { WebSocketServer } from 'ws';
import type { Addresses } from './addresses.ts';
import { partingMs } from './operations.ts';
import type { SubscriptionSettings } from './settings.ts';
import { type Extra, WebSocketPeer } from './webSocketPeer.ts';

export interface WebSocketOptions {
  protocol: Server<Extra>;
  addresses: Addresses;
  addressOf: (request: IncomingMessage) => string;
  /** Origins of pages, beside our own, that may connect. */
  allowedOrigins: readonly string[];
  settings: SubscriptionSettings;
}

/** The WebSockets of a server. */
export class WebSockets {
  readonly #options: WebSocketOptions;
  readonly #server: WebSocketServer;
  readonly #peers = new Set<WebSocketPeer>();
  #isStopping = false;

  constructor(options: WebSocketOptions) {
    this.#options = options;
    this.#server = new WebSocketServer({
      noServer: true,
      clientTracking: false,
      maxPayload: options.settings.WEBSOCKET_MAX_MESSAGE_BYTES,
      // Who offers others gets none of them, and is closed with 4406 then.
      handleProtocols,
    });
  }

  /** Takes the upgrades of a server at a path. */
  attach(server: HttpServer, path: string): void {
    const isOurs = ({ url = '', headers }: IncomingMessage) =>
      headers.upgrade?.toLowerCase() === 'websocket' && url.split('?', 1)[0] === path;
    // Without it, a server that takes upgrades has no answer to those that it does not: some clients offer HTTP/2 so with each request.
    // https://nodejs.org/docs/latest-v24.x/api/http.html#httpcreateserveroptions-requestlistener
    Object.assign(server, { shouldUpgradeCallback: isOurs });
    server.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head));
  }

  /** Refuses new ones, lets operations end for a while, and closes all. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    await Promise.all([...this.#peers].map((peer) => peer.goAway(partingMs)));
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const { addresses, addressOf, protocol, settings } = this.#options;
    const ip = addressOf(request);
    const leave = this.#isStopping || !this.#allows(request) ? undefined : addresses.enter(ip);
    if (!leave) {
      refuse(socket, this.#isStopping ? 503 : this.#allows(request) ? 429 : 403);
      return;
    }
    // Also where the handshake fails.
    socket.once('close', leave);
    this.#server.handleUpgrade(request, socket, head, (webSocket) => {
      const { method = 'GET', headers } = request;
      const peer = new WebSocketPeer(webSocket, { ip, method, headers }, protocol, settings);
      this.#peers.add(peer);
      void peer.closed.then(() => this.#peers.delete(peer));
    });
  }

  /** Browsers let every page connect and leave it to us. https://www.rfc-editor.org/rfc/rfc6455#section-10.2 */
  #allows({ headers: { origin, host } }: IncomingMessage): boolean {
    if (origin === undefined || this.#options.allowedOrigins.includes(origin)) return true;
    return URL.canParse(origin) && new URL(origin).host === host;
  }
}

function refuse(socket: Duplex, status: number): void {
  socket.on('error', () => {});
  const head = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`;
  socket.end(head, () => socket.destroy());
}
