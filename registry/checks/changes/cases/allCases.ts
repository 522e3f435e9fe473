import { argumentCases } from './argumentCases.ts';
import type { ChangeCase } from './case.ts';
import { fieldCases } from './fieldCases.ts';
import { inputCases } from './inputCases.ts';
import { memberCases } from './memberCases.ts';
import { typeCases } from './typeCases.ts';

/** Every kind of change that GraphQL has. */
export const allCases: readonly ChangeCase[] = [
  ...fieldCases,
  ...argumentCases,
  ...inputCases,
  ...memberCases,
  ...typeCases,
];
