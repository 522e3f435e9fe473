import { createRequire } from 'node:module';
import type { Options } from '../options.ts';
import { banyan } from './banyan.ts';
import type { Contestant } from './contestant.ts';
import { hive, installHive } from './hive.ts';

const apolloVersion: string = createRequire(import.meta.url)('@apollo/gateway/package.json').version;

const hives = [
  { name: 'hive', title: 'JavaScript with JIT', isRust: false },
  { name: 'hive-rust', title: 'Rust planner', isRust: true },
  { name: 'hive-sharing', title: 'JavaScript with JIT, sharing', isRust: false, isSharing: true },
  { name: 'hive-rust-sharing', title: 'Rust planner, sharing', isRust: true, isSharing: true },
];

/**
 * Who takes part. Others are installed first where they are not; when that fails they are left out, and it is said.
 * @throws Error when one is asked for that does not exist.
 */
export async function chooseContestants(
  { only, variants, comparison, isReporting }: Options,
  folder: string,
  say: (line: string) => void,
): Promise<Contestant[]> {
  const own = (name: string, title: string, env: Record<string, string>) =>
    banyan({ name, title, env, isReporting, isSharing: name.endsWith('sharing') });
  if (comparison.length > 0) return comparison.map(({ name, env }) => own(name, name, env));

  const ours = [
    own('ours', 'Banyan', {}),
    own('ours-sharing', 'Banyan, sharing', {}),
    ...variants.map(({ name, env }) => own(name, `Banyan, ${name}`, env)),
    own('stock', `Apollo Gateway ${apolloVersion}`, { GATEWAY_EXECUTOR: 'stock' }),
  ];
  const names = [...ours, ...hives].map(({ name }) => name);
  const unknown = only?.find((name) => !names.includes(name));
  if (unknown) throw new Error(`There is no contestant "${unknown}", only ${names.join(', ')}`);
  const isWanted = ({ name }: { name: string }) => !only || only.includes(name);

  const wanted = hives.filter(isWanted);
  let peers: Contestant[] = [];
  if (wanted.length > 0) {
    say('Hive Gateway is installed, unless it is already there');
    try {
      await installHive(folder);
      peers = await Promise.all(wanted.map((options) => hive(folder, options)));
    } catch (error) {
      say(`Hive Gateway is left out: ${(error as Error).message}`);
    }
  }
  return [...ours.filter(isWanted), ...peers];
}
