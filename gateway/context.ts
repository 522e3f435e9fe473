import type { IncomingHttpHeaders } from 'node:http';
import type { Logger } from '@banyan/kit';
import type { FastifyRequest } from 'fastify';
import type { JWK } from 'jose';
import { type Caller, createTokenReader } from './identity/accessToken.ts';
import type { KeySet } from './identity/keySet.ts';
import { createSubgraphSigner } from './identity/subgraphToken.ts';
import type { RequestTrace, Tracing } from './tracing/tracing.ts';

/** What the gateway knows of a request, for every fetch that it makes for it. */
export interface GatewayContext {
  /** The `authorization` header for subgraphs. */
  authorization: string;
  /** Who asks, where an access token says so. */
  caller?: Caller;
  /** Equal for requests that subgraphs cannot tell apart by who asks, also when their tokens were renewed. */
  identity: string;
  /** What is steady about who asks: the person's id, otherwise the address. */
  personKey: string;
  correlationId: string;
  /** When the client's request must be answered: milliseconds since the epoch. */
  deadline: number;
  /** Where the request is traced for OpenTelemetry: its span. */
  span?: RequestTrace;
  /** Ends when nobody waits for the answer any more. */
  signal?: AbortSignal;
  /** Ask subgraphs for the trace of each field. */
  trace?: boolean;
  log: Logger;
  /** Of the request as it arrived. */
  method: string;
  headers: IncomingHttpHeaders;
  /** The same request later: with an identity for subgraphs that is still valid, and time again. */
  renewed(): Promise<GatewayContext>;
}

interface ContextConfig {
  GATEWAY_SIGNING_JWK?: JWK;
  TOKEN_ISSUER: string;
  TOKEN_AUDIENCE: string;
  REQUEST_TIMEOUT_MS: number;
}

/** What of a request says who asks. */
export type Asking = Pick<FastifyRequest, 'ip' | 'correlationId' | 'method' | 'headers'>;

/** @param authorization where it is not in the request's header */
export type ContextOf = (request: Asking, authorization?: string) => Promise<GatewayContext>;

/**
 * Makes what is known of a request. The access token is verified once; subgraphs get who asks as we have signed it.
 * Without our key for that they get what the client sent. Without keys of tokens nobody is recognised.
 */
export function createContexts(
  config: ContextConfig,
  keys: KeySet | undefined,
  tracing: Tracing,
  log: Logger,
): ContextOf {
  const { GATEWAY_SIGNING_JWK: jwk, TOKEN_ISSUER: issuer, TOKEN_AUDIENCE: audience } = config;
  const readToken = keys ? createTokenReader(keys, { issuer, audience }, log) : async () => undefined;
  const sign = jwk && createSubgraphSigner(jwk);
  const within = () => Date.now() + config.REQUEST_TIMEOUT_MS;

  return async ({ ip, correlationId, method, headers }, authorization = headers.authorization) => {
    const caller = await readToken(authorization);
    if (!sign) {
      const passed = authorization ?? '';
      const context: GatewayContext = {
        authorization: passed,
        caller,
        identity: passed,
        personKey: caller?.userId ?? (passed || ip),
        correlationId,
        deadline: within(),
        log,
        span: tracing.begin({ correlationId, headers }),
        method,
        headers,
        renewed: async () => ({ ...context, span: undefined, deadline: within() }),
      };
      return context;
    }
    const context: GatewayContext = {
      authorization: `Bearer ${await sign(caller, ip)}`,
      caller,
      identity: JSON.stringify([ip, caller?.userId, caller?.scope, caller?.clientId]),
      personKey: caller?.userId ?? ip,
      correlationId,
      deadline: within(),
      log,
      span: tracing.begin({ correlationId, headers }),
      method,
      headers,
      renewed: async () => ({
        ...context,
        span: undefined,
        authorization: `Bearer ${await sign(caller, ip)}`,
        deadline: within(),
      }),
    };
    return context;
  };
}
