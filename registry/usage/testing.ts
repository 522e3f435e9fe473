import { gzipSync } from 'node:zlib';
import { type IReport, type ITrace, Report, Trace } from '@apollo/usage-reporting-protobuf';

/** A report as it is sent. */
export const bodyOf = (report: IReport): Buffer => gzipSync(Report.encode(report).finish());

export const header = { graphRef: 'shop@current', hostname: 'here' };

/** A report of some traces of one operation. */
export const ofTraces = (key: string, traces: ITrace[], more: IReport = {}): IReport => ({
  header,
  tracesPerQuery: { [key]: { trace: traces.map((trace) => Trace.encode(trace).finish()) } },
  ...more,
});

/** A report of one operation, sent so often by one client. */
export const ofRequests = (key: string, requestCount: number, more: IReport = {}, clientName = 'web'): IReport => ({
  header,
  tracesPerQuery: {
    [key]: {
      statsWithContext: [
        {
          context: { clientName, clientVersion: '1' },
          queryLatencyStats: { requestCount, latencyCount: [-10, requestCount], requestsWithErrorsCount: 0 },
        },
      ],
      referencedFieldsByType: { Query: { fieldNames: ['me'] } },
    },
  },
  ...more,
});
