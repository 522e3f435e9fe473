/**
 * How long things took, in Apollo's buckets: bucket n holds what took up to 1.1^n microseconds, from 0 to 383.
 * Only the stretch between the first and the last bucket that hold something is kept.
 * https://github.com/apollographql/apollo-server/blob/main/packages/server/src/plugin/usageReporting/durationHistogram.ts
 */
export interface Histogram {
  /** The bucket of `counts[0]`. */
  first: number;
  counts: number[];
}

const buckets = 384;
const base = 1.1;

export const emptyHistogram = (): Histogram => ({ first: 0, counts: [] });

/** The bucket of a duration in nanoseconds; what is no duration is in the first. */
export function bucketOf(ns: number): number {
  const bucket = Math.ceil(Math.log(ns / 1_000) / Math.log(base));
  return bucket > 0 ? Math.min(bucket, buckets - 1) : 0;
}

/** Counts `count` things in a bucket. */
export function addTo(histogram: Histogram, bucket: number, count: number): void {
  if (count === 0) return;
  const { counts } = histogram;
  if (counts.length === 0) histogram.first = bucket;
  if (bucket < histogram.first) {
    counts.unshift(...new Array<number>(histogram.first - bucket).fill(0));
    histogram.first = bucket;
  }
  const at = bucket - histogram.first;
  while (counts.length <= at) counts.push(0);
  counts[at] = (counts[at] ?? 0) + count;
}

/** Adds all of `from` to `into`. */
export function merge(into: Histogram, from: Histogram): void {
  for (const [at, count] of from.counts.entries()) addTo(into, from.first + at, count);
}

/**
 * Reads the protocol's form: counts from bucket 0 on, where -n stands for n empty buckets. Counts are rounded down, as the
 * plugin does.
 * @throws RangeError for what is no such list.
 */
export function fromRuns(runs: readonly number[]): Histogram {
  const histogram = emptyHistogram();
  let bucket = 0;
  for (const run of runs) {
    if (!Number.isFinite(run)) throw new RangeError('a histogram holds what is not a number');
    if (run < 0) bucket -= Math.trunc(run);
    else {
      if (bucket >= buckets) throw new RangeError(`a histogram has more than ${buckets} buckets`);
      addTo(histogram, bucket, Math.floor(run));
      bucket++;
    }
    if (bucket > buckets) throw new RangeError(`a histogram has more than ${buckets} buckets`);
  }
  return histogram;
}

/** Writes the protocol's form: what `fromRuns` reads. */
export function toRuns({ first, counts }: Histogram): number[] {
  const runs: number[] = [];
  let empty = first;
  for (const count of counts) {
    if (count === 0) {
      empty++;
      continue;
    }
    if (empty > 0) runs.push(empty === 1 ? 0 : -empty);
    runs.push(count);
    empty = 0;
  }
  return runs;
}

/** How many things are counted. */
export const total = ({ counts }: Histogram): number => counts.reduce((sum, count) => sum + count, 0);

/** How long the fastest `share` (0 to 1) took at most, in milliseconds: the upper edge of its bucket, so up to 10 % too long. */
export function percentile(histogram: Histogram, share: number): number | undefined {
  const wanted = Math.max(1, Math.ceil(total(histogram) * share));
  let seen = 0;
  for (const [at, count] of histogram.counts.entries()) {
    seen += count;
    if (seen >= wanted) return base ** (histogram.first + at) / 1_000;
  }
  return undefined;
}

export interface Latency {
  p50Ms?: number;
  p95Ms?: number;
  p99Ms?: number;
}

/** The three figures that people ask for; none of them where nothing was timed. */
export const latencyOf = (histogram: Histogram): Latency => ({
  p50Ms: percentile(histogram, 0.5),
  p95Ms: percentile(histogram, 0.95),
  p99Ms: percentile(histogram, 0.99),
});
