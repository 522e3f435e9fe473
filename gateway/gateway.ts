import { isIP } from 'node:net';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import { createHttp, createLog, listen, logOperations, type Running, serviceSettings, setting } from '@banyan/kit';
import cors from '@fastify/cors';
import type { JWK } from 'jose';
import { z } from 'zod';
import { createContexts, type GatewayContext } from './context.ts';
import { createFormat, errorSettings } from './errors.ts';
import { createExecutor, executorSettings } from './executor.ts';
import { addExplorer } from './explorer/routes.ts';
import { addFronts } from './fronts/fronts.ts';
import { startKeySet } from './identity/keySet.ts';
import { watchShares } from './override/shareFile.ts';
import { OverrideShares } from './override/shares.ts';
import { parsing } from './pipeline/documents.ts';
import { subscriptionSettings } from './subscriptions/settings.ts';
import { requestSpans } from './tracing/requestSpans.ts';
import { tracingSettings } from './tracing/settings.ts';
import { createTracing } from './tracing/tracing.ts';
import { usageReporting } from './usage/reporting.ts';
import { usageSettings } from './usage/settings.ts';

const keysOfUser = 'http://localhost:4001/.well-known/jwks.json';
const list = z.string().transform((text) => text.split(',').map((part) => part.trim()));

const isSigningKey = (jwk: JWK) => jwk.kty === 'OKP' && jwk.crv === 'Ed25519' && Boolean(jwk.d);
const isNetwork = (text: string) => /^[^/]+(\/\d{1,3})?$/.test(text) && isIP(text.replace(/\/\d+$/, '')) > 0;

export const gatewaySettings = serviceSettings.extend({
  PORT: setting.port.default(4000),
  ...usageSettings.shape,
  ...executorSettings.shape,
  ...errorSettings.shape,
  ...subscriptionSettings.shape,
  ...tracingSettings.shape,
  /** A JSON file with the shares, in percent, of the named labels of `@override`; it is followed while we run. */
  OVERRIDE_SHARES: z.string().optional(),
  /** Signs the identity for subgraphs; without it the client's own `authorization` is passed on. */
  GATEWAY_SIGNING_JWK: setting.jwk.refine(isSigningKey, 'must be a private Ed25519 key').optional(),
  /** Where the public keys of access tokens are: by default user's where we sign, else nowhere, and nobody is recognised. */
  TOKEN_JWKS_URL: z.url().optional(),
  TOKEN_ISSUER: z.string().default('user'),
  TOKEN_AUDIENCE: z.string().default('gateway'),
  /** Proxies whose `x-forwarded-for` counts: addresses or networks, separated by commas. */
  TRUSTED_PROXIES: list.refine((proxies) => proxies.every(isNetwork), 'must be addresses or networks').optional(),
  /** Origins whose pages may call us from a browser, separated by commas. */
  ALLOWED_ORIGINS: list.default(['https://studio.apollographql.com']),
});

export type GatewayConfig = z.output<typeof gatewaySettings>;

/** Starts the gateway: one endpoint over all subgraphs, at `/graphql`, and an explorer for people at `/`. */
export async function startGateway(config: GatewayConfig): Promise<Running> {
  const log = createLog('gateway', config.LOG_LEVEL);
  // Apollo's gateway reads it when it is made. https://www.apollographql.com/docs/graphos/reference/data-privacy
  process.env.APOLLO_TELEMETRY_DISABLED ??= '1';
  // Apollo Server would read them as well, and its gateway take that for a second source of supergraphs.
  delete process.env.APOLLO_KEY;
  delete process.env.APOLLO_GRAPH_REF;
  const shares = new OverrideShares();
  const unwatch = config.OVERRIDE_SHARES && (await watchShares(config.OVERRIDE_SHARES, shares, log));
  const tracing = await createTracing(config, log);
  const executor = createExecutor(config, shares, log);
  const format = createFormat(config, log);
  const observers = [usageReporting<GatewayContext>(config, log), logOperations<GatewayContext>(log), requestSpans];
  const app = createHttp(log, async () => undefined, { trustedProxies: config.TRUSTED_PROXIES });
  const apollo = new ApolloServer<GatewayContext>({
    gateway: executor.gateway,
    formatError: format,
    parseOptions: parsing,
    csrfPrevention: true,
    introspection: true,
    logger: log,
    stopOnTerminationSignals: false,
    plugins: [
      fastifyApolloDrainPlugin(app) as ApolloServerPlugin<GatewayContext>,
      ApolloServerPluginLandingPageDisabled(),
      ...observers,
    ],
  });
  await apollo.start();
  await app.register(cors, { origin: config.ALLOWED_ORIGINS, exposedHeaders: ['x-correlation-id'], maxAge: 600 });

  const keysUrl = config.TOKEN_JWKS_URL ?? (config.GATEWAY_SIGNING_JWK && keysOfUser);
  const keys = keysUrl ? startKeySet(keysUrl, log) : undefined;
  const contextOf = createContexts(config, keys, tracing, log);
  const fronts = addFronts({ app, apollo, engine: executor.engine, contextOf, observers, format, config, log });
  addExplorer(app);

  const url = await listen(app, config.HOST, config.PORT);
  log.info({ url }, 'ready');
  return {
    url,
    async stop() {
      await fronts.stop();
      await app.close();
      keys?.stop();
      await apollo.stop();
      await executor.stop();
      if (unwatch) await unwatch();
      await tracing.stop();
    },
  };
}
