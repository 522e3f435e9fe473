import { parseArgs } from 'node:util';
import { heapInUse } from './heap.ts';
import { startSoakWorld } from './world.ts';

/**
 * `npm run soak`: distinct operations and new supergraphs, through the gateway over HTTP, must leave the heap where it was. Half of the
 * operations go to one supergraph, which finds what a supergraph keeps of operations, and half to ten in turn, which finds what is
 * kept of supergraphs.
 */

/**
 * So much may the heap grow between two measurements with full caches, in MiB. Above what compiled code, sockets and the like vary by;
 * below 20,000 times the least that could be kept of an operation, its text alone of 3.9 KB, and below ten supergraphs.
 */
const bound = 6;
/** Fills what the gateway keeps: 2,000 prepared operations, 8 MiB of texts. Before each measurement, so that all find it full. */
const fill = 2_300;

const help = `npm run soak -- [flags]
Sends distinct operations through the gateway, changes its supergraph, and measures the heap. Ends with 1 where it has grown by
more than ${bound} MiB.

  --operations 20000   so many, half of them to one supergraph
  --reloads 10         so many new supergraphs during the other half`;

const say = (...cells: (string | number)[]): void =>
  void process.stdout.write(
    `${cells.map((cell, at) => String(cell)[at === 0 ? 'padEnd' : 'padStart'](at === 0 ? 34 : 12)).join('')}\n`,
  );

function readOptions() {
  const { values } = parseArgs({
    options: {
      operations: { type: 'string', default: '20000' },
      reloads: { type: 'string', default: '10' },
      help: { type: 'boolean', default: false },
    },
  });
  const [operations, reloads] = [Number(values.operations), Number(values.reloads)];
  if (!Number.isSafeInteger(operations) || !Number.isSafeInteger(reloads) || operations < 2 || reloads < 1) {
    throw new Error('--operations and --reloads must be whole numbers from 2 and 1.');
  }
  return { isHelp: values.help, half: Math.ceil(operations / 2), reloads };
}

async function soak(half: number, reloads: number): Promise<boolean> {
  const world = await startSoakWorld();
  say('after', 'heap, MiB', 'grown, MiB');
  await world.askNew(fill);
  const start = await heapInUse();
  let grown = 0;
  const measure = async (after: string) => {
    const now = await heapInUse();
    grown = now - start;
    say(after, now.toFixed(1), grown.toFixed(1));
  };
  say('warm-up', start.toFixed(1), '0.0');

  const steps = 5;
  for (let step = 1; step <= steps; step++) {
    await world.askNew(Math.ceil(half / steps));
    await measure(`${Math.ceil(half / steps) * step} operations`);
  }
  const grownByOperations = grown;
  for (let reload = 1; reload <= reloads; reload++) {
    await world.reload();
    await world.askNew(Math.ceil(half / reloads));
    if (reload % Math.ceil(reloads / steps) === 0) await measure(`${reload} supergraphs, caches not full`);
  }
  await world.askNew(fill);
  await measure(`${half * 2} operations, ${reloads} supergraphs`);
  await world.stop();

  const most = Math.max(grown, grownByOperations);
  const isFine = most <= bound;
  process.stdout.write(
    `${isFine ? 'Fine' : 'Leaking'}: grown by ${most.toFixed(1)} MiB, at most ${bound} are allowed.\n`,
  );
  return isFine;
}

try {
  const { isHelp, half, reloads } = readOptions();
  if (isHelp) process.stdout.write(`${help}\n`);
  else if (!(await soak(half, reloads))) process.exitCode = 1;
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 2;
}
