import { parse, validate } from 'graphql';
import { execute } from '../execute.ts';
import { Preparer } from '../prepare.ts';
import type { SendToSubgraph } from '../subgraphs.ts';
import { compareResults } from './compare.ts';
import { entityFault, type Faults, mockResolver, numberOf } from './mockData.ts';
import { hash, seeded } from './random.ts';
import { randomOperation } from './randomOperation.ts';
import { executeStock } from './stock.ts';
import { localSupergraph } from './subgraph.ts';

export interface DifferentialReport {
  summary: string;
  /** What is not on the list of known differences. */
  differences: string[];
}

const calm: Faults = { nulls: 0, errors: 0, missing: 0 };
const rough: Faults = { nulls: 0.1, errors: 0.05, missing: 0.05 };

/** Sends random operations through our executor and the stock one, over subgraphs whose data and faults depend on the seed. */
export async function differential(
  name: string,
  subgraphs: Record<string, string>,
  { seed, count }: { seed: number; count: number },
): Promise<DifferentialReport> {
  // The seed of the data changes with each operation, the resolvers do not.
  let world = { seed, faults: calm, down: '' };
  const local = localSupergraph(
    Object.fromEntries(
      Object.entries(subgraphs).map(([each, sdl]) => [
        each,
        {
          sdl,
          resolvers: references(sdl, () => world),
          fieldResolver: (...args) => mockResolver(world.seed, world.faults)(...args),
        },
      ]),
    ),
  );
  const send: SendToSubgraph<unknown> = async (request, context) => {
    if (request.subgraph === world.down) throw new Error(`${request.subgraph} is down`);
    return local.send(request, context);
  };
  const preparer = new Preparer(local.supergraph);
  const random = seeded(hash(`${name}|${seed}`));
  const differences: string[] = [];
  const seen = { done: 0, invalid: 0, errors: 0, listed: new Map<string, number>() };
  while (seen.done < count) {
    const { text, variables } = randomOperation(local.supergraph.apiSchema, random);
    const document = parse(text);
    if (validate(local.supergraph.apiSchema, document).length > 0) {
      seen.invalid++;
      continue;
    }
    seen.done++;
    const down = random.chance(0.15) ? random.pick(Object.keys(subgraphs)) : '';
    world = { seed: random.below(1_000_000), faults: random.chance(0.3) ? calm : rough, down };
    const prepared = preparer.prepare(document);
    const ours = await execute(prepared, { variables, context: {}, send });
    const stock = await executeStock(local.supergraph, prepared.plan, document, variables, send);
    if (ours.errors) seen.errors++;
    const { listed, unlisted } = compareResults(ours, stock);
    for (const reason of listed) seen.listed.set(reason, (seen.listed.get(reason) ?? 0) + 1);
    if (unlisted)
      differences.push(`${name} ${JSON.stringify(world)} ${JSON.stringify(variables)}\n${text}\n${unlisted}`);
  }
  const known = [...seen.listed].map(([reason, times]) => `${reason} ${times}`).join(', ');
  return {
    summary: `${name} ${seen.done} (${seen.errors} with errors; ${known || 'no known differences'})`,
    differences,
  };
}

type Resolvers = Record<string, { __resolveReference: (reference: object) => unknown }>;

/** Looks entities up by their representations; one of an interface is of the type that its number gives. */
function references(sdl: string, world: () => { seed: number; faults: Faults }): Resolvers {
  const keyed = [...sdl.matchAll(/(type|interface) (\w+)[^{]*@key/g)].map(([, kind = '', type = '']) => ({
    kind,
    type,
  }));
  return Object.fromEntries(
    keyed.map(({ kind, type }) => {
      const below = [...sdl.matchAll(new RegExp(`type (\\w+) implements [^@{]*\\b${type}\\b`, 'g'))].map(
        ([, name]) => name,
      );
      const resolve = async (reference: object) => {
        const { seed, faults } = world();
        const fault = entityFault(seed, faults, type, reference);
        if (fault === 'error') throw new Error(`${type} ${JSON.stringify(reference)} cannot be looked up`);
        // Below an interface object and a condition the planner can leave the key out.
        if (fault === 'missing' || Object.keys(reference).length < 2) return null;
        if (kind === 'type') return reference;
        return { ...reference, __typename: below.sort()[numberOf(reference) % below.length] };
      };
      return [type, { __resolveReference: resolve }];
    }),
  );
}
