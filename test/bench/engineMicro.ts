/**
 * Ours against the stock executor, without any HTTP: both execute the same plan of the field's standard query (accounts, inventory,
 * products, reviews; an answer of about 88 KB) against canned answers, in alternating slices. Prints the ratio of each pair of slices.
 * A second ratio leaves out what both cannot do without: parsing the answers and writing the response.
 * `node test/bench/engineMicro.ts [slices] [milliseconds of a slice]`
 */
import { performance } from 'node:perf_hooks';
import { parse } from 'graphql';
import { execute } from '../../gateway/engine/execute.ts';
import { Preparer } from '../../gateway/engine/prepare.ts';
import type { SendToSubgraph } from '../../gateway/engine/subgraphs.ts';
import { shop, shopQuery } from '../../gateway/engine/testing/shop.ts';
import { executeStock, fullSchemaOf } from '../../gateway/engine/testing/stock.ts';
import { localSupergraph } from '../../gateway/engine/testing/subgraph.ts';

const slices = Number(process.argv[2] ?? 20);
const sliceMs = Number(process.argv[3] ?? 500);

const { supergraph, send } = localSupergraph(shop);
const document = parse(shopQuery);
const prepared = new Preparer(supergraph).prepare(document);

/** Answers from what it recorded, parsed anew each time as from a wire. */
function canned(): { send: SendToSubgraph<unknown>; replay: () => void; json: () => Promise<string> } {
  const texts = new Map<string, string>();
  let recording = true;
  const replay: SendToSubgraph<unknown> = async (request, context) => {
    const key = `${request.subgraph} ${request.query}`;
    if (recording) texts.set(key, JSON.stringify(await send(request, context)));
    return JSON.parse(texts.get(key) ?? '{}') as Awaited<ReturnType<typeof send>>;
  };
  return {
    send: replay,
    json: async () => {
      for (const text of texts.values()) JSON.parse(text);
      return JSON.stringify(response);
    },
    replay: () => {
      recording = false;
    },
  };
}

const fullSchema = fullSchemaOf(supergraph);
const forOurs = canned();
const forStock = canned();
const ours = async () => JSON.stringify(await execute(prepared, { context: {}, send: forOurs.send }));
const stock = async () =>
  JSON.stringify(await executeStock(supergraph, prepared.plan, document, {}, forStock.send, fullSchema));

const [first, second] = [await ours(), await stock()];
if (first !== second) throw new Error('The two do not give the same answer.');
const response: unknown = JSON.parse(first);
forOurs.replay();
forStock.replay();

async function slice(run: () => Promise<string>, lengthMs = sliceMs): Promise<number> {
  const start = performance.now();
  let times = 0;
  while (performance.now() - start < lengthMs) {
    await run();
    times++;
  }
  return (performance.now() - start) / times;
}

await slice(ours);
await slice(stock);
interface Pair {
  ours: number;
  stock: number;
  oursJson: number;
  stockJson: number;
}
const pairs: Pair[] = [];
for (let at = 0; at < slices; at++) {
  pairs.push({
    ours: await slice(ours),
    stock: await slice(stock),
    oursJson: await slice(forOurs.json, sliceMs / 5),
    stockJson: await slice(forStock.json, sliceMs / 5),
  });
}

const sorted = (of: (pair: Pair) => number): number[] => pairs.map(of).sort((one, other) => one - other);
const at = (values: number[], index: number): number => values.at(index) ?? 0;
const median = (of: (pair: Pair) => number): number => at(sorted(of), Math.floor(pairs.length / 2));
const ratios = sorted((pair) => pair.stock / pair.ours);
const [mine, theirs] = [median((pair) => pair.ours), median((pair) => pair.stock)];
const [myJson, theirJson] = [median((pair) => pair.oursJson), median((pair) => pair.stockJson)];
const show = (value: number): string => value.toFixed(2);
process.stdout.write(
  [
    `answer ${first.length} bytes, ${slices} slices of ${sliceMs} ms; medians in ms`,
    `ours ${show(mine)}, of it JSON ${show(myJson)}; stock ${show(theirs)}, of it JSON ${show(theirJson)}`,
    `stock : ours ${show(median((pair) => pair.stock / pair.ours))} (${show(at(ratios, 0))} to ${show(at(ratios, -1))})`,
    `without JSON ${show((theirs - theirJson) / (mine - myJson))}`,
    '',
  ].join('\n'),
);
