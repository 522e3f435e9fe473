import { failure, type Logger } from '@banyan/kit';
import { GraphQLError } from 'graphql';
import type { SendToSubgraph, SubgraphAnswer, SubgraphRequest } from '../engine/subgraphs.ts';
import { readAnswer } from './answer.ts';
import { Fault } from './fault.ts';
import { headersFor, type TransportContext } from './headers.ts';
import type { TransportSettings } from './settings.ts';
import { Upstream } from './upstream.ts';

/** The way to the subgraphs. */
export interface Transport {
  /**
   * Asks a subgraph, within the deadline of the client's request. Every caller gets an answer of its own, which it may change.
   * @throws GraphQLError SUBGRAPH_TIMEOUT or SUBGRAPH_UNAVAILABLE naming the service, when no answer of GraphQL came.
   */
  send: SendToSubgraph<TransportContext>;
  /** The same for a body that is made already; the answer is as it came, and not read yet. */
  ask(question: Question, context: TransportContext): Promise<string>;
  /** Reads such an answer. @throws the same where it is none. */
  read(text: string, subgraph: string, context: TransportContext): SubgraphAnswer;
  /** Says where each subgraph is, by its name, from now on. Those that are gone or elsewhere finish what they were asked. */
  setSubgraphs(urls: ReadonlyMap<string, string>): void;
  /** Refuses what comes, waits so long for what is under way (by default as long as that can take), and closes all connections. */
  stop(withinMs?: number): Promise<void>;
}

/** Makes the way to the subgraphs, which leads nowhere until `setSubgraphs` is called. */
export function createTransport(settings: TransportSettings, log: Logger): Transport {
  const upstreams = new Map<string, Upstream>();
  const leaving = new Map<Upstream, Promise<void>>();
  let stopping = false;

  const retire = (upstream: Upstream) => {
    const retired = upstream.retire().finally(() => leaving.delete(upstream));
    leaving.set(upstream, retired);
  };

  const ask = async ({ subgraph, body, isMutation }: Question, context: TransportContext): Promise<string> => {
    const { authorization, trace, deadline, signal } = context;
    const headers = headersFor(context);
    const upstream = stopping ? undefined : upstreams.get(subgraph);
    if (!upstream) throw new Fault('refused', stopping ? 'the gateway is stopping' : 'there is no such subgraph');
    // Everything that reaches the subgraph and can change its answer; the `traceparent` is that of whoever came first.
    const shared = settings.SUBGRAPH_DEDUPLICATION && !isMutation;
    const key = shared ? `${trace ? 't' : ''}\n${authorization}\n${body}` : undefined;
    return upstream.flights.take(key, deadline, isMutation ? undefined : signal, (call, end) =>
      upstream.ask(headers, body, isMutation, call, end),
    );
  };

  const orOutward = async <T>(work: Promise<T>, subgraph: string, context: TransportContext): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      throw outward(error, subgraph, context, log);
    }
  };

  return {
    // Whoever shares a fetch parses it for himself: half of what a structuredClone of the first one's answer takes.
    send: (request, context) =>
      orOutward(ask(questionOf(request), context).then(readAnswer), request.subgraph, context),
    ask: (question, context) => orOutward(ask(question, context), question.subgraph, context),
    read(text, subgraph, context) {
      try {
        return readAnswer(text);
      } catch (error) {
        throw outward(error, subgraph, context, log);
      }
    },

    setSubgraphs(urls) {
      for (const [name, upstream] of upstreams) {
        if (urls.get(name) === upstream.url) continue;
        upstreams.delete(name);
        retire(upstream);
      }
      for (const [name, url] of urls) {
        if (stopping || upstreams.has(name)) continue;
        try {
          upstreams.set(name, new Upstream(name, url, settings, log));
        } catch (error) {
          log.error({ err: error, subgraph: name, url }, 'the URL of the subgraph is malformed');
        }
      }
    },

    async stop(withinMs = settings.SUBGRAPH_TIMEOUT_MS) {
      stopping = true;
      for (const upstream of upstreams.values()) retire(upstream);
      upstreams.clear();
      const limit = setTimeout(() => {
        for (const upstream of leaving.keys()) void upstream.destroy();
      }, withinMs);
      await Promise.all(leaving.values());
      clearTimeout(limit);
    },
  };
}

/** What a subgraph is sent. */
export interface Question {
  readonly subgraph: string;
  /** JSON. */
  readonly body: string;
  readonly isMutation: boolean;
}

export const questionOf = ({ subgraph, query, variables, operationName, isMutation }: SubgraphRequest): Question => ({
  subgraph,
  body: JSON.stringify({ query, variables, operationName }),
  isMutation,
});

/** The one error that a client sees, whatever happened: it names the service and says nothing of its inside, which the log does. */
function outward(error: unknown, service: string, { correlationId }: TransportContext, log: Logger): GraphQLError {
  const details = { subgraph: service, correlationId };
  if (error instanceof GraphQLError) return error;
  if (!(error instanceof Fault)) log.error({ err: error, ...details }, 'unexpected error');
  else if (error.kind === 'gone') log.debug(details, error.message);
  else log.warn({ err: error, code: error.code, ...details }, 'fetch from subgraph failed');
  const code = error instanceof Fault ? error.code : 'SUBGRAPH_UNAVAILABLE';
  const message = code === 'SUBGRAPH_TIMEOUT' ? 'did not answer in time' : 'is not available now';
  return failure(code, `The service "${service}" ${message}. Try again later.`, { service });
}
