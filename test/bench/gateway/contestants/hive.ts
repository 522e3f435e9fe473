import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startProcess } from '../processes/children.ts';
import type { Contestant } from './contestant.ts';

const versions = { '@graphql-hive/gateway': '2.15.1', '@graphql-hive/router-runtime': '1.4.23' };

/** Installs Hive Gateway into a folder of its own, once. @throws Error when that fails. */
export async function installHive(folder: string): Promise<void> {
  const home = join(folder, 'hive');
  if (await isInstalled(home)) return;
  await mkdir(home, { recursive: true });
  await writeFile(join(home, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  const wanted = Object.entries(versions).map(([name, version]) => `${name}@${version}`);
  const argv = ['npm', 'install', '--prefix', home, '--ignore-scripts', '--no-audit', '--no-fund', '--save-exact'];
  const npm = startProcess([...argv, ...wanted], { cwd: home, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  npm.stderr?.on('data', (chunk) => {
    said += chunk;
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    npm.once('error', reject);
    npm.once('close', resolve);
  });
  if (code !== 0)
    throw new Error(
      `npm install ended with ${code}: ${/^npm error (?!code|errno|syscall).*/m.exec(said)?.[0] ?? said.trim()}`,
    );
}

async function isInstalled(home: string): Promise<boolean> {
  const right = Object.entries(versions).map(async ([name, version]) => {
    const file = join(home, 'node_modules', name, 'package.json');
    return existsSync(file) && JSON.parse(await readFile(file, 'utf8')).version === version;
  });
  return (await Promise.all(right)).every(Boolean);
}

interface HiveOptions {
  name: string;
  title: string;
  /** Its Rust planner's runtime instead of its own in JavaScript, which compiles operations, as in Hive's own benchmarks. */
  isRust: boolean;
  isSharing?: boolean;
}

/** Hive Gateway, whose settings are a module that it loads. */
export async function hive(folder: string, options: HiveOptions): Promise<Contestant> {
  const { name, title, isRust, isSharing = false } = options;
  const home = join(folder, 'hive');
  const config = join(home, `${name}.config.js`);
  await writeFile(config, configOf(isSharing));
  return {
    name,
    title: `Hive Gateway ${versions['@graphql-hive/gateway']}, ${title}`,
    isSharing,
    command: ({ supergraphFile }, port) => ({
      argv: [
        process.execPath,
        join(home, 'node_modules/@graphql-hive/gateway/dist/bin.js'),
        ...['supergraph', supergraphFile, '--config-path', config, '--host', '127.0.0.1', '--port', String(port)],
        ...['--fork', '1', '--disable-websockets', isRust ? '--hive-router-runtime' : '--jit'],
      ],
      cwd: home,
      env: {},
    }),
    objection(output) {
      if (/could not load|falling back/i.test(output)) return 'it could not load what it was told to, and runs without';
      if (isRust && !output.includes('Hive Router Runtime')) return 'it does not run its Rust planner';
      return undefined;
    },
  };
}

/** It passes `authorization` on as ours does, and leaves out what nobody asks for here. */
const configOf = (isSharing: boolean) => `export const gatewayConfig = {
  graphiql: false,
  landingPage: false,
  propagateHeaders: {
    fromClientToSubgraphs: ({ request }) => ({ authorization: request.headers.get('authorization') }),
  },
  inboundInflightRequestDeduplication: ${isSharing},
};
`;
