import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { type DifferentialReport, differential } from './testing/differential.ts';
import { features } from './testing/features.ts';

const count = Number(process.env.DIFFERENTIAL_COUNT ?? 300);
const seed = Number(process.env.DIFFERENTIAL_SEED ?? Date.now() % 1_000_000);

const domains = Object.fromEntries(
  ['feed', 'notification', 'photo', 'spam', 'user'].map((name) => [
    name,
    readFileSync(`${import.meta.dirname}/../../subgraphs/${name}/schema.graphql`, 'utf8'),
  ]),
);

test(`random operations give what the stock executor gives (seed ${seed})`, async () => {
  const supergraphs = { ...features, domains };
  const reports: DifferentialReport[] = [];
  for (const [name, subgraphs] of Object.entries(supergraphs)) {
    const share = Math.ceil(count / Object.keys(supergraphs).length);
    reports.push(await differential(name, subgraphs, { seed, count: share }));
  }
  process.stdout.write(`differential seed ${seed}: ${reports.map(({ summary }) => summary).join('; ')}\n`);
  expect(reports.flatMap(({ differences }) => differences)).toEqual([]);
}, 600_000);
