import type { GraphQLError } from 'graphql';
import type { EngineResult } from '../execute.ts';
import { type KnownDifference, known } from './knownDifferences.ts';

interface StockResult {
  data?: Record<string, unknown> | null;
  errors?: readonly GraphQLError[];
  extensions?: Record<string, unknown>;
}

/** How two results differ: in what is listed as known, and in what is not. */
export interface Comparison {
  listed: KnownDifference[];
  unlisted?: string;
}

const isCompletion = ({ extensions }: GraphQLError): boolean => extensions.code === 'INVALID_GRAPHQL';

export function compareResults(ours: EngineResult, stock: StockResult): Comparison {
  const listed: KnownDifference[] = [];
  const told = (ours.errors ?? []).filter((error) => !isCompletion(error));
  if (told.length < (ours.errors?.length ?? 0)) listed.push(known.completion);
  const mine = JSON.stringify(ours.data);
  const theirs = JSON.stringify(stock.data);
  if (mine !== theirs) {
    const [all, some] = [sorted(ours.data), sorted(stock.data)];
    if (JSON.stringify(all) === JSON.stringify(some)) listed.push(known.order);
    else if (contains(ours.data, stock.data)) listed.push(known.fragments);
    else return { listed, unlisted: `data\n ours ${mine}\nstock ${theirs}` };
  }
  const errors = describe(told);
  if (errors === describe(stock.errors ?? [])) return { listed };
  const expected = (stock.errors ?? []).map((error) => withoutPlannedPath(error, ours.data));
  if (describe(withoutEchoes(told)) === describe(withoutEchoes(expected))) {
    listed.push(known.plannedPath);
  } else if (sameMessages(told, expected) && told.every(({ path = [] }) => isPlace(ours.data, path))) {
    listed.push(known.otherPlace);
  } else {
    return { listed, unlisted: `errors\n ours ${errors}\nstock ${describe(expected)}\ndata ${mine}` };
  }
  return { listed };
}

/** A path that is no place of a response: with what only plans have, or from an entity on instead of from the root. */
function withoutPlannedPath({ message, path }: GraphQLError, data: EngineResult['data']): Told {
  const [first] = path ?? [];
  const isPlanned = path?.some((key) => key === '@' || key === '_entities');
  return isPlanned || (data && first !== undefined && !Object.hasOwn(data, first)) ? { message } : { message, path };
}

/** An error of an entity that has become null has no place any more; it need not be told where it is told of another one's. */
function withoutEchoes(errors: readonly Told[]): Told[] {
  const placed = new Set(errors.flatMap(({ message, path }) => (path ? [message] : [])));
  return errors.filter(({ message, path }) => path || !placed.has(message));
}

/** Whether `part` is the same data as `whole` but for fields that it lacks. */
function contains(whole: unknown, part: unknown): boolean {
  if (Array.isArray(whole)) {
    return Array.isArray(part) && part.length === whole.length && whole.every((item, at) => contains(item, part[at]));
  }
  if (typeof whole !== 'object' || whole === null) return whole === part;
  if (typeof part !== 'object' || part === null || Array.isArray(part)) return false;
  const fields = whole as Record<string, unknown>;
  return Object.entries(part).every(([key, value]) => Object.hasOwn(fields, key) && contains(fields[key], value));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, item]) => [key, sorted(item)]);
}

interface Told {
  message: string;
  path?: readonly (string | number)[];
}

/** In order. Fetches that travel together fail together, so an error without a path counts once. */
const describe = (errors: readonly Told[]): string => {
  const placed = errors.flatMap(({ message, path }) => (path ? [`${message} @${path.join('.')}`] : []));
  const placeless = new Set(errors.flatMap(({ message, path }) => (path ? [] : [message])));
  return [...placed, ...placeless].sort().join('\n      ');
};

const sameMessages = (ours: readonly Told[], stock: readonly Told[]): boolean => {
  const messages = (errors: readonly Told[]) =>
    describe(errors.map((each) => (each.path ? { ...each, path: [] } : each)));
  return messages(ours) === messages(stock);
};

/**
 * Whether a path leads somewhere in a response: to a value, to the null that stands for it, or to an object that does not have the
 * field, because it was fetched only for another field or another type.
 */
function isPlace(data: unknown, path: readonly (string | number)[]): boolean {
  let value = data;
  for (const key of path) {
    if (value === null) return true;
    if (Array.isArray(value) ? typeof key !== 'number' || key >= value.length : typeof key !== 'string') return false;
    if (typeof value !== 'object') return false;
    if (!Object.hasOwn(value, key)) return true;
    value = (value as Record<string | number, unknown>)[key];
  }
  return true;
}
