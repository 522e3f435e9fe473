import { buildSchema } from 'graphql';
import { diffSchemas } from './changes/diffSchemas.ts';
import {
  type JudgedChange,
  type JudgedOperation,
  judgeOperations,
  type OperationsOptions,
  type Severity,
  type TouchedOperation,
} from './operations/judgeOperations.ts';
import { countedOperations } from './operations/operationFilter.ts';
import type { SentOperation } from './operations/sentOperation.ts';
import type { UnknownUse } from './operations/unknownOperations.ts';

/** A change as a check reports it. */
export interface ReportedChange {
  severity: Severity;
  code: string;
  coordinate: string;
  /** What came or went there, where a coordinate cannot say it. */
  member?: string;
  effect: 'breaking' | 'dangerous' | 'safe';
  /** In words; of one that breaks operations with their names, clients and counts. */
  description: string;
  /** Those that it breaks, sent most first; at most a hundred. */
  operations: TouchedOperation[];
}

/** What would change of an API schema, and whom it would break. */
export interface OperationsSummary {
  severity: Severity;
  /** Those that count, and whose text is known. */
  checkedOperations: number;
  /** Those that fail the check first. */
  changes: ReportedChange[];
}

const maxOperations = 100;
const namedOperations = 5;
const namedClients = 3;

/**
 * Compares the API schema that clients are served with a proposed one, and judges what clients sent.
 * @param before absent where nothing is served: then nobody can be broken.
 */
export function checkOperations(
  before: string | undefined,
  after: string,
  operations: readonly SentOperation[],
  options: OperationsOptions,
): OperationsSummary {
  if (before === undefined || before === after) {
    // Nothing is judged where nothing can break, so those that are invalid already are among them.
    const counted = countedOperations(operations, options).filter(({ signature }) => signature !== undefined);
    return { severity: 'NOTICE', checkedOperations: counted.length, changes: [] };
  }
  const [old, next] = [buildSchema(before), buildSchema(after)];
  const judged = judgeOperations(operations, old, next, diffSchemas(old, next), options);
  const unexplained = judged.brokenOperations.filter(
    ({ brokenBy, markedSafe }) => brokenBy.length === 0 && !markedSafe,
  );
  const changes = [...judged.changes.map(reported), ...unexplained.map(reportedOperation)];
  const order = ({ severity, effect }: ReportedChange) =>
    (severity === 'FAILURE' ? 0 : 3) + ['breaking', 'dangerous', 'safe'].indexOf(effect);
  return {
    severity: judged.severity,
    checkedOperations: judged.checkedOperations,
    changes: changes.sort((a, b) => order(a) - order(b)),
  };
}

function reported({
  severity,
  code,
  coordinate,
  member,
  effect,
  description,
  markedSafe,
  unknown,
  ...rest
}: JudgedChange): ReportedChange {
  const operations = rest.brokenOperations.toSorted((a, b) => b.count - a.count).slice(0, maxOperations);
  const more = rest.brokenOperations.length - namedOperations;
  const named = operations.slice(0, namedOperations).map(operationWords);
  const broken = named.length > 0 ? ` Breaks ${named.join('; ')}${more > 0 ? `; and ${more} more` : ''}.` : '';
  const safe = markedSafe ? ' Marked as safe.' : '';
  const words = `${description}${broken}${unknown ? unknownWords(unknown) : ''}${safe}`;
  return { severity, code, coordinate, member, effect, description: words, operations };
}

/** What nobody can say of a change: `safe` would be more than is known. */
const unknownWords = ({ requests, asked }: UnknownUse): string =>
  asked > 0
    ? ` ${requestWords(asked)} asked for it in operations whose text is not known.`
    : ` ${requestWords(requests)} could not be checked: the text of their operations is not known.`;

/** An operation that is broken although no single change explains it. */
function reportedOperation({
  errors,
  brokenBy: _,
  changes: __,
  verdict: ___,
  ...operation
}: JudgedOperation): ReportedChange {
  return {
    severity: 'FAILURE',
    code: 'OPERATION_INVALID',
    coordinate: '',
    effect: 'breaking',
    description: `Breaks ${operationWords(operation)}: ${errors.join(' ')}`,
    operations: [operation],
  };
}

/** `HomeFeed (1,024 requests: web 1.2, ios 3)`. */
function operationWords({ name, id, count, clients }: TouchedOperation): string {
  const sorted = clients.toSorted((a, b) => b.count - a.count);
  const named = sorted
    .slice(0, namedClients)
    .map((client) => `${client.name || 'an unnamed client'} ${client.version}`.trim());
  const more = sorted.length > namedClients ? ` and ${sorted.length - namedClients} more` : '';
  return `${name ?? `the unnamed operation ${id.slice(0, 12)}`} (${requestWords(count)}: ${named.join(', ')}${more})`;
}

const requestWords = (count: number): string => `${count.toLocaleString('en')} ${count === 1 ? 'request' : 'requests'}`;
