import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of files for rover to read. */
export async function createFiles() {
  const folder = await mkdtemp(join(tmpdir(), 'banyan-files-'));
  let count = 0;
  return {
    folder,
    /** Writes a file. @returns its path. */
    async write(text: string, name = `${count++}.graphql`): Promise<string> {
      const path = join(folder, name);
      await writeFile(path, text);
      return path;
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

export type Files = Awaited<ReturnType<typeof createFiles>>;
