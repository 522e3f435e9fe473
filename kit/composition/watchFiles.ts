import { type FSWatcher, watch } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** Editors write a file in several steps; what comes within this time is one change. */
const settleMs = 100;

/** A watch over files that can change. */
export interface FileWatch {
  /** Watches these from now on. */
  follow(files: string[]): void;
  close(): void;
}

/** Watches the folders of files, as a file that is replaced (which editors do) would be lost to a watch of its own. */
export function watchFiles(changed: () => void): FileWatch {
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
        if (folders.has(folder)) continue;
        // A folder that goes away ends its own watch, not the program.
        folders.set(
          folder,
          watch(folder, onChange(folder)).on('error', () => folders.delete(folder)),
        );
      }
    },
    close() {
      clearTimeout(timer);
      for (const watcher of folders.values()) watcher.close();
    },
  };
}
