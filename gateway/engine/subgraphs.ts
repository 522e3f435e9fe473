import type { FetchNode } from '@apollo/query-planner';

/** One request to a subgraph, as the engine makes it. */
export interface SubgraphRequest {
  subgraph: string;
  query: string;
  operationName?: string;
  variables?: Record<string, unknown>;
  /** A mutation must never be sent twice. */
  isMutation: boolean;
  /** The fetches of the plan that it is for: several where they travel together. */
  nodes?: readonly FetchNode[];
}

export interface SubgraphError {
  message: string;
  path?: readonly (string | number)[];
  extensions?: Record<string, unknown>;
  locations?: readonly { line: number; column: number }[];
}

export interface SubgraphAnswer {
  data?: Record<string, unknown> | null;
  errors?: readonly SubgraphError[];
  extensions?: Record<string, unknown>;
}

/**
 * How the engine reaches subgraphs. Rejects with an error where no answer of GraphQL came; the engine may keep and change the
 * answer's `data`.
 */
export type SendToSubgraph<Context> = (request: SubgraphRequest, context: Context) => Promise<SubgraphAnswer>;
