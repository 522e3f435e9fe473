import type { FetchNode } from '@apollo/query-planner';
import type { GraphQLError } from 'graphql';
import type { DataObject } from './ownProperty.ts';
import type { Place } from './responsePath.ts';
import type { SubgraphAnswer, SubgraphRequest } from './subgraphs.ts';

/** When a fetch went out and when its answer had come, in milliseconds of `performance.now()`. */
export interface FetchTiming {
  sent: number;
  received: number;
}

/**
 * Told of every request that was made: the fetch nodes of the plan (the same objects as in `Prepared.plan`) that it answers, several
 * where they travelled together, and what came, or the error when nothing did. A node can be told of more than once.
 */
export type OnFetch = (
  nodes: readonly FetchNode[],
  timing: FetchTiming,
  answer: SubgraphAnswer | undefined,
  error?: unknown,
) => void;

/** One execution of a plan. */
export interface Run {
  /** What subgraphs have answered, merged. */
  readonly data: DataObject;
  /** As the client sent them: subgraphs coerce them and know the defaults. */
  readonly variables: DataObject;
  /** Coerced, with defaults: what conditions are decided by. */
  readonly values: DataObject;
  readonly errors: GraphQLError[];
  /** The fetches whose answer came, even with errors. */
  readonly answered: Set<FetchNode>;
  /** Where entities were that their subgraph says not to have, such as what was deleted since somebody referred to it. */
  gone?: Place[];
  readonly send: (request: SubgraphRequest) => Promise<SubgraphAnswer>;
  readonly onFetch?: OnFetch;
}

/** A compiled node of a plan. It never rejects: what goes wrong is in `run.errors`. Nothing is returned where nothing is to be awaited. */
export type Step = (run: Run) => Promise<void> | undefined;
