import type { CheckResult, TaskStatus } from '../checks/check.ts';
import { problemOf } from '../resolvers/problem.ts';

const title = (name: string, status: TaskStatus) => `${name.padEnd(11)} ${status.toLowerCase()}`;
const indent = (line: string) => `  ${line.replaceAll('\n', '\n  ')}`;

/** A check's answers, for a terminal. */
export function wordsOf({ status, composition, operations, lint, downstream }: CheckResult): string {
  const changes = operations.summary?.changes ?? [];
  const lines = [
    title('Build', composition.status),
    ...composition.errors.map((error) => indent(`${error.code}: ${problemOf(error).message}`)),
    ...composition.hints.map((hint) => indent(`hint ${hint.code}: ${hint.message.split('\n', 1)[0]}`)),
    `${title('Operations', operations.status)}, ${operations.summary?.checkedOperations ?? 0} looked at, ${changes.length} changes`,
    ...changes.map(({ severity, code, description }) =>
      indent(`${severity === 'FAILURE' ? '✗' : '·'} ${code} ${description}`),
    ),
    title('Lint', lint.status),
    ...lint.subgraphs.flatMap(({ subgraph, diagnostics }) =>
      diagnostics.map(({ level, rule, message, locations: [place] }) =>
        indent(`${level.toLowerCase()} ${subgraph}:${place?.start.line}:${place?.start.column} ${rule}: ${message}`),
      ),
    ),
    ...downstream.results.flatMap(({ variant, fails, errors, summary }) => [
      title(`@${variant}`, fails ? 'FAILED' : 'PASSED'),
      ...errors.map((error) => indent(`${error.code}: ${error.message}`)),
      ...(summary?.changes ?? [])
        .filter(({ severity }) => severity === 'FAILURE')
        .map(({ code, description }) => indent(`✗ ${code} ${description}`)),
    ]),
    status === 'PASSED' ? 'The change is safe.' : 'The change is not safe.',
  ];
  return `${lines.join('\n')}\n`;
}
