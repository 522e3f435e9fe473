import { failure, type Logger } from '@banyan/kit';
import { GraphQLError } from 'graphql';
import type { SendToSubgraph, SubgraphAnswer, SubgraphRequest } from '../engine/subgraphs.ts';
import { readAnswer } from './answer.ts';
import { Fault } from './fault.ts';
import { headersFor, type TransportContext } from './headers.ts';
import { Memo } from './memo.ts';
import type { TransportSettings } from './settings.ts';
import { Upstream } from './upstream.ts';

/** The way to the subgraphs. */
export interface Transport {
  /**
   * Asks a subgraph, within the deadline of the client's request. Every caller gets an answer of its own, which it may change.
   * @throws GraphQLError SUBGRAPH_TIMEOUT or SUBGRAPH_UNAVAILABLE naming the service, when no answer of GraphQL came.
   */
  send: SendToSubgraph<TransportContext>;
  /**
   * The same, for a caller that changes nothing of the answer. Where the subgraph sent the same text as the last time that it was
   * asked the same, it is the same object: what was made from it, kept in a WeakMap, can be used again.
   */
  sendReadOnly: SendToSubgraph<TransportContext>;
  /** Says where each subgraph is, by its name, from now on. Those that are gone or elsewhere finish what they were asked. */
  setSubgraphs(urls: ReadonlyMap<string, string>): void;
  /** Refuses what comes, waits so long for what is under way (by default as long as that can take), and closes all connections. */
  stop(withinMs?: number): Promise<void>;
}

/** Makes the way to the subgraphs, which leads nowhere until `setSubgraphs` is called. */
export function createTransport(settings: TransportSettings, log: Logger): Transport {
  const upstreams = new Map<string, Upstream>();
  const leaving = new Map<Upstream, Promise<void>>();
  const memo = new Memo(settings.SUBGRAPH_MEMO_BYTES);
  let stopping = false;

  const retire = (upstream: Upstream) => {
    const retired = upstream.retire().finally(() => leaving.delete(upstream));
    leaving.set(upstream, retired);
  };

  const ask = async (request: SubgraphRequest, context: TransportContext, read: Reading): Promise<SubgraphAnswer> => {
    const { subgraph, query, variables, operationName, isMutation } = request;
    const { authorization, trace, deadline, signal } = context;
    const headers = headersFor(context);
    const upstream = stopping ? undefined : upstreams.get(subgraph);
    if (!upstream) throw new Fault('refused', stopping ? 'the gateway is stopping' : 'there is no such subgraph');
    const body = JSON.stringify({ query, variables, operationName });
    // Everything that reaches the subgraph and can change its answer; the `traceparent` is that of whoever came first.
    const shared = settings.SUBGRAPH_DEDUPLICATION && !isMutation;
    const key = shared ? `${trace ? 't' : ''}\n${authorization}\n${body}` : undefined;
    const text = await upstream.flights.take(key, deadline, isMutation ? undefined : signal, (call, end) =>
      upstream.ask(headers, body, isMutation, call, end),
    );
    return read(text, subgraph, body);
  };

  const sendAs =
    (read: Reading): SendToSubgraph<TransportContext> =>
    async (request, context) => {
      try {
        return await ask(request, context, read);
      } catch (error) {
        throw outward(error, request.subgraph, context, log);
      }
    };

  return {
    // Whoever shares a fetch parses it for himself: half of what a structuredClone of the first one's answer takes.
    send: sendAs(readAnswer),
    sendReadOnly: sendAs((text, subgraph, body) => memo.read(`${subgraph}\n${body}`, text)),

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

type Reading = (text: string, subgraph: string, body: string) => SubgraphAnswer;

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
