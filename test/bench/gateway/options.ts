import { parseArgs } from 'node:util';

export const help = `npm run bench:gateway -- [flags]
Compares gateways, each one process on one core, by slices in turn.

  --only ours,stock      these contestants (ours, ours-sharing, stock, hive, hive-rust, hive-sharing, hive-rust-sharing)
  --workload a,b         these workloads (standard-unique, standard-changing, standard-same, typename, field, distinct, misses,
                         answer-1k, answer-10k, answer-100k, answer-1m)
  --slices 5             so many slices of each contestant (20 with --cost and --compare)
  --seconds 5            so long each
  --warm-up 5            so many seconds before the first slice
  --operations 1000      so many distinct operations
  --variant NAME=A=x,B=y our own gateway with these variables as one contestant more; a NAME that ends in "sharing" takes part where
                         equal requests are shared only
  --cost NAME=x,y,z      our own gateway with itself, the variable (usage-sample for USAGE_SAMPLE) being each of these
  --compare NAME=A=x,B=y our own gateway with itself, once for each time that it is given; the first is the reference
  --no-reporting         ours and stock load a file and report to no registry
  --picture FILE         where the picture is drawn (.data/bench/gateway.svg)`;

const flags = {
  only: { type: 'string' },
  workload: { type: 'string' },
  slices: { type: 'string' },
  seconds: { type: 'string', default: '5' },
  'warm-up': { type: 'string', default: '5' },
  operations: { type: 'string', default: '1000' },
  variant: { type: 'string', multiple: true },
  compare: { type: 'string', multiple: true },
  cost: { type: 'string' },
  'no-reporting': { type: 'boolean', default: false },
  picture: { type: 'string', default: '.data/bench/gateway.svg' },
  help: { type: 'boolean', default: false },
} as const;

/** Our own gateway under some variables. */
export interface Variant {
  name: string;
  env: Record<string, string>;
}

export interface Options {
  only: string[] | undefined;
  workloads: string[] | undefined;
  slices: number;
  seconds: number;
  warmUpSeconds: number;
  operations: number;
  variants: Variant[];
  /** Not empty: these, and nobody else. */
  comparison: Variant[];
  isReporting: boolean;
  picture: string;
  isHelp: boolean;
}

/** @throws Error naming the flag that is wrong. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({ args: [...args], options: flags });
  const number = (flag: 'slices' | 'seconds' | 'warm-up' | 'operations', other = 0) => {
    const value = Number(values[flag] ?? other);
    if (!(value > 0)) throw new Error(`--${flag} must be a number above 0`);
    return value;
  };
  const comparison = [...(values.compare ?? []).map(readVariant), ...(values.cost ? readCost(values.cost) : [])];
  return {
    only: values.only?.split(','),
    workloads: values.workload?.split(',') ?? (comparison.length > 0 ? ['standard-unique'] : undefined),
    slices: Math.round(number('slices', comparison.length > 0 ? 20 : 5)),
    seconds: number('seconds'),
    warmUpSeconds: number('warm-up'),
    operations: Math.round(number('operations')),
    variants: (values.variant ?? []).map(readVariant),
    comparison,
    isReporting: !values['no-reporting'],
    picture: values.picture,
    isHelp: values.help,
  };
}

/** `NAME=A=x,B=y`; a name alone changes nothing. */
function readVariant(text: string): Variant {
  const [name = '', ...rest] = text.split('=');
  if (!/^[\w.-]+$/.test(name)) throw new Error(`"${text}" must be NAME=VARIABLE=value,VARIABLE=value`);
  const pairs = rest.join('=').split(',').filter(Boolean);
  const env = pairs.map((pair) => {
    const [variable = '', ...value] = pair.split('=');
    if (!/^[A-Z][A-Z0-9_]*$/.test(variable)) throw new Error(`"${pair}" in "${text}" must be VARIABLE=value`);
    return [variable, value.join('=')];
  });
  return { name, env: Object.fromEntries(env) };
}

/** `usage-sample=0,0.01,1`. */
function readCost(text: string): Variant[] {
  const [name = '', values = ''] = text.split('=');
  if (!/^[a-z][a-z0-9-]*$/.test(name) || !values) throw new Error('--cost must be name=value,value');
  const variable = name.toUpperCase().replaceAll('-', '_');
  return values.split(',').map((value) => ({ name: `${name}-${value}`, env: { [variable]: value } }));
}
