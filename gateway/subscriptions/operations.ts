import { type Logger, refusal } from '@banyan/kit';
import { type FormattedExecutionResult, GraphQLError, getVariableValues } from 'graphql';
import type { Asking, ContextOf } from '../context.ts';
import { type Admission, isAdmitted } from '../pipeline/admission.ts';
import { answerOf, type Format } from '../pipeline/answers.ts';
import type { AdmittedOperation, ClientRequest, Refused } from '../pipeline/operation.ts';
import type { Hub } from './hub.ts';
import type { Results } from './results.ts';
import type { SubscriptionSettings } from './settings.ts';
import { subscriptionResults } from './subscriptionResults.ts';

/** An operation that is admitted and not yet run. */
export interface Entered {
  readonly operation: AdmittedOperation;
  /** Counts the ends of all subscriptions: one that was admitted before such an end does not outlive it. */
  readonly era: number;
}

export interface OperationsOptions {
  admission: Admission;
  contextOf: ContextOf;
  format: Format;
  hub: Hub;
  settings: SubscriptionSettings;
  log: Logger;
}

/** The connection to a client. */
export interface Connection {
  /** Aborted when it closes. */
  readonly gone: AbortSignal;
  /** Closes it at once. */
  cut(): void;
}

/** A subscription that somebody listens to. */
interface Live {
  end(): void;
  /** Ends the connection on which it is, for a client that does not let it end. */
  cut(): void;
  over: Promise<void>;
}

/** How long a client may take what is left for it, once its subscription ends. */
export const partingMs = 5_000;

/** Runs operations for the fronts that answer with streams of results. */
export class Operations {
  readonly #options: OperationsOptions;
  readonly #live = new Set<Live>();
  #era = 0;
  #isStopping = false;

  constructor(options: OperationsOptions) {
    this.#options = options;
  }

  /** How many subscriptions there are. */
  get count(): number {
    return this.#live.size;
  }

  get isStopping(): boolean {
    return this.#isStopping;
  }

  /** Finds out who asks and whether they may. @param authorization where it is not in the request's header */
  async enter(asked: ClientRequest, asking: Asking, authorization?: string): Promise<Entered | Refused> {
    const era = this.#era;
    try {
      if (this.#isStopping) throw this.stopping();
      const context = await this.#options.contextOf(asking, authorization);
      const found = await this.#options.admission.admit(asked, context);
      return isAdmitted(found) ? { operation: found, era } : found;
    } catch (error) {
      return this.refusal(error);
    }
  }

  /** What is said to whoever comes then. */
  stopping(): GraphQLError {
    return refusal('SUBGRAPH_UNAVAILABLE', 'The gateway is stopping. Connect again.');
  }

  /** The error, as clients may see it. */
  refusal(error: unknown): Refused {
    const shown = error instanceof GraphQLError ? error : new GraphQLError('', { originalError: asError(error) });
    const { status, result } = answerOf({ errors: [shown] }, this.#options.format);
    return { status, refusal: result };
  }

  /** One result of a query or mutation, or those of a subscription until it ends or the client goes. */
  run({ operation, era }: Entered, connection: Connection): Results {
    const { primary } = operation.prepared;
    if (!primary || !hasVariables(operation)) return this.#once(operation);
    const { hub, settings } = this.#options;
    const feed = hub.join(operation, primary);
    const results = subscriptionResults(operation, feed, (error) => this.refusal(error).refusal);
    const live = { end: () => feed.end(), cut: () => connection.cut(), over: results.over };
    const life = setTimeout(live.end, lifeOf(operation, settings));
    const leave = () => void results.return();
    this.#live.add(live);
    void results.over.then(() => {
      clearTimeout(life);
      this.#live.delete(live);
      connection.gone.removeEventListener('abort', leave);
    });
    connection.gone.addEventListener('abort', leave);
    if (connection.gone.aborted) leave();
    if (era !== this.#era) live.end();
    return results;
  }

  /** Ends all subscriptions: whoever listens gets the events that wait and `complete`, or is cut off when that takes too long. */
  async endAll(why: string): Promise<void> {
    this.#era++;
    const ending = [...this.#live];
    if (ending.length === 0) return;
    this.#options.log.info({ why, count: ending.length }, 'all subscriptions end');
    const limit = setTimeout(() => {
      for (const live of ending) if (this.#live.has(live)) live.cut();
    }, partingMs);
    for (const live of ending) live.end();
    await Promise.all(ending.map(({ over }) => over));
    clearTimeout(limit);
  }

  /** The same, and nothing is begun any more. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    await this.endAll('the gateway stops');
  }

  async *#once(operation: AdmittedOperation): Results {
    const result: FormattedExecutionResult = await operation.execute();
    await operation.finish(result);
    yield result;
  }
}

/** Until the upper limit, or until the caller's token expires. */
function lifeOf({ context }: AdmittedOperation, { SUBSCRIPTION_LIFE_MS }: SubscriptionSettings): number {
  const { caller } = context;
  return caller ? Math.min(SUBSCRIPTION_LIFE_MS, caller.expiresAt * 1_000 - Date.now()) : SUBSCRIPTION_LIFE_MS;
}

/** False where variables are not those of the operation: executing it says so, and no subgraph need be asked. */
function hasVariables({ prepared, variables }: AdmittedOperation): boolean {
  const { variableDefinitions = [] } = prepared.operation;
  return getVariableValues(prepared.supergraph.apiSchema, variableDefinitions, variables).errors === undefined;
}

const asError = (error: unknown) => (error instanceof Error ? error : new Error(String(error)));
