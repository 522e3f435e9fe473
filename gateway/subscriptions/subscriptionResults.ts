import type { FormattedExecutionResult, GraphQLError } from 'graphql';
import type { AdmittedOperation } from '../pipeline/operation.ts';
import type { Feed } from './feed.ts';
import type { Results } from './results.ts';

/** Results of a subscription, and when there are no more of them, however that came. */
export interface SubscriptionResults extends Results {
  over: Promise<void>;
}

/** Executes a subscription for one event of its feed after the other, as fast as its results are taken. */
export function subscriptionResults(
  operation: AdmittedOperation,
  feed: Feed,
  shown: (error: GraphQLError) => FormattedExecutionResult,
): SubscriptionResults {
  const results = resultsOf(operation, feed, shown);
  const over = Promise.withResolvers<void>();
  const iterator: SubscriptionResults = {
    over: over.promise,
    [Symbol.asyncIterator]: () => iterator,
    async next() {
      try {
        const result = await results.next();
        if (result.done) over.resolve();
        return result;
      } catch (error) {
        feed.leave();
        over.resolve();
        throw error;
      }
    },
    async return() {
      feed.leave();
      over.resolve();
      // It may be executing for an event, for which nobody need wait.
      results.return(undefined).catch(() => {});
      return { done: true, value: undefined };
    },
  };
  return iterator;
}

async function* resultsOf(
  operation: AdmittedOperation,
  feed: Feed,
  shown: (error: GraphQLError) => FormattedExecutionResult,
): AsyncGenerator<FormattedExecutionResult, undefined, undefined> {
  const isAccepted = await feed.accepted;
  if (isAccepted) await operation.finish({});
  for (let event = await feed.take(); event; event = await feed.take()) {
    const result = await operation.execute(event.answer());
    if (feed.isLeft) return;
    yield result;
  }
  const last = await lastResult(operation, feed, shown);
  if (!isAccepted) await operation.finish(last ?? {});
  if (last) yield last;
}

/** What is said where it did not end by itself. */
async function lastResult(
  operation: AdmittedOperation,
  { ending }: Feed,
  shown: (error: GraphQLError) => FormattedExecutionResult,
): Promise<FormattedExecutionResult | undefined> {
  if (!ending) return undefined;
  if ('error' in ending) return shown(ending.error);
  // As the request was refused, there are no data. https://spec.graphql.org/September2025/#sec-Response-Format
  const { errors } = await operation.execute(ending.refusal.answer());
  return { errors };
}
