const headEnd = Buffer.from('\r\n\r\n');
const lineEnd = Buffer.from('\r\n');

/** A request or an answer of HTTP/1.1. */
export interface Message {
  /** Its first line and its headers. */
  head: string;
  body: Buffer;
}

/**
 * Reads messages of HTTP/1.1 from what a socket gives. No more of the protocol than gateways use towards a client and a subgraph, so that
 * neither the load nor the subgraphs are what a benchmark measures: bodies with a length, or in chunks without trailers.
 */
export function messageReader(onMessage: (message: Message) => void): (chunk: Buffer) => void {
  let held: Buffer[] = [];
  let size = 0;
  let needed = 0;

  return (chunk) => {
    held.push(chunk);
    size += chunk.length;
    while (size > 0 && size >= needed) {
      const bytes = held.length === 1 && held[0] ? held[0] : Buffer.concat(held, size);
      const read = readMessage(bytes);
      if (typeof read === 'number') {
        held = [bytes];
        needed = Math.max(read, size + 1);
        return;
      }
      size = bytes.length - read.end;
      held = size > 0 ? [bytes.subarray(read.end)] : [];
      needed = 0;
      onMessage(read);
    }
  };
}

/** @returns the first message, or how many bytes it has at least. */
function readMessage(bytes: Buffer): (Message & { end: number }) | number {
  const end = bytes.indexOf(headEnd);
  if (end < 0) return bytes.length + 1;
  const head = bytes.toString('latin1', 0, end);
  const start = end + headEnd.length;
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  if (length !== undefined) {
    const bodyEnd = start + Number(length);
    return bytes.length < bodyEnd ? bodyEnd : { head, body: bytes.subarray(start, bodyEnd), end: bodyEnd };
  }
  if (/\r\ntransfer-encoding: *chunked/i.test(head)) return readChunks(bytes, start, head);
  return { head, body: bytes.subarray(start, start), end: start };
}

function readChunks(bytes: Buffer, start: number, head: string): (Message & { end: number }) | number {
  const parts: Buffer[] = [];
  for (let at = start; ; ) {
    const line = bytes.indexOf(lineEnd, at);
    if (line < 0) return bytes.length + 1;
    const length = Number.parseInt(bytes.toString('latin1', at, line), 16);
    const from = line + lineEnd.length;
    const next = from + length + lineEnd.length;
    if (bytes.length < next) return next;
    if (length === 0) return { head, body: Buffer.concat(parts), end: next };
    parts.push(bytes.subarray(from, from + length));
    at = next;
  }
}
