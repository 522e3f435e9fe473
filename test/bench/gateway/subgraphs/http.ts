/** Every answer ends in so much white space, which JSON allows. */
const padding = 24;

/** A whole answer, with its head. */
export function httpAnswer(json: string): Buffer {
  const head = `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(json) + padding}\r\n\r\n`;
  return Buffer.from(head + json + ' '.repeat(padding));
}

/** The same answer in other bytes: the number's bits are blanks and tabs at its end. */
export function inOtherBytes(answer: Buffer, number: number): Buffer {
  const copy = Buffer.from(answer);
  for (let bit = 0; bit < padding; bit++) if ((number >> bit) & 1) copy[copy.length - 1 - bit] = 9;
  return copy;
}

export const notFound = Buffer.from('HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n');
