import { expect, test } from '@jest/globals';
import { differential } from './testing/differential.ts';
import { comparedSupergraphs } from './testing/supergraphs.ts';

const count = Number(process.env.DIFFERENTIAL_COUNT ?? 1_000);
const seed = Number(process.env.DIFFERENTIAL_SEED ?? Date.now() % 1_000_000);

test(`random operations give what the stock executor gives (seed ${seed})`, async () => {
  const { tallies, differences } = await differential(comparedSupergraphs(), { count, seed });
  process.stdout.write(`differential: ${count} operations with seed ${seed}\n`);
  expect(differences).toEqual([]);
  // What is never asked of them cannot differ.
  for (const { withErrors, withOutage } of tallies) {
    if (count >= 1_000) expect([withErrors, withOutage]).not.toContain(0);
  }
}, 600_000);
