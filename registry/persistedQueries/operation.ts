import { UserMistake } from '@banyan/kit';
import { Kind, parse } from 'graphql';

export type OperationType = 'QUERY' | 'MUTATION' | 'SUBSCRIPTION';

/** An operation that clients send by its id. */
export interface PersistedOperation {
  /** Chosen by the client, mostly the sha256 of the body. */
  id: string;
  name: string;
  type: OperationType;
  body: string;
  /** The only client that may ask for it; another client's may have the same id. */
  clientName?: string | null;
}

const kibibyte = 1024;

export const limits = {
  /** Operations of one publish. */
  published: 10_000,
  /** Operations of one list. */
  listed: 50_000,
  bodyBytes: 256 * kibibyte,
  /** All bodies of one list: what a gateway keeps in memory. */
  listBytes: 64 * kibibyte * kibibyte,
  nameLength: 256,
  tokens: 20_000,
};

/** What stands for one operation in a list: its id and its client. */
export const keyOfOperation = ({ id, clientName }: Pick<PersistedOperation, 'id' | 'clientName'>): string =>
  JSON.stringify([id, clientName ?? null]);

/**
 * The operations of a publish, each once.
 * @throws UserMistake for the first that is wrong: too large, no GraphQL, not the operation that its name and type say, or one of
 *   two that differ under the same id.
 */
export function checkOperations(operations: readonly PersistedOperation[]): PersistedOperation[] {
  if (operations.length > limits.published) {
    throw mistake(
      `A publish has at most ${limits.published} operations; this one has ${operations.length}. Publish in parts.`,
    );
  }
  const checked = new Map<string, PersistedOperation>();
  for (const operation of operations) {
    const key = keyOfOperation(operation);
    const before = checked.get(key);
    if (before && !isSame(before, operation)) throw mistake(`Two different operations have the id "${operation.id}".`);
    checked.set(key, checkOperation(operation));
  }
  return [...checked.values()];
}

/** Whether two operations with the same key are equal in all. */
export const isSame = (a: PersistedOperation, b: PersistedOperation): boolean =>
  a.body === b.body && a.name === b.name && a.type === b.type;

function checkOperation({ id, name, type, body, clientName }: PersistedOperation): PersistedOperation {
  const texts = { id, name, ...(clientName != null && { clientName }) };
  for (const [field, text] of Object.entries(texts)) {
    if (text.length < 1 || text.length > limits.nameLength || !text.isWellFormed()) {
      throw mistake(`The ${field} of an operation has 1 to ${limits.nameLength} characters: "${id.slice(0, 80)}".`);
    }
  }
  if (Buffer.byteLength(body) > limits.bodyBytes || !body.isWellFormed()) {
    throw mistake(`The operation "${name}" is larger than ${limits.bodyBytes / kibibyte} KiB.`);
  }
  if (!hasOperation(body, name, type))
    throw mistake(`The body of "${name}" has no ${type.toLowerCase()} of that name.`);
  return { id, name, type, body, ...(clientName != null && { clientName }) };
}

/** @throws UserMistake for a body that is no GraphQL. */
function hasOperation(body: string, name: string, type: OperationType): boolean {
  try {
    const { definitions } = parse(body, { noLocation: true, maxTokens: limits.tokens });
    return definitions.some(
      (definition) =>
        definition.kind === Kind.OPERATION_DEFINITION &&
        definition.name?.value === name &&
        definition.operation === type.toLowerCase(),
    );
  } catch (error) {
    throw mistake(`The body of "${name}" is no GraphQL document: ${(error as Error).message}`);
  }
}

const mistake = (message: string) => new UserMistake('BAD_USER_INPUT', 'operations', message);
