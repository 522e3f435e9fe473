import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { chooseContestants } from './contestants/all.ts';
import { help, readOptions } from './options.ts';
import { bindSelf, findCores } from './processes/cores.ts';
import { type Chart, picture } from './report/picture.ts';
import { summarize } from './report/summary.ts';
import { table } from './report/table.ts';
import { runRounds } from './rounds.ts';
import { startSubgraphs } from './subgraphs/start.ts';
import { composeWorkload } from './workload/supergraph.ts';
import { workloads } from './workload/workloads.ts';

/** `npm run bench:gateway`: our gateway, the stock one and others, each one process on one core, under the field's standard load. */

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const progress = (line: string) =>
  process.stderr.write(process.stderr.isTTY ? `\r\u001b[K${line.slice(0, process.stderr.columns - 1)}` : `${line}\n`);

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options.isHelp) return say(help);
  const folder = resolve(import.meta.dirname, '../../../.data/bench');
  await mkdir(folder, { recursive: true });
  const all = workloads(options.operations);
  const unknown = options.workloads?.find((name) => !all.some((workload) => workload.name === name));
  if (unknown) throw new Error(`There is no workload "${unknown}", only ${all.map(({ name }) => name).join(', ')}`);
  const contestants = await chooseContestants(options, folder, say);

  if (contestants.length === 0) throw new Error('Nobody is left to be measured.');

  const cores = findCores();
  if (typeof cores === 'string') say(`Processes are not bound to cores: ${cores}. The figures are worth less.`);
  else bindSelf(cores);
  const subgraphs = await startSubgraphs();
  const supergraphFile = join(folder, 'supergraph.graphql');
  await writeFile(supergraphFile, composeWorkload(subgraphs.url));

  const { model = 'unknown processor' } = cpus()[0] ?? {};
  const machine = `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${cpus().length} × ${model}`;
  say(`${machine}\n${options.slices} slices of ${options.seconds} s each; median (least–most)`);

  const charts: Chart[] = [];
  const raw: Record<string, unknown> = { machine };
  for (const workload of all.filter(({ name }) => options.workloads?.includes(name) ?? true)) {
    const isPlain = options.only || options.comparison.length > 0 || workload.isForSharing;
    const taking = contestants.filter(({ isSharing }) => isPlain || !isSharing);
    const world = { url: subgraphs.url, supergraphFile, folder };
    const outcomes = await runRounds({ ...options, workload, contestants: taking, subgraphs, world, cores, progress });
    const summaries = summarize(outcomes, 'stock');
    if (process.stderr.isTTY) progress('');
    say(`\n${workload.title} (${workload.name}, ${workload.connections} connections)\n${table(summaries)}`);
    charts.push({ title: workload.title, summaries });
    raw[workload.name] = Object.fromEntries(outcomes.map(({ contestant, slices }) => [contestant.name, slices]));
  }

  await subgraphs.stop();
  await writeFile(join(folder, 'gateway.json'), JSON.stringify(raw, undefined, 2));
  if (options.comparison.length > 0) return;
  await mkdir(dirname(resolve(options.picture)), { recursive: true });
  await writeFile(options.picture, picture(charts, machine));
  say(`\nDrawn in ${options.picture}.`);
}

await main().catch((error: Error) => {
  process.stderr.write(`\n${error.message}\n`);
  process.exit(1);
});
