/** A place in a text: bytes of UTF-8 from its start; lines and columns count from 1, columns in UTF-16 units as GraphQL.js has them. */
export interface Position {
  byteOffset: number;
  line: number;
  column: number;
}

/** From the first character up to, and without, the one at the end; there is none behind the last of a text. */
export interface Location {
  start: Position;
  end: Position;
}

/**
 * Translates offsets of GraphQL.js (UTF-16 units) for Rover, which wants bytes that lie on characters and inside of the text: an offset at or
 * beyond the end is moved to the last character, one inside of a character to its start. (Rover 0.41 crashes on anything else.)
 * @returns the location from one offset to another.
 */
export function createLocator(text: string): (start: number, end: number) => Location {
  const lines = [0, ...[...text.matchAll(/\r\n|[\n\r]/g)].map((match) => match.index + match[0].length)];
  const bytesBefore = [0];
  for (let at = 1; at < lines.length; at += 1) {
    bytesBefore.push((bytesBefore[at - 1] ?? 0) + Buffer.byteLength(text.slice(lines[at - 1], lines[at])));
  }

  function position(wanted: number): Position {
    const offset = characterStart(text, Math.min(wanted, Math.max(text.length - 1, 0)));
    const line = lineOf(offset);
    const start = lines[line] ?? 0;
    const byteOffset = (bytesBefore[line] ?? 0) + Buffer.byteLength(text.slice(start, offset));
    return { byteOffset, line: line + 1, column: offset - start + 1 };
  }

  /** The last line that starts at or before the offset. */
  function lineOf(offset: number): number {
    let low = 0;
    let high = lines.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((lines[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  return (start, end) => ({ start: position(start), end: position(end) });
}

/** The second half of a surrogate pair is inside of a character. */
const characterStart = (text: string, offset: number) =>
  offset > 0 && (text.codePointAt(offset - 1) ?? 0) > 0xffff ? offset - 1 : offset;
