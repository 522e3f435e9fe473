import { Defer20220824Handler, GraphQL17Alpha9Handler } from '@apollo/client/incremental';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type DocumentNode, parse, print, validate } from 'graphql';
import { executeIncrementally } from '../engine/defer/executeIncrementally.ts';
import { randomDefers } from '../engine/defer/testing/randomDefers.ts';
import { execute } from '../engine/execute.ts';
import { Preparer } from '../engine/prepare.ts';
import { features } from '../engine/testing/features.ts';
import { type Faults, mockResolver } from '../engine/testing/mockData.ts';
import { type Random, seeded } from '../engine/testing/random.ts';
import { randomOperation } from '../engine/testing/randomOperation.ts';
import { references } from '../engine/testing/references.ts';
import { localSupergraph } from '../engine/testing/subgraph.ts';
import type { IncrementalFormat } from './acceptHeader.ts';
import { payloadFormat } from './formats.ts';

const runs = Number(process.env.PROPERTY_RUNS ?? 25);

let world: { seed: number; faults: Faults } = { seed: 0, faults: { nulls: 0, errors: 0, missing: 0 } };

// Where subgraphs call their root types otherwise the planner asks them for fragments on `Query` even without `@defer`.
const { inputs: _, ...compared } = features;

const worlds = Object.values(compared).map((subgraphs) => {
  const local = localSupergraph(
    Object.fromEntries(
      Object.entries(subgraphs).map(([name, sdl]) => [
        name,
        {
          sdl,
          resolvers: references(sdl, () => world),
          fieldResolver: (...args) => mockResolver(world.seed, world.faults)(...args),
        },
      ]),
    ),
  );
  const send: typeof local.send = ({ variables = {}, ...request }, context) =>
    local.send({ ...request, variables: keysFirst(variables) as Record<string, unknown> }, context);
  return { ...local, send, preparer: new Preparer(local.supergraph) };
});

/** Mocked data depend on which key of a representation comes first, which is another in another plan. */
function keysFirst(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(keysFirst);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, keysFirst(item)] as const);
  const isNested = ([, item]: (typeof entries)[number]) => typeof item === 'object' && item !== null;
  return Object.fromEntries([...entries.filter((entry) => !isNested(entry)), ...entries.filter(isNested)]);
}

type World = (typeof worlds)[number];

function validOperation({ supergraph: { apiSchema } }: World, random: Random) {
  for (;;) {
    const { text, variables } = randomOperation(apiSchema, random);
    const document = randomDefers(parse(text, { noLocation: true }), random);
    // Apollo Client loses a field of the name `__proto__`.
    if (!text.includes('__proto__') && validate(apiSchema, document).length === 0) return { document, variables };
  }
}

/** What Apollo Client makes of all that is sent. */
async function merged(
  { preparer, send }: World,
  document: DocumentNode,
  variables: Record<string, unknown>,
  format: IncrementalFormat,
) {
  const prepared = preparer.prepare(document, { incremental: true, variables });
  const { initial, subsequent } = await executeIncrementally(prepared, { variables, context: {}, send });
  const { initial: first, subsequent: next } = payloadFormat(format, (error) => error.toJSON());
  const started = { query: document };
  const request =
    format === 'deferSpec'
      ? new Defer20220824Handler().startRequest(started)
      : new GraphQL17Alpha9Handler().startRequest(started);
  const wire = (payload: object) => JSON.parse(JSON.stringify(payload));
  const payloads = [wire(first(initial))];
  for await (const result of subsequent) payloads.push(wire(next(result)));
  let result: { data?: unknown; errors?: readonly unknown[] } = {};
  for (const payload of payloads) result = request.handle(result.data as never, payload);
  return { ...result, payloads };
}

/** The same whatever the order of fields. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, item]) => [key, sorted(item)]),
  );
};

test.each<IncrementalFormat>(['deferSpec', 'incrementalSpec'])(
  'all that is sent as %s, merged by Apollo Client, is the answer of the same operation without @defer',
  async (format) => {
    let inParts = 0;
    const property = fc.asyncProperty(fc.nat({ max: 2 ** 31 }), async (seed) => {
      const random = seeded(seed);
      const local = random.pick(worlds);
      world = { seed: random.below(1_000_000), faults: { nulls: random.pick([0, 0.1]), errors: 0, missing: 0 } };
      const { document, variables } = validOperation(local, random);
      const whole = await execute(local.preparer.prepare(document), { variables, context: {}, send: local.send });
      // Where nulls go up to depends on what is deferred.
      fc.pre(whole.errors === undefined && whole.data !== undefined);
      const { data, errors, payloads } = await merged(local, document, variables, format);
      if (payloads.length > 1) inParts++;
      const described = `${print(document)}\n${JSON.stringify(variables)}\n${payloads.map((each) => JSON.stringify(each)).join('\n')}`;
      expect({ described, errors, data: sorted(data) }).toEqual({
        described,
        errors: undefined,
        data: sorted(JSON.parse(JSON.stringify(whole.data))),
      });
      expect(payloads.map(({ hasNext }) => hasNext)).toEqual(payloads.map((_, at) => at < payloads.length - 1));
    });
    await fc.assert(property, { numRuns: runs });
    // The property could have failed.
    expect(inParts).toBeGreaterThan(runs / 10);
  },
  600_000,
);

test.each<IncrementalFormat>(['deferSpec', 'incrementalSpec'])(
  'whatever goes wrong, Apollo Client can read what is sent as %s, and is told of errors where there are some',
  async (format) => {
    let withErrors = 0;
    const property = fc.asyncProperty(fc.nat({ max: 2 ** 31 }), async (seed) => {
      const random = seeded(seed);
      const local = random.pick(worlds);
      world = { seed: random.below(1_000_000), faults: { nulls: 0.1, errors: 0.05, missing: 0.05 } };
      const { document, variables } = validOperation(local, random);
      let failed = false;
      const send: World['send'] = async (request, context) => {
        const answer = await local.send(request, context);
        if (answer.errors) failed = true;
        return answer;
      };
      const { errors, payloads } = await merged({ ...local, send }, document, variables, format);
      if (errors) withErrors++;
      const described = `${print(document)}\n${payloads.map((each) => JSON.stringify(each)).join('\n')}`;
      if (failed) expect({ described, errors }).toEqual({ described, errors: expect.any(Array) });
      expect(payloads.map(({ hasNext }) => hasNext)).toEqual(payloads.map((_, at) => at < payloads.length - 1));
      const ids = (name: 'pending' | 'completed') =>
        payloads.flatMap((payload) => (payload[name] ?? []) as { id: string }[]).map(({ id }) => id);
      expect(ids('completed').sort()).toEqual(ids('pending').sort());
    });
    await fc.assert(property, { numRuns: runs });
    expect(withErrors).toBeGreaterThan(runs / 10);
  },
  600_000,
);
