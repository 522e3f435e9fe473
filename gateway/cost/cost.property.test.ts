import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parse, validate } from 'graphql';
import { count } from './count.ts';
import { compiledOperation, costed } from './testing/costed.ts';
import { randomAnswer } from './testing/randomAnswer.ts';
import { type Pick, randomQuery, randomTypes } from './testing/randomCosts.ts';

const numRuns = Number(process.env.PROPERTY_RUNS ?? 120);
const listSize = 2;

function randomOperation(pick: Pick, withAbstract: boolean) {
  const schema = costed(randomTypes(pick, withAbstract));
  const text = randomQuery(schema.schema, pick);
  fc.pre(validate(schema.schema, parse(text)).length === 0);
  return { schema, ...compiledOperation(schema, text, { listSize }) };
}

function randomVariables(pick: Pick): Record<string, unknown> {
  const some = (name: string, value: () => unknown) => (pick(4) === 0 ? {} : { [name]: value() });
  const size = () => (pick(6) === 0 ? null : pick(5) - 1);
  return {
    on: pick(2) === 0,
    ...some('n', size),
    ...some('m', size),
    ...some('d', size),
    ...some('by', () => (pick(6) === 0 ? null : { ...some('first', size), ...some('last', size) })),
  };
}

/** The same, with sizes that are larger or not. */
const larger = (pick: Pick, value: unknown): unknown => {
  if (typeof value === 'number') return value + pick(3);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, larger(pick, each)]));
};

const forAll = (property: (pick: Pick) => void) =>
  fc.assert(
    fc.property(fc.gen(), (generate) => property((below) => generate(fc.nat, { max: below - 1 }))),
    { numRuns, interruptAfterTimeLimit: numRuns * 100 },
  );

test('no answer that obeys the sizes costs more than the estimate', () => {
  let some = 0;
  forAll((pick) => {
    const { schema, compiled, document, coerce } = randomOperation(pick, true);
    const values = coerce(randomVariables(pick));
    const { cost } = compiled.estimate(values);
    for (const largest of [true, false]) {
      const counted = count(randomAnswer(schema, document, values, { pick, largest, listSize }), compiled, values);
      expect(counted).toBeLessThanOrEqual(cost);
      if (counted > 10) some++;
    }
  });
  expect(some).toBeGreaterThan(numRuns / 10);
});

test('without abstract types the largest answer costs what is estimated', () => {
  forAll((pick) => {
    const { schema, compiled, document, coerce } = randomOperation(pick, false);
    const values = coerce(randomVariables(pick));
    const largest = randomAnswer(schema, document, values, { pick, largest: true, listSize });
    const { cost, fields } = compiled.estimate(values);
    expect(count(largest, compiled, values)).toBe(cost);
    const told = fields.reduce((sum, field) => sum + field.cost, 0);
    if (fields.length < 5) expect(told).toBe(cost);
    else expect(told).toBeLessThanOrEqual(cost);
  });
});

test('to ask for more never costs less', () => {
  forAll((pick) => {
    const { compiled, coerce } = randomOperation(pick, true);
    const variables = randomVariables(pick);
    const more = larger(pick, variables) as Record<string, unknown>;
    expect(compiled.estimate(coerce(more)).cost).toBeGreaterThanOrEqual(compiled.estimate(coerce(variables)).cost);
  });
});
