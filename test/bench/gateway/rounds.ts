import type { Contestant, World } from './contestants/contestant.ts';
import { type Server, startServer } from './contestants/server.ts';
import { answerCheck } from './load/answerCheck.ts';
import { openConnection } from './load/connection.ts';
import { runSlice } from './load/slice.ts';
import type { Cores } from './processes/cores.ts';
import { cpuMs, memoryMib } from './processes/usage.ts';
import { percentile } from './report/statistics.ts';
import type { Subgraphs } from './subgraphs/start.ts';
import type { Workload } from './workload/workloads.ts';

/** What was measured of one contestant in one slice. */
export interface Slice {
  requestsASecond: number;
  p50: number;
  p95: number;
  /** Processor time of the contestant for each request, with what it did between this slice and its next, as sending a report. */
  cpuMsEach: number;
  /** The share of the slice in which the contestant had its core. */
  busy: number;
  /** The share of the slice in which the load and the subgraphs had theirs. */
  loadBusy: number;
  upstreamEach: number;
  /** What it held at the end, in MiB. */
  memory: number;
}

export interface Outcome {
  contestant: Contestant;
  slices: Slice[];
}

export interface RoundOptions {
  workload: Workload;
  contestants: readonly Contestant[];
  subgraphs: Subgraphs;
  world: World;
  cores: Cores | string;
  slices: number;
  seconds: number;
  warmUpSeconds: number;
  progress: (line: string) => void;
}

interface Running {
  server: Server;
  check: ReturnType<typeof answerCheck>;
  slices: Slice[];
  /** The last slice, whose processor time is known when the next begins. */
  open?: { slice: Slice; requests: number; cpuAtStart: number };
}

/** Runs a workload: all contestants afresh, each compared and warmed up, then a slice of each in turn, round after round. */
export async function runRounds(options: RoundOptions): Promise<Outcome[]> {
  const { workload, contestants, subgraphs, cores, world, progress } = options;
  const { connections, isUnique } = workload;
  const all: Running[] = [];

  const failure =
    ({ name }: Contestant) =>
    (error: Error) => {
      throw new Error(`${workload.name}, ${name}: ${error.message}`, { cause: error });
    };

  const load = ({ server, check }: Running, seconds: number, next = workload.questions()) =>
    runSlice({ port: server.port, connections, isUnique, seconds, next, check }).catch(failure(server.contestant));

  const loadCpu = async () => (await cpuOf(process.pid)) + (await cpuOf(subgraphs.pid));

  async function measure(running: Running): Promise<void> {
    const { pid } = running.server;
    const next = workload.questions();
    const cpuAtStart = await cpuOf(pid);
    close(running, cpuAtStart);
    const upstream = await subgraphs.requests();
    const loadCpuAtStart = await loadCpu();
    const { requests, ms, latencies } = await load(running, options.seconds, next);
    const slice: Slice = {
      requestsASecond: (requests / ms) * 1_000,
      p50: percentile(latencies, 0.5),
      p95: percentile(latencies, 0.95),
      cpuMsEach: Number.NaN,
      busy: ((await cpuOf(pid)) - cpuAtStart) / ms,
      loadBusy: ((await loadCpu()) - loadCpuAtStart) / ms,
      upstreamEach: ((await subgraphs.requests()) - upstream) / requests,
      memory: (await memoryMib(pid)) ?? Number.NaN,
    };
    running.slices.push(slice);
    running.open = { slice, requests, cpuAtStart };
  }

  subgraphs.setChanging(workload.isChanging ?? false);
  try {
    for (const contestant of contestants) {
      progress(`${workload.name}: ${contestant.name} starts`);
      const server = await startServer(contestant, world, cores);
      const running = { server, check: answerCheck(), slices: [] };
      all.push(running);
      await compareFirst(running, workload).catch(failure(contestant));
      progress(`${workload.name}: ${contestant.name} answers rightly and is being warmed up`);
      await load(running, options.warmUpSeconds);
    }
    for (let round = 0; round < options.slices; round++) {
      for (const [place] of all.entries()) {
        // Each comes first, second and last as often as any other.
        const running = all[(round + place) % all.length] as Running;
        await measure(running);
        const { contestant } = running.server;
        const speed = running.slices.at(-1)?.requestsASecond.toFixed(0);
        progress(`${workload.name}: round ${round + 1} of ${options.slices}, ${contestant.name} ${speed}/s`);
      }
    }
    for (const running of all) close(running, await cpuOf(running.server.pid));
    return all.map(({ server, slices }) => ({ contestant: server.contestant, slices }));
  } finally {
    await Promise.all(all.map(({ server }) => server.stop()));
  }
}

const cpuOf = async (pid: number) => (await cpuMs(pid)) ?? Number.NaN;

function close(running: Running, cpuNow: number): void {
  const { open } = running;
  if (open) open.slice.cpuMsEach = (cpuNow - open.cpuAtStart) / open.requests;
}

/** Before anything is timed: the answer to each of the questions that come again is the right one. */
async function compareFirst({ server, check }: Running, { questions, recurring = 1 }: Workload): Promise<void> {
  const next = questions();
  const connection = await openConnection(server.port);
  for (let count = 0; count < recurring; count++) {
    const question = next();
    if (question) check(question, await connection.post(question.body, 'Bearer first'));
  }
  connection.close();
}
