import { parentPort } from 'node:worker_threads';
import { BadReport } from './badReport.ts';
import { readReport } from './readReport.ts';
import type { Tally } from './tally.ts';

export interface ReadTask {
  id: number;
  body: Uint8Array;
  limit: number;
}

export type ReadResult = { id: number } & ({ tally: Tally } | { refused: { status: 400 | 413; message: string } });

/** The thread of `createReportReader`: one report after another. */
parentPort?.on('message', ({ id, body, limit }: ReadTask) => {
  const answer = (result: ReadResult) => parentPort?.postMessage(result);
  try {
    answer({ id, tally: readReport(body, limit) });
  } catch (error) {
    // Whatever else a report does to its reader, it is the report that is bad.
    const { status, message } = error instanceof BadReport ? error : new BadReport('the body is not a report');
    answer({ id, refused: { status, message } });
  }
});
