import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The last good supergraph of a graph ref, on disk. A file is whole or not there, whenever we are killed. */
export function keepSupergraph(folder: string, graphRef: string) {
  const file = join(folder, `${encodeURIComponent(graphRef)}.graphql`);
  let writing = Promise.resolve();

  return {
    file,

    async read(): Promise<string | undefined> {
      return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined;
        throw error;
      });
    },

    /** Later ones are written after earlier ones. */
    write(supergraphSdl: string): Promise<void> {
      const next = writing.then(async () => {
        await mkdir(folder, { recursive: true });
        await writeFile(`${file}.new`, supergraphSdl, { flush: true });
        await rename(`${file}.new`, file);
      });
      writing = next.catch(() => {});
      return next;
    },
  };
}
