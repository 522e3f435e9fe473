import { type Running, StartError } from '@banyan/kit';
import { startGateway } from '../gateway.ts';
import type { CommandConfig } from './settings.ts';
import { startFailure } from './startFailure.ts';

/** Starts the gateway for somebody at a terminal, and says where it is. */
export async function serve(config: CommandConfig): Promise<Running> {
  const { SUPERGRAPH, APOLLO_GRAPH_REF, TOKEN_JWKS_URL, TOKEN_ISSUER = '', TOKEN_AUDIENCE = '' } = config;
  if (!SUPERGRAPH && !APOLLO_GRAPH_REF) {
    throw new StartError('Say what to serve: --supergraph <file>. --help lists everything that can be said.');
  }
  // A token of the same keys for somebody else would be taken as well.
  if (TOKEN_JWKS_URL && !(TOKEN_ISSUER && TOKEN_AUDIENCE)) {
    throw new StartError(
      'With TOKEN_JWKS_URL say as well whose tokens count, and for whom: TOKEN_ISSUER, TOKEN_AUDIENCE.',
    );
  }
  const whole = { ...config, SUPERGRAPH: SUPERGRAPH ?? '', TOKEN_ISSUER, TOKEN_AUDIENCE };
  const running = await startGateway(whole).catch((error: unknown) => {
    throw startFailure(error, config);
  });
  const what = APOLLO_GRAPH_REF ?? SUPERGRAPH;
  const url = new URL(running.url).href;
  process.stdout.write(`Serving ${what} at ${url}graphql, with an explorer at ${url} (Ctrl-C ends it).\n`);
  return running;
}
