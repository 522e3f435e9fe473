import { httpAnswer } from './http.ts';

/** The one graph that the registry of the benchmark has. */
export const graphRef = 'bench@current';

/**
 * Stands in for a registry, so that gateways which report can do it: delivers one supergraph as Uplink does, takes usage
 * reports, and has the keys of nobody's access tokens.
 * @returns undefined for other addresses.
 */
export function registryAnswer(path: string, body: Buffer, supergraphSdl: string): Buffer | undefined {
  if (path === 'api/ingress/traces') return httpAnswer('{}');
  if (path === '.well-known/jwks.json') return httpAnswer('{"keys":[]}');
  if (path !== 'uplink') return undefined;
  const { ifAfterId } = JSON.parse(body.toString()).variables;
  // Asked once, and not again while anything is measured.
  const current = { id: 'current', minDelaySeconds: 86_400 };
  const routerConfig = ifAfterId
    ? { __typename: 'Unchanged', ...current }
    : { __typename: 'RouterConfigResult', ...current, supergraphSdl, messages: [] };
  return httpAnswer(JSON.stringify({ data: { routerConfig } }));
}
