import type { SupergraphManager } from '@apollo/gateway';
import { StartError } from '@banyan/kit';
import { parse } from 'graphql';
import { readLinks } from '../authorization/links.ts';

const specifications = ['authenticated', 'requiresScopes', 'policy'].map((name) => `https://specs.apollo.dev/${name}`);

/**
 * Refuses supergraphs that link `@authenticated`, `@requiresScopes` or `@policy`. Apollo's gateway refuses them too, and its words do
 * not say what to do.
 */
export function withoutRequirements(manager: SupergraphManager): SupergraphManager {
  return {
    async initialize({ update, ...hooks }) {
      const first = await manager.initialize({
        ...hooks,
        update(next) {
          refuse(next);
          update(next);
        },
      });
      try {
        refuse(first.supergraphSdl);
      } catch (error) {
        await first.cleanup?.();
        throw error;
      }
      return first;
    },
  };
}

function refuse(supergraphSdl: string): void {
  const links = readLinks(parse(supergraphSdl, { noLocation: true }));
  if (links.some(({ identity }) => specifications.includes(identity))) {
    throw new StartError(
      "The supergraph asks for authorisation by directives, which Apollo's executor does not enforce: run with GATEWAY_EXECUTOR=engine.",
    );
  }
}
