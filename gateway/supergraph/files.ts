import { type FSWatcher, watch } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { SupergraphManager } from '@apollo/gateway';
import type { Logger } from '@banyan/kit';
import { readSupergraphConfig } from '@banyan/kit/composition';
import { compose } from './compose.ts';

/** Editors write a file in several steps; what comes within this time is one change. */
const settleMs = 100;

/**
 * The supergraph from files: a `.graphql` is loaded, a `.yaml` in Rover's format is composed. Both are watched: a change that
 * composes takes over, one that does not is logged, and the last good supergraph stays.
 */
export function supergraphFromFiles(path: string, log: Logger, env = process.env): SupergraphManager {
  const file = resolve(path);

  async function load(): Promise<{ supergraphSdl: string; files: string[] }> {
    if (file.endsWith('.graphql')) return { supergraphSdl: await readFile(file, 'utf8'), files: [file] };
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

      const watcher = watchFiles(reload);
      watcher.follow(first.files);
      return { supergraphSdl: first.supergraphSdl, cleanup: async () => watcher.close() };
    },
  };
}

/** Watches the folders of files, as a file that is replaced (which editors do) would be lost to a watch of its own. */
function watchFiles(changed: () => void) {
  let wanted = new Set<string>();
  const folders = new Map<string, FSWatcher>();
  let timer: NodeJS.Timeout | undefined;

  const onChange = (folder: string) => (_event: string, name: string | null) => {
    if (name !== null && !wanted.has(resolve(folder, name))) return;
    clearTimeout(timer);
    timer = setTimeout(changed, settleMs);
  };

  return {
    follow(files: string[]) {
      wanted = new Set(files);
      for (const folder of new Set(files.map((name) => dirname(name)))) {
        if (!folders.has(folder)) folders.set(folder, watch(folder, onChange(folder)));
      }
    },
    close() {
      clearTimeout(timer);
      for (const watcher of folders.values()) watcher.close();
    },
  };
}
