const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const byteOrderMark = '\uFEFF';

/** One event of a stream. */
export interface StreamEvent {
  /** Of the field `event`; `message` where there is none. */
  type: string;
  data: string;
}

/** An event that is longer than is read. */
export class EventTooLarge extends Error {}

/**
 * Reads an event stream, in whatever pieces it comes (https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream).
 * Unlike there, an event without data is told of as well: GraphQL over SSE completes a stream with one. What an event keeps in memory
 * is bounded, however it is written.
 */
export class EventStreamReader {
  readonly #maxBytes: number;
  readonly #tell: (event: StreamEvent) => void;
  /** The beginning of a line whose end has not come. */
  #begun: Buffer[] = [];
  #begunBytes = 0;
  /** What the lines of the event so far take. */
  #eventBytes = 0;
  #type: string | undefined;
  #data: string[] = [];
  #isFirstLine = true;
  /** The last byte was a CR: an LF after it belongs to the same end of line. */
  #afterReturn = false;

  constructor(maxBytes: number, tell: (event: StreamEvent) => void) {
    this.#maxBytes = maxBytes;
    this.#tell = tell;
  }

  /** @throws EventTooLarge */
  push(chunk: Buffer): void {
    let from = 0;
    if (this.#afterReturn && chunk.length > 0) {
      if (chunk[0] === lineFeed) from = 1;
      this.#afterReturn = false;
    }
    let feed = chunk.indexOf(lineFeed, from);
    let end = chunk.indexOf(carriageReturn, from);
    while (feed >= 0 || end >= 0) {
      const isReturn = end >= 0 && (feed < 0 || end < feed);
      const at = isReturn ? end : feed;
      this.#endLine(chunk.subarray(from, at));
      from = at + 1;
      if (isReturn && from === chunk.length) this.#afterReturn = true;
      if (isReturn && feed === from) from++;
      if (feed >= 0 && feed < from) feed = chunk.indexOf(lineFeed, from);
      if (end >= 0 && end < from) end = chunk.indexOf(carriageReturn, from);
    }
    if (from < chunk.length) {
      // A copy, as the memory of a chunk is its giver's.
      this.#begun.push(Buffer.from(chunk.subarray(from)));
      this.#begunBytes += chunk.length - from;
      this.#check(this.#begunBytes);
    }
  }

  #endLine(rest: Buffer): void {
    const bytes = this.#begunBytes + rest.length;
    this.#check(bytes);
    let line = this.#begun.length === 0 ? rest.toString() : Buffer.concat([...this.#begun, rest]).toString();
    this.#begun = [];
    this.#begunBytes = 0;
    if (this.#isFirstLine && line.startsWith(byteOrderMark)) line = line.slice(1);
    this.#isFirstLine = false;
    if (line === '') this.#endEvent();
    else if (!line.startsWith(':')) {
      this.#eventBytes += bytes + 1;
      this.#field(line);
    }
  }

  #field(line: string): void {
    const colon = line.indexOf(':');
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + (line[colon + 1] === ' ' ? 2 : 1));
    if (name === 'event') this.#type = value;
    else if (name === 'data') this.#data.push(value);
  }

  #endEvent(): void {
    const event = { type: this.#type || 'message', data: this.#data.join('\n') };
    const isEvent = this.#type !== undefined || this.#data.length > 0;
    this.#type = undefined;
    this.#data = [];
    this.#eventBytes = 0;
    if (isEvent) this.#tell(event);
  }

  #check(lineBytes: number): void {
    if (this.#eventBytes + lineBytes > this.#maxBytes) {
      throw new EventTooLarge(`an event is longer than ${this.#maxBytes} bytes`);
    }
  }
}
