import { parseArgs } from 'node:util';
import { Comparison } from './comparison.ts';
import { type DifferentialReport, differential } from './differential.ts';
import { known } from './knownDifferences.ts';
import { comparedSupergraphs } from './supergraphs.ts';

/** `npm run test:differential`: random operations through our executor and the stock one. */

const command = 'npm run test:differential --';
const help = `${command} [flags]
Random operations over several supergraphs, with errors, nulls, time-outs and subgraphs that are down, go through our executor and
Apollo's: both must give the same data and the same errors, or the difference is on the list. Ends with 1 where one is not.

  --count 20000      so many operations
  --seed N           the same operations, data and faults for the same seed (otherwise by the clock)
  --case NAME:N      one operation alone, as a difference names it`;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

function readNumber(flag: string, text: string, least: number): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < least) throw new Error(`--${flag} must be a whole number from ${least}.`);
  return value;
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '20000' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      case: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  return {
    isHelp: values.help,
    count: readNumber('count', values.count, 1),
    seed: readNumber('seed', values.seed, 0),
    only: values.case,
  };
}

/** One line that is written again and again on a terminal; elsewhere one for each tenth. */
function progressOf(count: number): (done: number, differences: number) => void {
  const step = Math.ceil(count / (process.stderr.isTTY ? 1_000 : 10));
  return (done, differences) => {
    if (done % step > 0 && done < count) return;
    const line = `${done} of ${count} operations, ${differences} differences`;
    process.stderr.write(process.stderr.isTTY && done < count ? `\r${line}` : `${line}\n`);
  };
}

function summary({ tallies }: DifferentialReport): string {
  const lines = tallies.map(({ name, operations, withErrors, withOutage, listed }) => {
    const times = [...listed].map(([{ name: what }, count]) => `${what} ${count}`).join(', ');
    return `  ${name}: ${operations} operations, ${withErrors} with errors, ${withOutage} with a subgraph that is out; ${times || 'all equal'}`;
  });
  const seen = new Set(tallies.flatMap(({ listed }) => [...listed.keys()]));
  const list = Object.values(known)
    .filter((difference) => seen.has(difference))
    .map(({ name, why, paragraph }) => `  ${name}: ${why}\n    ${paragraph}`);
  return [...lines, ...(list.length > 0 ? ['Known differences, in which ours is right:', ...list] : [])].join('\n');
}

async function runOne(only: string): Promise<boolean> {
  const [, name = '', seed = ''] = /^(\w+):(\d+)$/.exec(only) ?? [];
  const subgraphs = comparedSupergraphs()[name];
  if (!subgraphs)
    throw new Error(`--case is NAME:N, where NAME is one of ${Object.keys(comparedSupergraphs()).join(', ')}.`);
  const { difference, listed } = await new Comparison(name, subgraphs).compare(Number(seed));
  say(difference ?? `${only}: ${listed.map((each) => each.name).join(', ') || 'no difference'}`);
  return difference === undefined;
}

async function runAll(count: number, seed: number): Promise<boolean> {
  say(`${count} operations with seed ${seed}`);
  const report = await differential(comparedSupergraphs(), { count, seed, onOperation: progressOf(count) });
  say(summary(report));
  for (const { supergraph, seed: own, text } of report.differences) {
    say(`\nNot on the list. To repeat it: ${command} --case ${supergraph}:${own}\n${text}`);
  }
  say(report.differences.length > 0 ? `\n${report.differences.length} differences` : 'No other differences.');
  return report.differences.length === 0;
}

try {
  const { isHelp, only, count, seed } = readOptions();
  if (isHelp) say(help);
  else if (!(await (only === undefined ? runAll(count, seed) : runOne(only)))) process.exitCode = 1;
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 2;
}
