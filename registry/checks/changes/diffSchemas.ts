import type { GraphQLSchema } from 'graphql';
import type { Change } from './change.ts';
import { descriptionChanges } from './descriptions.ts';
import { directiveChanges } from './directives.ts';
import { rootTypeChanges } from './rootTypes.ts';
import { typeChanges } from './types.ts';

/**
 * Every difference between two API schemas, as their clients would see it: types, then root types, then directives,
 * each in the schemas' own order. Neither schema need be valid.
 */
export const diffSchemas = (before: GraphQLSchema, after: GraphQLSchema): Change[] => [
  ...typeChanges(before, after),
  ...rootTypeChanges(before, after),
  ...directiveChanges(before, after),
  ...descriptionChanges('TYPE_DESCRIPTION_CHANGE', 'schema', before, after),
];
