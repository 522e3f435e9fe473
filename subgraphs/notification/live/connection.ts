import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';

/** One live stream of server-sent events to one reader. */
export interface Connection {
  /** Ends with the stream, whoever ends it. */
  signal: AbortSignal;
  /** Waits until the reader has taken what was sent; cuts off one who takes nothing for the time of a heartbeat. */
  room(): Promise<void>;
  /** Sends these messages, and heartbeats between them, until they end or the reader goes. */
  send(messages: AsyncIterable<string>): Promise<void>;
  /** Lets the stream end: the reader is told that it is complete. */
  end(): void;
}

/** A comment of the event stream, which readers pass over. https://html.spec.whatwg.org/multipage/server-sent-events.html */
const heartbeat = ':\n\n';

/** @param lifeMs how long the stream lasts at most. */
export function openConnection(raw: ServerResponse, heartbeatMs: number, lifeMs: number): Connection {
  const ending = new AbortController();
  const end = () => ending.abort();
  const life = setTimeout(end, lifeMs);
  raw.once('close', () => {
    clearTimeout(life);
    end();
  });

  return {
    signal: ending.signal,
    end,
    async room() {
      if (!raw.writableNeedDrain) return;
      const tooLate = AbortSignal.timeout(heartbeatMs);
      await once(raw, 'drain', { signal: AbortSignal.any([ending.signal, tooLate]) }).catch((error) => {
        raw.destroy();
        throw error;
      });
    },
    async send(messages) {
      const beating = setInterval(() => raw.writableNeedDrain || raw.write(heartbeat), heartbeatMs);
      try {
        await pipeline(messages, raw);
      } finally {
        clearInterval(beating);
      }
    },
  };
}
