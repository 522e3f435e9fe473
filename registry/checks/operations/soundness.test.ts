import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type GraphQLSchema, print } from 'graphql';
import { diffSchemas } from '../changes/diffSchemas.ts';
import { createJudge, type Verdict } from './judgeOperation.ts';
import { blanked } from './oracle/blanked.ts';
import { type Dice, diceOf } from './oracle/dice.ts';
import { harmDone } from './oracle/harm.ts';
import { randomEdit } from './oracle/randomEdit.ts';
import { randomOperation } from './oracle/randomOperation.ts';
import { randomModel } from './oracle/randomSchema.ts';
import { printModel, type SchemaModel, schemaOf } from './oracle/schemaModel.ts';

const runs = Number(process.env.PROPERTY_RUNS ?? 50);
const operationsPerPair = 5;
const tries = 6;

/** A valid random schema: chance makes an invalid one now and then. */
const validModel = (dice: Dice): { model: SchemaModel; schema: GraphQLSchema } => {
  for (;;) {
    const model = randomModel(dice);
    const schema = schemaOf(model);
    if (schema) return { model, schema };
  }
};

/** The schema after random edits, each of them undone that makes it invalid. */
const edited = (model: SchemaModel, edits: readonly number[]): { model: SchemaModel; schema?: GraphQLSchema } => {
  let current: { model: SchemaModel; schema?: GraphQLSchema } = { model };
  for (const seed of edits) {
    const next = randomEdit(diceOf(seed), current.model);
    const schema = schemaOf(next);
    if (schema) current = { model: next, schema };
  }
  return current;
};

test('an operation is called safe only if it is valid and answered as it could have been answered before', () => {
  const verdicts: Record<Verdict, number> = { safe: 0, warned: 0, broken: 0, ignored: 0 };
  const harms: Record<string, number> = {};
  let safeSignatures = 0;

  const pair = fc.tuple(fc.nat(), fc.array(fc.nat(), { minLength: 1, maxLength: 4 }));
  fc.assert(
    fc.property(pair, ([seed, edits]) => {
      const dice = diceOf(seed);
      const { model, schema: before } = validModel(dice);
      const { model: now, schema: after = before } = edited(model, edits);
      const judge = createJudge(before, after, diffSchemas(before, after));
      for (let index = 0; index < operationsPerPair; index++) {
        const document = randomOperation(dice, before);
        if (!document) continue;
        const { verdict } = judge(document);
        const signature = blanked(document);
        const signatureSafe = judge(print(signature)).verdict === 'safe';
        const harm = harmDone(dice, before, after, document, tries);
        if (harm !== undefined && (verdict === 'safe' || verdict === 'ignored' || signatureSafe)) {
          const said = signatureSafe ? `the signature is called safe` : `it is called ${verdict}`;
          throw new Error([said, harm, print(document), printModel(model), 'becomes', printModel(now)].join('\n\n'));
        }
        verdicts[verdict]++;
        safeSignatures += signatureSafe ? 1 : 0;
        if (verdict === 'broken') {
          const kind = harm?.replace(/:.*/s, '') ?? 'none found';
          harms[kind] = (harms[kind] ?? 0) + 1;
        }
      }
    }),
    { numRuns: runs },
  );

  if (process.env.PROPERTY_RUNS) process.stderr.write(`${JSON.stringify({ verdicts, harms, safeSignatures })}\n`);
  // All verdicts are really met, and what is called broken really is: the property could have failed.
  const many = runs / 10;
  expect(verdicts.safe).toBeGreaterThan(many);
  expect(verdicts.warned).toBeGreaterThan(many / 5);
  expect(verdicts.broken).toBeGreaterThan(many);
  expect(verdicts.ignored).toBe(0);
  expect(safeSignatures).toBeGreaterThan(many / 5);
  expect(harms.invalid).toBeGreaterThan(0);
  if (runs >= 500) {
    expect(Object.keys(harms)).toEqual(expect.arrayContaining(['invalid', 'variables refused', 'unreadable', 'lost']));
  }
});
