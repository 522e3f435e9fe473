import { failure } from '@banyan/kit';
import { formatGraphRef, type GraphRef } from '../graphs/graphRef.ts';

/** For what needs a schema of a variant that has none. */
export const noSchema = (ref: GraphRef) =>
  failure(
    'NOT_FOUND',
    `${formatGraphRef(ref)} has no supergraph yet: nothing is published to it, or nothing that composes.`,
  );
