import type { commandSettings } from './settings.ts';

/** What each variable of the environment means to who runs the gateway. */
export const variables: Record<keyof typeof commandSettings.shape, string> = {
  SUPERGRAPH: "What to serve: a supergraph's .graphql, or a .yaml in Rover's format. It is followed when it changes.",
  HOST: 'The address to listen on; 0.0.0.0 for all.',
  PORT: 'The port to listen on; 0 for any that is free.',
  LOG_LEVEL: 'How much is logged: trace, debug, info, warn, error or silent. From info on each request is.',
  ALLOWED_ORIGINS: 'Origins whose pages may call from a browser, separated by commas.',
  TRUSTED_PROXIES: 'Proxies whose x-forwarded-for says who the client is: addresses or networks, separated by commas.',
  GATEWAY_EXECUTOR: "What executes operations: engine is our own executor, stock is Apollo's, the reference.",
  REQUEST_TIMEOUT_MS: "How long a client's request may take, all its fetches together (engine alone).",
  REQUEST_DEDUPLICATION: 'Whether equal queries of one caller that are under way share one execution.',
  OPERATION_COSTS:
    'told adds to each answer, in extensions.cost, what its operation was estimated to cost and has cost (@cost, @listSize).',
  OVERRIDE_SHARES:
    'A JSON file with the shares, in percent, of the labels of @override. It is followed when it changes.',

  SUBGRAPH_ERRORS:
    'passed shows clients message, path and extensions.code of an error as its subgraph has told it; masked shows no more ' +
    'than that there was one, unless its code is one of the house.',
  SUBGRAPH_TIMEOUT_MS: 'How long one fetch from a subgraph may take, its retries included.',
  SUBGRAPH_CONNECTIONS: 'Connections to one subgraph, each with one request at a time.',
  SUBGRAPH_QUEUE: 'Fetches that wait for one of those connections; what comes beyond them is refused.',
  SUBGRAPH_MAX_ANSWER_BYTES: 'The largest answer of a subgraph that is read.',
  SUBGRAPH_RETRIES: 'How often a query is sent again when its subgraph cannot be reached. A mutation never is.',
  SUBGRAPH_DEDUPLICATION: 'Whether equal queries to a subgraph that are under way for one caller share one fetch.',
  SUBGRAPH_MEMO_BYTES: 'How much text of last answers is kept, to be used again when the same ones come.',
  SUBGRAPH_BREAKER_FAILURES:
    'After so many failed fetches in ten seconds, half of all or more, a subgraph is left alone.',
  SUBGRAPH_BREAKER_OPEN_MS: 'For how long it is.',

  TOKEN_JWKS_URL:
    "Where the public keys of clients' access tokens are (a JSON Web Key Set). Without it no token is verified, and what " +
    'needs @authenticated, @requiresScopes or @policy is refused to everybody.',
  TOKEN_ISSUER: 'The issuer that a token must name. Required with TOKEN_JWKS_URL.',
  TOKEN_AUDIENCE: 'The audience that a token must be for. Required with TOKEN_JWKS_URL.',
  GATEWAY_SIGNING_JWK:
    "A private Ed25519 key as a JSON Web Key: subgraphs then get an identity that we sign. Without it a client's " +
    'authorization is passed on to them as it came.',

  APOLLO_GRAPH_REF: 'graph@variant: serve what a registry delivers, unless --supergraph says otherwise.',
  APOLLO_KEY: 'The key with which that registry is asked.',
  APOLLO_SCHEMA_CONFIG_DELIVERY_ENDPOINT: 'Registries that deliver by Uplink, separated by commas, asked in turn.',
  SUPERGRAPH_KEPT_IN: 'The folder where the supergraph delivered last is kept, for a start without the registry.',
  APOLLO_USAGE_ENDPOINT: 'The registry that is told what clients ask. Without it nobody is.',
  USAGE_SAMPLE: 'The share of requests, 0 to 1, whose every field is traced for those reports.',
  USAGE_INTERVAL_MS: 'How often a report is sent.',

  SUBSCRIPTION_CONNECT_MS: 'How long a subgraph may take to accept a subscription.',
  SUBSCRIPTION_IDLE_MS: 'A subgraph that sends nothing for so long, not even a heartbeat, is taken for lost.',
  SUBSCRIPTION_MAX_EVENT_BYTES: 'The largest event of a subgraph; one that is longer ends its subscription.',
  SUBSCRIPTION_QUEUE: 'Events that wait for a client that is slow; with more of them its subscription ends.',
  SUBSCRIPTION_LIFE_MS: 'How long a subscription lasts at most.',
  SUBSCRIPTION_HEARTBEAT_MS: 'How often a client hears from us when there is no event.',
  SUBSCRIPTION_CONNECTIONS_PER_ADDRESS: 'Event streams and WebSockets that one address can have at a time.',
  WEBSOCKET_INIT_MS: 'How long a WebSocket may be open before its connection_init.',
  WEBSOCKET_MAX_MESSAGE_BYTES: 'The largest message that is read from a WebSocket.',
  WEBSOCKET_MAX_OPERATIONS: 'Operations that one WebSocket can have at a time.',

  OTEL_EXPORTER_OTLP_ENDPOINT: 'The base URL of a collector of OpenTelemetry; it turns tracing on.',
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'Where traces go, as it is; more than the base URL.',
  OTEL_SERVICE_NAME: 'What the gateway calls itself in traces.',
  OTEL_TRACES_SAMPLER_ARG: 'The share of requests that are traced, 0 to 1.',
  OTEL_BSP_SCHEDULE_DELAY: 'How long a span waits at most for others to be sent with, in milliseconds.',
  TRACE_PARENTS: "Whether a client's traceparent says if its request is traced: trusted or ignored.",
};
