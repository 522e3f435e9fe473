import { gunzipSync } from 'node:zlib';
import { Report } from '@apollo/usage-reporting-protobuf';
import { BadReport } from './badReport.ts';
import { countReport } from './countReport.ts';
import type { Tally } from './tally.ts';

/**
 * What a report's body says: gzip of a protobuf `Report`. It takes some 30 ms for each MiB, so it is done in a thread of its own
 * (`createReportReader`).
 * @param limit the most bytes that it may become.
 * @throws BadReport for what is no report, or too large a one.
 */
export function readReport(body: Uint8Array, limit: number): Tally {
  const bytes = inflate(body, limit);
  let report: Report;
  try {
    report = Report.decode(bytes);
  } catch {
    // Also a RangeError: of a message nested deeper than the stack.
    throw new BadReport('the body is not a report');
  }
  return countReport(report);
}

function inflate(body: Uint8Array, maxOutputLength: number): Uint8Array {
  try {
    return gunzipSync(body, { maxOutputLength });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_BUFFER_TOO_LARGE') throw new BadReport('the body is not gzip');
    throw new BadReport(`the report is longer than ${maxOutputLength} bytes`, 413);
  }
}
