import { createGunzip } from 'node:zlib';
import { ReportHeader } from '@apollo/usage-reporting-protobuf';
import { BadReport } from './badReport.ts';

const headerField = 1;
const lengthDelimited = 2;
const headLength = 64 * 1024;
/** As Rover has it. */
const graphRefs = /^[a-zA-Z][a-zA-Z0-9_-]{0,63}@.{0,63}$/;

/**
 * The graph ref that a report says it is of, from its first bytes alone: who may not report is refused before anything is
 * unpacked. Every encoder writes the header first, as it has the lowest field number.
 * https://protobuf.dev/programming-guides/encoding/#order
 * @throws BadReport where there is none.
 */
export async function readGraphRef(body: Uint8Array): Promise<string> {
  const header = firstMessage(await startOf(body));
  if (!header) throw new BadReport('the report does not begin with its header');
  let graphRef = '';
  try {
    graphRef = ReportHeader.decode(header).graphRef;
  } catch {
    throw new BadReport('the header of the report cannot be read');
  }
  if (!graphRefs.test(graphRef)) throw new BadReport('the header of the report names no graph');
  return graphRef;
}

async function startOf(body: Uint8Array): Promise<Buffer> {
  const gunzip = createGunzip();
  const parts: Buffer[] = [];
  let length = 0;
  gunzip.end(body);
  try {
    for await (const part of gunzip as AsyncIterable<Buffer>) {
      parts.push(part);
      length += part.length;
      if (length >= headLength) break;
    }
  } catch {
    throw new BadReport('the body is not gzip');
  }
  return Buffer.concat(parts);
}

/** The first field of a message where that is its header. */
function firstMessage(bytes: Buffer): Buffer | undefined {
  if (bytes[0] !== ((headerField << 3) | lengthDelimited)) return undefined;
  let length = 0;
  let at = 1;
  // Three groups of seven bits are more than a header needs.
  for (let shift = 0; shift < 21; shift += 7) {
    const byte = bytes[at++] ?? 0;
    length |= (byte & 0x7f) << shift;
    if (byte < 0x80) return at + length <= bytes.length ? bytes.subarray(at, at + length) : undefined;
  }
  return undefined;
}
