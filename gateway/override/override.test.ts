import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { compose } from '@banyan/kit/composition';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { overrideConditionsFor, overrideOutcome } from './conditions.ts';
import { percentOf, readOverrideLabels } from './labels.ts';
import { OverrideShares } from './shares.ts';

const people = Array.from({ length: 20_000 }, (_, number) => `person-${number}`);

/** Those to whom a label applies. */
function whoHas(label: string, shares = new OverrideShares()): Set<string> {
  return new Set(people.filter((person) => overrideConditionsFor([label], person, shares).get(label)));
}

function sharing(label: string, percent: number): OverrideShares {
  const shares = new OverrideShares();
  shares.setShare(label, percent);
  return shares;
}

describe('who is moved', () => {
  test.each([0, 1, 12.5, 25, 50, 99, 100])('%d %% of people, within 3 % of all', (percent) => {
    for (const had of [whoHas(`percent(${percent})`), whoHas('photos', sharing('photos', percent))]) {
      expect(Math.abs((had.size / people.length) * 100 - percent)).toBeLessThan(percent % 100 === 0 ? 1e-9 : 3);
    }
  });

  test('the same people each time', () => {
    expect(whoHas('percent(25)')).toEqual(whoHas('percent(25)'));
    expect(whoHas('photos', sharing('photos', 25))).toEqual(whoHas('photos', sharing('photos', 25)));
  });

  test('raising a share only adds people', () => {
    const percents = [0, 1, 10, 25, 25.5, 50, 100];
    const inSchema = percents.map((percent) => whoHas(`percent(${percent})`));
    const atRunTime = percents.map((percent) => whoHas('photos', sharing('photos', percent)));
    for (const steps of [inSchema, atRunTime]) {
      for (const [step, had] of steps.entries())
        expect([...had].filter((person) => !(steps[step + 1] ?? had).has(person))).toEqual([]);
    }
  });

  test('named labels move different people', () => {
    const liking = whoHas('likes', sharing('likes', 50));
    const both = [...whoHas('photos', sharing('photos', 50))].filter((person) => liking.has(person));
    expect(both.length / people.length).toBeGreaterThan(0.22);
    expect(both.length / people.length).toBeLessThan(0.28);
  });

  test('person and label are told apart, whatever they are made of', () => {
    const shares = sharing('a', 50);
    shares.setShare('a,b', 50);
    const differs = people.some(
      (person) =>
        overrideConditionsFor(['a'], `b,${person}`, shares).get('a') !==
        overrideConditionsFor(['a,b'], person, shares).get('a,b'),
    );
    expect(differs).toBe(true);
  });
});

describe('shares', () => {
  test('a named label that nobody set applies to nobody', () => {
    expect(overrideConditionsFor(['photos'], 'ann', new OverrideShares())).toEqual(new Map([['photos', false]]));
  });

  test.each([-1, 101, Number.NaN])('%d is no share', (percent) => {
    expect(() => sharing('photos', percent)).toThrow(RangeError);
  });

  test('the share of percent(25) is the schema’s to say', () => {
    expect(() => sharing('percent(25)', 50)).toThrow(RangeError);
  });

  test('what was set can be listed, and not changed by that', () => {
    const shares = sharing('photos', 25);
    (shares.list() as Map<string, number>).clear();
    expect([...shares.list()]).toEqual([['photos', 25]]);
  });

  test('a share changes without a new supergraph, there and back', () => {
    const shares = new OverrideShares();
    const moved = [0, 100, 0].map((percent) => {
      shares.setShare('photos', percent);
      return overrideOutcome(overrideConditionsFor(['photos'], 'ann', shares));
    });
    expect(moved).toEqual(['0', '1', '0']);
  });
});

test.each([
  ['percent(0)', 0],
  ['percent(25)', 25],
  ['percent(99.99999999)', 99.99999999],
  ['percent(100)', 100],
  ['percent(101)', undefined],
  ['percent', undefined],
  ['photos', undefined],
])('%s is a share of %p', (label, percent) => {
  expect(percentOf(label)).toBe(percent);
});

describe('with the query planner', () => {
  const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@override"])`;
  const build = compose([
    {
      name: 'monolith',
      url: 'http://localhost:1/graphql',
      sdl: `${link}
        type Query { photo: Photo }
        type Photo @key(fields: "id") { id: ID! width: Int caption: String }`,
    },
    {
      name: 'photo',
      url: 'http://localhost:2/graphql',
      sdl: `${link}
        type Photo @key(fields: "id") {
          id: ID!
          width: Int @override(from: "monolith", label: "percent(25)")
          caption: String @override(from: "monolith", label: "captions")
        }`,
    },
  ]);
  if (!build.ok) throw new Error(JSON.stringify(build.errors));
  const supergraph = Supergraph.build(build.supergraphSdl);
  const planner = new QueryPlanner(supergraph);
  const labels = readOverrideLabels(build.supergraphSdl);

  /** @returns the plan in short: which subgraph is asked what. */
  function planFor(personKey: string, shares: OverrideShares): string {
    const operation = operationFromDocument(supergraph.apiSchema(), parse('{ photo { width caption } }'));
    const overrideConditions = overrideConditionsFor(labels, personKey, shares);
    return JSON.stringify(planner.buildQueryPlan(operation, { overrideConditions }));
  }

  test('the labels are read from the supergraph', () => {
    expect(labels).toEqual(['captions', 'percent(25)']);
  });

  test('each field comes from the side that its label says', () => {
    const early = people.find((person) => whoIsEarly(person)) ?? '';
    const late = people.find((person) => !whoIsEarly(person)) ?? '';
    const shares = new OverrideShares();
    expect(asked(planFor(late, shares))).toEqual({ monolith: ['width', 'caption'], photo: [] });
    expect(asked(planFor(early, shares))).toEqual({ monolith: ['caption'], photo: ['width'] });
    shares.setShare('captions', 100);
    expect(asked(planFor(late, shares))).toEqual({ monolith: ['width'], photo: ['caption'] });
    expect(asked(planFor(early, shares))).toEqual({ monolith: [], photo: ['width', 'caption'] });
    shares.setShare('captions', 0);
    expect(asked(planFor(late, shares))).toEqual({ monolith: ['width', 'caption'], photo: [] });
  });

  const whoIsEarly = (person: string) =>
    overrideConditionsFor(['percent(25)'], person, new OverrideShares()).get('percent(25)') ?? false;

  function asked(plan: string): Record<string, string[]> {
    const fetches = [...plan.matchAll(/"serviceName":"(\w+)".*?"operation":"(.*?[^\\])"/g)];
    return Object.fromEntries(
      ['monolith', 'photo'].map((name) => {
        const operations = fetches.filter(([, service]) => service === name).map(([, , operation]) => operation);
        return [name, ['width', 'caption'].filter((field) => operations.some((text) => text?.includes(field)))];
      }),
    );
  }
});
