import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { StartError } from '@banyan/kit';
import { commandSettings } from './settings.ts';

/** Each flag, and the variable in whose place it is given. */
export const flags = {
  supergraph: {
    value: '<file>',
    variable: 'SUPERGRAPH',
    words: "What to serve: a supergraph's .graphql, or a .yaml in Rover's format, whose subgraphs are composed.",
  },
  port: { value: '<port>', variable: 'PORT', words: 'Where to listen; 0 for any port that is free.' },
  host: { value: '<address>', variable: 'HOST', words: 'On which address to listen; 0.0.0.0 for all of them.' },
  executor: {
    value: '<which>',
    variable: 'GATEWAY_EXECUTOR',
    words: "engine for our own executor, stock for Apollo's, which is the reference.",
  },
} as const;

type Name = keyof typeof flags;
export const flagNames = Object.keys(flags) as Name[];

/** What a person has typed. */
export interface Typed {
  wants: 'help' | 'version' | 'service';
  /** What the flags say, by their variables. */
  variables: Record<string, string>;
}

/** @throws StartError that names what is wrong */
export function readFlags(args: string[], env: NodeJS.ProcessEnv = process.env): Typed {
  const { help, version, ...given } = parse(args);
  const variables = Object.fromEntries(
    flagNames.flatMap((name) => {
      const value = given[name];
      return value === undefined ? [] : [[flags[name].variable, checked(name, value, env)]];
    }),
  );
  return { wants: help ? 'help' : version ? 'version' : 'service', variables };
}

function parse(args: string[]) {
  const text = { type: 'string' } as const;
  const mark = { type: 'boolean' } as const;
  try {
    const options = { supergraph: text, port: text, host: text, executor: text, help: mark, version: mark };
    return parseArgs({ args, options: { ...options, help: { ...mark, short: 'h' } } }).values;
  } catch (error) {
    // What Node.js says after that is for who writes such a command.
    const [words] = (error as Error).message.split(/\.? *\n|\. /, 1);
    throw new StartError(`${words}. The file to serve is --supergraph <file>; --help lists every flag.`);
  }
}

function checked(name: Name, value: string, env: NodeJS.ProcessEnv): string {
  const result = commandSettings.shape[flags[name].variable].safeParse(value || undefined);
  if (value === '' || !result.success) {
    const why = result.error?.issues[0]?.message ?? 'it is empty';
    throw new StartError(`--${name} "${value}" cannot be used: ${why}. --help says what can.`);
  }
  // npm runs a script in the folder of its package, wherever it was called.
  const folder = env.npm_lifecycle_event === 'gateway' ? env.INIT_CWD : undefined;
  return name === 'supergraph' ? resolve(folder ?? '', value) : value;
}
