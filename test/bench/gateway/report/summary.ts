import type { Outcome } from '../rounds.ts';
import { median, ratios, type Spread, spread } from './statistics.ts';

/** A contestant's slices as one line of the table. */
export interface Summary {
  name: string;
  title: string;
  requestsASecond: Spread;
  /** To the reference, by requests a second. */
  ratio: Spread;
  p50: number;
  p95: number;
  cpuMsEach: Spread;
  /** To the reference, by processor time a request. */
  cpuRatio: Spread;
  upstreamEach: number;
  memory: number;
  busy: number;
  loadBusy: number;
}

/** @param reference what all are compared with; the first where it does not take part. */
export function summarize(outcomes: readonly Outcome[], reference: string): Summary[] {
  const base = outcomes.find(({ contestant }) => contestant.name === reference) ?? outcomes[0];
  return outcomes.map(({ contestant: { name, title }, slices }) => {
    const of = (key: keyof Outcome['slices'][number]) => slices.map((slice) => slice[key]);
    const ofBase = (key: keyof Outcome['slices'][number]) => base?.slices.map((slice) => slice[key]) ?? [];
    return {
      name,
      title,
      requestsASecond: spread(of('requestsASecond')),
      ratio: ratios(of('requestsASecond'), ofBase('requestsASecond')),
      p50: median(of('p50')),
      p95: median(of('p95')),
      cpuMsEach: spread(of('cpuMsEach')),
      cpuRatio: ratios(of('cpuMsEach'), ofBase('cpuMsEach')),
      upstreamEach: median(of('upstreamEach')),
      memory: Math.max(...of('memory')),
      busy: median(of('busy')),
      loadBusy: median(of('loadBusy')),
    };
  });
}
