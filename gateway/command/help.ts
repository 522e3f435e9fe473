import { flagNames, flags } from './flags.ts';
import { commandSettings } from './settings.ts';
import { variables } from './variables.ts';

const width = 100;

/** All that can be said to the command. The defaults are those of the settings themselves. */
export function help(): string {
  const shown = [
    ...flagNames.map((name) => [`--${name} ${flags[name].value}`, flags[name].words] as const),
    ['--help', 'Says this.'] as const,
    ['--version', 'Says which version it is.'] as const,
  ];
  const column = Math.max(...shown.map(([flag]) => flag.length)) + 2;
  return [
    'Usage: npm run gateway -- --supergraph <file> [flags]',
    '',
    ...wrapped('Serves a Federation 2 supergraph: GraphQL at /graphql, an explorer for people at /.', ''),
    '',
    'Flags, which win over the environment:',
    '',
    ...shown.flatMap(([flag, words]) => {
      const [first = '', ...rest] = wrapped(words, ' '.repeat(column + 2));
      return [`  ${flag.padEnd(column)}${first.trim()}`, ...rest];
    }),
    '',
    'Environment, each variable with its default:',
    ...Object.entries(variables).flatMap(([name, words]) => [
      '',
      `  ${name} (${defaultOf(name as keyof typeof variables)})`,
      ...wrapped(words, '      '),
    ]),
    '',
  ].join('\n');
}

/** As it would be written in an environment. */
function defaultOf(name: keyof typeof commandSettings.shape): string {
  const { success, data } = commandSettings.shape[name].safeParse(undefined);
  if (!success) return 'required';
  return data === undefined ? 'none' : String(data);
}

function wrapped(text: string, indent: string): string[] {
  const lines: string[] = [];
  let line = indent;
  for (const word of text.split(' ')) {
    if (line.length + word.length >= width && line.trim() !== '') {
      lines.push(line.trimEnd());
      line = indent;
    }
    line += `${word} `;
  }
  return [...lines, line.trimEnd()];
}
