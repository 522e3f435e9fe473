import type { FormattedExecutionResult, GraphQLError, OperationDefinitionNode } from 'graphql';
import type { GatewayContext } from '../context.ts';
import type { IncrementalResult } from '../engine/defer/executeIncrementally.ts';
import type { Prepared } from '../engine/prepared.ts';
import type { SubgraphAnswer } from '../engine/subgraphs.ts';
import type { Answer, TextAnswer } from './answers.ts';

/** What a client asks for. https://graphql.github.io/graphql-over-http/draft/#sec-Request-Parameters */
export interface ClientRequest {
  query?: string;
  operationName?: string | null;
  variables?: Record<string, unknown> | null;
  extensions?: Record<string, unknown> | null;
}

/** An operation that its caller may have executed: parsed, validated, authorised, planned. */
export interface AdmittedOperation {
  readonly prepared: Prepared;
  readonly operation: OperationDefinitionNode;
  readonly variables: Record<string, unknown>;
  readonly context: GatewayContext;
  /** What is known before it runs, such as what authorisation took out of it. */
  readonly errors: readonly GraphQLError[];
  /**
   * Executes it, or for a subscription the rest of its plan for one event of `prepared.primary`, with an identity and a deadline of
   * its own. Never rejects: what goes wrong is in the errors, and they are as a client may see them.
   */
  execute(event?: SubgraphAnswer): Promise<FormattedExecutionResult>;
  /** The same with the status of HTTP. */
  answer(event?: SubgraphAnswer): Promise<Answer>;
  /** The same as text. A query may share this with equal ones of the same caller that are under way. */
  text(): Promise<TextAnswer>;
  /** Executes a query or mutation that is prepared for it in parts. The errors are as they are inside. Never rejects. */
  inParts(): Promise<IncrementalResult>;
  /** Tells those who observe (log, usage reports, traces) what has been answered. To be called once. */
  finish(answer: FormattedExecutionResult): Promise<void>;
}

/** An operation that is not executed. */
export interface Refused {
  /** Of HTTP. */
  readonly status: number;
  readonly refusal: FormattedExecutionResult;
}
