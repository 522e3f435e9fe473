import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { SupergraphManager } from '@apollo/gateway';
import type { Logger } from '@banyan/kit';
import { readSupergraphConfig, watchFiles } from '@banyan/kit/composition';
import { compose } from './compose.ts';

/**
 * The supergraph from files: a `.yaml` in Rover's format is composed, anything else (a `.graphql`) is loaded. Both are watched: a
 * change that composes takes over, one that does not is logged, and the last good supergraph stays.
 */
export function supergraphFromFiles(path: string, log: Logger, env = process.env): SupergraphManager {
  const file = resolve(path);

  async function load(): Promise<{ supergraphSdl: string; files: string[] }> {
    if (!/\.ya?ml$/.test(file)) return { supergraphSdl: await readFile(file, 'utf8'), files: [file] };
    const sources = await readSupergraphConfig(file, env);
    return { supergraphSdl: await compose(sources), files: [file, ...sources.map((source) => source.schemaFile)] };
  }

  return {
    async initialize({ update }) {
      const first = await load();
      let current = first.supergraphSdl;

      async function reload() {
        try {
          const next = await load();
          watcher.follow(next.files);
          if (next.supergraphSdl === current) return;
          update(next.supergraphSdl);
          current = next.supergraphSdl;
          log.info('the supergraph has changed and is served now');
        } catch (error) {
          log.error(`the new supergraph is not used, the last good one is served on. ${(error as Error).message}`);
        }
      }

      // One after the other: an earlier change that takes longer must not take over last.
      let reloading = Promise.resolve();
      const watcher = watchFiles(() => {
        reloading = reloading.then(reload);
      });
      watcher.follow(first.files);
      return { supergraphSdl: first.supergraphSdl, cleanup: async () => watcher.close() };
    },
  };
}
