import { type DocumentNode, parse, validate } from 'graphql';
import { readOverrideLabels } from '../../override/labels.ts';
import { execute } from '../execute.ts';
import { Preparer } from '../prepare.ts';
import { compareResults } from './compare.ts';
import type { KnownDifference } from './knownDifferences.ts';
import { type Faults, mockResolver } from './mockData.ts';
import { type Outage, randomOutage, withOutage } from './outages.ts';
import { hash, type Random, seeded } from './random.ts';
import { type RandomOperation, randomOperation } from './randomOperation.ts';
import { references } from './references.ts';
import { executeStock } from './stock.ts';
import { type LocalSupergraph, localSupergraph } from './subgraph.ts';

/** What came of one operation. */
export interface Outcome {
  hasErrors: boolean;
  outage?: Outage;
  listed: KnownDifference[];
  /** What is not on the list of known differences, with all that led to it. */
  difference?: string;
}

const calm: Faults = { nulls: 0, errors: 0, missing: 0 };
const rough: Faults = { nulls: 0.1, errors: 0.05, missing: 0.05 };

/** Our executor beside the stock one, over one supergraph whose data and faults are another for each operation. */
export class Comparison {
  readonly #name: string;
  readonly #local: LocalSupergraph;
  readonly #preparer: Preparer;
  readonly #labels: readonly string[];
  /** Resolvers are made once; the data change by this. */
  #world = { seed: 0, faults: calm };

  constructor(name: string, subgraphs: Record<string, string>) {
    this.#name = name;
    const world = () => this.#world;
    this.#local = localSupergraph(
      Object.fromEntries(
        Object.entries(subgraphs).map(([each, sdl]) => [
          each,
          {
            sdl,
            resolvers: references(sdl, world),
            fieldResolver: (...args) => mockResolver(world().seed, world().faults)(...args),
          },
        ]),
      ),
    );
    this.#preparer = new Preparer(this.#local.supergraph);
    this.#labels = readOverrideLabels(this.#local.supergraph.sdl);
  }

  /** Sends the operation of a seed through both; everything about it depends on the seed alone. */
  async compare(seed: number): Promise<Outcome> {
    const random = seeded(hash(`${this.#name}|${seed}`));
    const { document, text, variables } = this.#validOperation(random);
    const { supergraph, sent } = this.#local;
    this.#world = { seed: random.below(1_000_000), faults: random.chance(0.3) ? calm : rough };
    const subgraphs = supergraph.subgraphs.map(({ name }) => name);
    const outage = randomOutage(subgraphs, random);
    const overrides = new Map(this.#labels.map((label) => [label, random.chance(0.5)]));
    const send = withOutage(this.#local.send, outage);
    sent.length = 0;

    const prepared = this.#preparer.prepare(document, { overrides });
    const ours = await execute(prepared, { variables, context: {}, send });
    const stock = await executeStock(supergraph, prepared.plan, document, variables, send);
    const { listed, unlisted } = compareResults(ours, stock);
    const hasErrors = ours.errors !== undefined;
    if (unlisted === undefined) return { hasErrors, outage, listed };
    const circumstances = { ...this.#world, outage, overrides: Object.fromEntries(overrides), variables };
    return { hasErrors, outage, listed, difference: `${JSON.stringify(circumstances)}\n${text}\n${unlisted}` };
  }

  /** Random ones can be invalid, where two fields of one name do not agree; those are left out. */
  #validOperation(random: Random): RandomOperation & { document: DocumentNode } {
    const { apiSchema } = this.#local.supergraph;
    for (;;) {
      const operation = randomOperation(apiSchema, random);
      const document = parse(operation.text);
      if (validate(apiSchema, document).length === 0) return { ...operation, document };
    }
  }
}
