import type { ApolloServerPlugin } from '@apollo/server';
import { type FormattedExecutionResult, GraphQLError, type OperationDefinitionNode } from 'graphql';
import type { GatewayContext } from '../context.ts';
import { executeIncrementally, type IncrementalResult } from '../engine/defer/executeIncrementally.ts';
import { type EngineResult, execute } from '../engine/execute.ts';
import type { Preparer } from '../engine/prepare.ts';
import type { Prepared } from '../engine/prepared.ts';
import type { OnFetch } from '../engine/run.ts';
import type { SendToSubgraph, SubgraphAnswer } from '../engine/subgraphs.ts';
import type { EngineSupergraph } from '../engine/supergraph.ts';
import type { Replays } from '../replay/replays.ts';
import { observeForUsage } from '../tracing/usageObserver.ts';
import { type Answer, answerFrom, answerOf, type Format, type TextAnswer } from './answers.ts';
import type { measure } from './measuring.ts';
import { Observation } from './observation.ts';
import type { AdmittedOperation, ClientRequest, Refused } from './operation.ts';
import type { Served } from './served.ts';
import type { Sharing } from './sharing.ts';

export interface AdmissionOptions {
  /** What operations are prepared by now. */
  preparer(): Preparer;
  served(supergraph: EngineSupergraph): Served;
  send: SendToSubgraph<GatewayContext>;
  replays: Replays;
  /** Where equal queries of one caller that are under way share one execution. */
  sharing?: Sharing<Outcome>;
  /** What is done with the result of an operation that is about to be executed. */
  measure: typeof measure | undefined;
  plugins: readonly ApolloServerPlugin<GatewayContext>[];
  format: Format;
}

/** What an execution came to. */
export interface Outcome {
  answer: TextAnswer;
  /** As they are inside. */
  errors: readonly GraphQLError[] | undefined;
}

/** The way in for every front that stands beside Apollo Server. */
export interface Admission {
  /** Reads, authorises and plans what a client asks for. What may not be executed is answered and observed already. */
  admit(request: ClientRequest, context: GatewayContext, options?: AdmitOptions): Promise<AdmittedOperation | Refused>;
}

export interface AdmitOptions {
  /** The client takes the answer in parts, where the operation has any. */
  isIncremental?: boolean;
}

export const isAdmitted = (found: AdmittedOperation | Refused): found is AdmittedOperation => 'prepared' in found;

export function createAdmission(options: AdmissionOptions): Admission {
  const { served, plugins, format } = options;
  return {
    async admit(request, context, { isIncremental } = {}) {
      const preparer = options.preparer();
      const { supergraph } = preparer;
      const { access, documents } = served(supergraph);
      const seen = await Observation.begin(plugins, supergraph.apiSchema, request, context);
      const refuse = async (errors: readonly GraphQLError[]): Promise<Refused> => {
        await seen.failed(errors);
        const { status, result } = answerOf({ errors: [...errors] }, format);
        await seen.answered(result);
        return { status, refusal: result };
      };
      try {
        const { query, operationName } = request;
        if (!query) return await refuse([withoutQuery()]);
        const read = documents.read(query);
        await seen.read(query, read);
        if (!read.document) return await refuse(read.errors ?? []);
        const operation = read.operation(operationName);
        if (!operation) return await refuse([unknownOperation(operationName)]);
        await seen.resolved(operation);
        const variables = request.variables ?? {};
        const { errors, ...decision } = access.decide(read.document, operationName, variables, context);
        const began = performance.now();
        const prepared = preparer.prepare(read.document, {
          operationName,
          source: read.hash,
          ...decision,
          ...(isIncremental && { incremental: true, variables }),
        });
        if (prepared.uses === 1) context.span?.planned(performance.now() - began);
        return new Admitted(options, seen, prepared, variables, context, errors);
      } catch (error) {
        return refuse([error instanceof GraphQLError ? error : unexpected(error)]);
      }
    },
  };
}

class Admitted implements AdmittedOperation {
  readonly prepared: Prepared;
  readonly operation: OperationDefinitionNode;
  readonly variables: Record<string, unknown>;
  readonly context: GatewayContext;
  readonly errors: readonly GraphQLError[];
  readonly #onFetch: OnFetch;
  readonly #options: AdmissionOptions;
  readonly #seen: Observation;

  constructor(
    options: AdmissionOptions,
    seen: Observation,
    prepared: Prepared,
    variables: Record<string, unknown>,
    context: GatewayContext,
    errors: readonly GraphQLError[] = [],
  ) {
    this.#options = options;
    this.#seen = seen;
    this.prepared = prepared;
    this.operation = prepared.operation;
    this.variables = variables;
    this.context = context;
    this.errors = errors;
    this.#onFetch = observeForUsage(prepared, seen.metrics);
    if (seen.metrics.captureTraces) context.trace = true;
  }

  async execute(event?: SubgraphAnswer): Promise<FormattedExecutionResult> {
    return (await this.answer(event)).result;
  }

  async text(): Promise<TextAnswer> {
    const { sharing } = this.#options;
    const { deadline, authorization, trace } = this.context;
    const isShared = sharing && this.operation.operation === 'query' && !trace;
    const key = isShared ? `${this.prepared.number} ${authorization} ${JSON.stringify(this.variables)}` : '';
    const { answer, errors } = await (isShared ? sharing.take(key, deadline, () => this.#outcome()) : this.#outcome());
    if (errors) await this.#seen.failed(errors);
    return answer;
  }

  async #outcome(): Promise<Outcome> {
    const { prepared, variables, context, errors } = this;
    const { send, replays } = this.#options;
    const measured = this.#options.measure?.(prepared, variables);
    const run = async (way: SendToSubgraph<GatewayContext>) => {
      const result = await execute(prepared, { variables, context, send: way, errors, onFetch: this.#onFetch });
      return measured ? measured(result) : result;
    };
    const isPlain = this.operation.operation === 'query' && errors.length === 0 && !context.trace && !context.span;
    try {
      const done = isPlain
        ? await replays.execute(prepared, variables, context, run)
        : { result: await run(send), text: undefined };
      if (done.text !== undefined) return { answer: answerFrom(done.text), errors: undefined };
      return this.#formatted(done.result);
    } catch (error) {
      return this.#formatted({ errors: [error instanceof GraphQLError ? error : unexpected(error)] });
    }
  }

  #formatted(result: EngineResult): Outcome {
    const answer = answerOf(result, this.#options.format);
    return { answer: { ...answer, text: JSON.stringify(answer.result) }, errors: result.errors };
  }

  async answer(event?: SubgraphAnswer): Promise<Answer> {
    const { prepared, variables, errors } = this;
    const { send, format } = this.#options;
    let result: EngineResult;
    try {
      const context = event ? await this.context.renewed() : this.context;
      const onFetch = event ? undefined : this.#onFetch;
      const measured = this.#options.measure?.(prepared, variables);
      result = await execute(prepared, { variables, context, send, event, errors, onFetch });
      if (measured) result = measured(result);
    } catch (error) {
      result = { errors: [error instanceof GraphQLError ? error : unexpected(error)] };
    }
    if (result.errors && !event) await this.#seen.failed(result.errors);
    return answerOf(result, format);
  }

  async inParts(): Promise<IncrementalResult> {
    const { prepared, variables, context, errors } = this;
    const { send } = this.#options;
    try {
      const result = await executeIncrementally(prepared, { variables, context, send, errors, onFetch: this.#onFetch });
      if (result.initial.errors) await this.#seen.failed(result.initial.errors);
      return result;
    } catch (error) {
      const failed = [error instanceof GraphQLError ? error : unexpected(error)];
      await this.#seen.failed(failed);
      return { initial: { errors: failed, pending: [], hasNext: false }, subsequent: nothing() };
    }
  }

  finish(answer: FormattedExecutionResult): Promise<void> {
    return this.#seen.answered(answer);
  }
}

async function* nothing(): IncrementalResult['subsequent'] {}

const withoutQuery = () =>
  new GraphQLError('GraphQL operations must contain a non-empty `query` or a `persistedQuery` extension.', {
    extensions: { code: 'BAD_REQUEST' },
  });

const unknownOperation = (name: string | null | undefined) =>
  new GraphQLError(
    name ? `Unknown operation named "${name}".` : 'Must provide operation name if query contains multiple operations.',
    {
      extensions: { code: 'OPERATION_RESOLUTION_FAILURE' },
    },
  );

/** The log gets it, the client an id. */
function unexpected(error: unknown): GraphQLError {
  const originalError = error instanceof Error ? error : new Error(String(error));
  return new GraphQLError(originalError.message, { originalError });
}
