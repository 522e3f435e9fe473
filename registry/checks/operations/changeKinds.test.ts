import { describe, expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { allCases } from '../changes/cases/allCases.ts';
import { diffSchemas } from '../changes/diffSchemas.ts';
import { judgeOperation } from './judgeOperation.ts';

const cases = allCases.flatMap(({ kind, before, after, operations = [] }) =>
  operations.map(([document, verdict, touchedBy]) => ({ kind, before, after, document, verdict, touchedBy })),
);

describe('what a change means to an operation', () => {
  test.each(cases)('$kind: $document is $verdict', ({ before, after, document, verdict, touchedBy }) => {
    const [old, now] = [buildSchema(before), buildSchema(after)];
    const judgement = judgeOperation(document, old, now, diffSchemas(old, now));
    expect(judgement).toMatchObject({ verdict });
    if (touchedBy) expect(judgement.changes.map(({ code }) => code).toSorted()).toEqual([...touchedBy].toSorted());
    if (verdict === 'safe') expect(judgement).toEqual({ verdict, changes: [], brokenBy: [], errors: [] });
  });
});
