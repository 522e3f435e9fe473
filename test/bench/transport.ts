import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLog } from '@banyan/kit';
import type { SubgraphAnswer } from '../../gateway/engine/subgraphs.ts';
import { transportSettings } from '../../gateway/transport/settings.ts';
import { createTransport } from '../../gateway/transport/transport.ts';

/**
 * `node test/bench/transport.ts`: what one fetch from a subgraph costs the gateway, against the global fetch, and what it costs to
 * give everybody who shares a fetch an answer of his own. Slices alternate; the medians and the ratios of neighbours are printed.
 */

const atOnce = 50;
const slices = 21;
const sliceMs = 300;
const authorization = 'Bearer bench';
const say = (line: string) => process.stdout.write(`${line}\n`);

/** An answer of about so many bytes. */
function answerOf(bytes: number): string {
  const product = (n: number) => ({
    __typename: 'Product',
    upc: String(n),
    name: `Product ${n}`,
    price: n,
    inStock: true,
  });
  const count = Math.max(1, Math.round(bytes / JSON.stringify(product(1)).length));
  return JSON.stringify({ data: { products: Array.from({ length: count }, (_, n) => product(n)) } });
}

const sizes = [200, 5_000, 88_000];

if (process.send) {
  const answers = new Map(sizes.map((size) => [`/${size}`, Buffer.from(answerOf(size))]));
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      const answer = answers.get(request.url ?? '') ?? Buffer.alloc(0);
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length }).end(answer);
    });
  });
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
} else {
  await compare();
}

type Asking = () => Promise<unknown>;

interface Slice {
  perSecond: number;
  cpuMs: number;
}

/** Asks for a while, so many at once. */
async function slice(ask: Asking, ms = sliceMs): Promise<Slice> {
  const end = performance.now() + ms;
  const began = performance.now();
  const cpu = process.cpuUsage();
  let asked = 0;
  const one = async () => {
    while (performance.now() < end) {
      await ask();
      asked++;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  const { user, system } = process.cpuUsage(cpu);
  return { perSecond: (asked * 1_000) / (performance.now() - began), cpuMs: (user + system) / 1_000 / asked };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.round((sorted.length - 1) * share)] ?? Number.NaN;
}
function spread(values: readonly number[], digits: number): string {
  const [low, middle, high] = [0.25, 0.5, 0.75].map((share) => quantile(values, share).toFixed(digits));
  return `${middle} (${low} to ${high})`;
}

async function compare(): Promise<void> {
  const child = fork(import.meta.filename);
  const [port] = (await once(child, 'message')) as [number];
  const settings = transportSettings.parse({ SUBGRAPH_DEDUPLICATION: 'false' });
  const sharing = transportSettings.parse({});
  const log = createLog('bench', 'warn');
  const deadline = Number.POSITIVE_INFINITY;
  const context = { authorization, correlationId: '0af7651916cd43dd8448eb211c80319c', deadline };
  const query = 'query Products($first: Int!) { products(first: $first) { __typename upc name price inStock } }';

  for (const size of sizes) {
    const url = `http://127.0.0.1:${port}/${size}`;
    const urls = new Map([['products', url]]);
    const lean = createTransport(settings, log);
    const shared = createTransport(sharing, log);
    lean.setSubgraphs(urls);
    shared.setSubgraphs(urls);
    let asked = 0;
    const request = () => ({ subgraph: 'products', query, variables: { first: asked++ }, isMutation: false });
    const ways: Record<string, Asking> = {
      'global fetch': async () => {
        const { query, variables } = request();
        const headers = { 'content-type': 'application/json', authorization, traceparent: '00-0-0-00' };
        const body = JSON.stringify({ query, variables });
        const response = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(3_000) });
        return (await response.json()) as SubgraphAnswer;
      },
      transport: () => lean.send(request(), context),
      'transport, nothing equal': () => shared.send(request(), context),
      'transport, all equal': () => shared.send({ ...request(), variables: { first: 1 } }, context),
    };
    const found = new Map<string, Slice[]>(Object.keys(ways).map((way) => [way, []]));
    for (const ask of Object.values(ways)) await slice(ask, 1_000);
    for (let n = 0; n < slices; n++)
      for (const [way, ask] of Object.entries(ways)) found.get(way)?.push(await slice(ask));

    say(`\nAnswers of ${answerOf(size).length} bytes, ${atOnce} at once, ${slices} slices: median (quartiles)`);
    const stock = found.get('global fetch') ?? [];
    for (const [way, measured] of found) {
      const rate = measured.map(({ perSecond }) => perSecond);
      const cpu = measured.map(({ cpuMs }) => cpuMs);
      const rateRatio = spread(
        rate.map((value, n) => value / (stock[n]?.perSecond ?? Number.NaN)),
        2,
      );
      const cpuRatio = spread(
        cpu.map((value, n) => (stock[n]?.cpuMs ?? Number.NaN) / value),
        2,
      );
      say(`${way.padEnd(26)} ${spread(rate, 0).padEnd(24)}/s  ${rateRatio}×`);
      say(`${''.padEnd(26)} ${spread(cpu, 3).padEnd(24)} CPU ms each, ${cpuRatio}× less`);
    }
    compareCopies(answerOf(size));
    await Promise.all([lean.stop(), shared.stop()]);
  }
  child.disconnect();
  child.kill();
}

/** An answer of his own for the second who shares a fetch: parsed again, or copied. */
function compareCopies(text: string): void {
  const parsed: unknown = JSON.parse(text);
  const ways: Record<string, () => unknown> = {
    'JSON.parse': () => JSON.parse(text),
    structuredClone: () => structuredClone(parsed),
  };
  for (const [way, copy] of Object.entries(ways)) {
    const times = Array.from({ length: 200 }, () => {
      const began = performance.now();
      copy();
      return (performance.now() - began) * 1_000;
    });
    say(`${`another by ${way}`.padEnd(26)} ${spread(times, 1)} µs`);
  }
}
