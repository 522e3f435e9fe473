import type { Spread } from './statistics.ts';
import type { Summary } from './summary.ts';

/** Below it something else than the contestant was the limit. */
const busyEnough = 0.9;

const columns: [title: string, cell: (summary: Summary) => string][] = [
  ['', ({ name }) => name],
  ['requests/s', ({ requestsASecond }) => range(requestsASecond)],
  ['ratio', ({ ratio }) => `${digits(ratio.median)}×`],
  ['p50 ms', ({ p50 }) => digits(p50)],
  ['p95 ms', ({ p95 }) => digits(p95)],
  ['CPU ms a request', ({ cpuMsEach }) => range(cpuMsEach)],
  ['ratio', ({ cpuRatio }) => `${range(cpuRatio)}×`],
  ['upstream each', ({ upstreamEach }) => digits(upstreamEach)],
  ['MiB', ({ memory }) => memory.toFixed(0)],
  ['busy', ({ busy }) => `${(busy * 100).toFixed(0)} %${busy < busyEnough ? '*' : ''}`],
  ['load busy', ({ loadBusy }) => `${(loadBusy * 100).toFixed(0)} %`],
];

/** The summaries as a table for a terminal, medians with the least and the most. */
export function table(summaries: readonly Summary[]): string {
  const rows = [
    columns.map(([title]) => title),
    ...summaries.map((summary) => columns.map(([, cell]) => cell(summary))),
  ];
  const widths = columns.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  '),
  );
  const isLimited = summaries.some(({ busy }) => busy < busyEnough);
  const note = '* not all of its core: the load, the subgraphs or another program were the limit.';
  return [...lines, ...(isLimited ? [note] : [])].join('\n');
}

const range = ({ median, least, most }: Spread) => `${digits(median)} (${digits(least)}–${digits(most)})`;

/** Three significant ones. */
function digits(value: number): string {
  if (Number.isNaN(value)) return '–';
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(value >= 1 ? 2 : 3);
}
