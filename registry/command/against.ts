import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import { StartError } from '@banyan/kit';
import { readSupergraphConfig, type SubgraphSchema } from '@banyan/kit/composition';

const run = promisify(execFile);
const maxBytes = 64 * 1024 * 1024;

/** The subgraphs of a `supergraph.yaml`. @throws StartError naming the file that cannot be read. */
export async function readSubgraphs(file: string, env = process.env): Promise<SubgraphSchema[]> {
  const sources = await readSupergraphConfig(file, env);
  return Promise.all(
    sources.map(async ({ name, url, schemaFile }) => {
      const sdl = await readFile(schemaFile, 'utf8').catch((error: Error) => {
        throw new StartError(`The schema of subgraph "${name}" cannot be read: ${error.message}`);
      });
      return { name, url, sdl };
    }),
  );
}

/**
 * The subgraphs as they are elsewhere: in a directory, or at a commit of git.
 * @param against a directory that has a file of the same name as `file`, or anything that git takes for a commit.
 * @throws StartError where there is neither.
 */
export async function readSubgraphsOf(against: string, file: string): Promise<SubgraphSchema[]> {
  const isDirectory = await stat(against).then(
    (found) => found.isDirectory(),
    () => false,
  );
  return isDirectory ? readSubgraphs(join(against, relative(process.cwd(), file))) : readAtCommit(against, file);
}

async function readAtCommit(commit: string, file: string): Promise<SubgraphSchema[]> {
  const git = async (...args: string[]) => {
    const { stdout } = await run('git', args, { maxBuffer: maxBytes, cwd: dirname(file) }).catch((error) => {
      const reason = String(error.stderr ?? error.message).trim();
      throw new StartError(`"${commit}" is no directory, and git does not know it: ${reason}`);
    });
    return stdout;
  };
  const root = (await git('rev-parse', '--show-toplevel')).trim();
  const hash = (await git('rev-parse', '--verify', '--end-of-options', `${commit}^{commit}`)).trim();
  const folder = await mkdtemp(join(tmpdir(), 'banyan-check-'));
  try {
    const take = async (path: string) => {
      const text = await git('show', `${hash}:${relative(root, path)}`);
      const copy = resolve(folder, relative(root, path));
      await mkdir(dirname(copy), { recursive: true });
      await writeFile(copy, text);
      return copy;
    };
    const config = await take(resolve(file));
    for (const { schemaFile } of await readSupergraphConfig(config, process.env)) {
      await take(resolve(root, relative(folder, schemaFile)));
    }
    return await readSubgraphs(config);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
