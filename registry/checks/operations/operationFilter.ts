import { requestsOf, type SentOperation } from './sentOperation.ts';

/** A client, or every client of that name or version: what is absent is any. Both are compared exactly. */
export interface ClientPattern {
  readonly name?: string;
  readonly version?: string;
}

/**
 * Which of the operations in the window a check asks about, as GraphOS understands the same words:
 * https://www.apollographql.com/docs/graphos/platform/schema-management/checks/configure
 */
export interface OperationFilter {
  /** An operation counts when it was sent at least so often in the window. Default 0. */
  readonly queryCountThreshold?: number;
  /**
   * And when its share of all requests in the window is at least so large: a fraction between 0 and 1, as Rover sends
   * it, in spite of the name. Default 0.
   */
  readonly queryCountThresholdPercentage?: number;
  /** Requests of these clients are as if they had not been made. */
  readonly excludedClients?: readonly ClientPattern[];
  readonly excludedOperationNames?: readonly string[];
  /** Ids of operations that are never asked about. */
  readonly ignoredOperations?: readonly string[];
}

/**
 * The operations that count, each with the clients that count. The share is of all requests by clients that are not
 * excluded; operations that are left out by name or id still are a part of that whole.
 */
export const countedOperations = (operations: Iterable<SentOperation>, filter: OperationFilter): SentOperation[] => {
  const { queryCountThreshold = 0, queryCountThresholdPercentage = 0, excludedClients = [] } = filter;
  const names = new Set(filter.excludedOperationNames);
  const ids = new Set(filter.ignoredOperations);
  const sent = [...operations].flatMap((operation) => {
    const clients = operation.clients.filter((client) => !excludedClients.some((pattern) => matches(client, pattern)));
    // An operation without any clients (of a list, say) has not lost them to the exclusion.
    return clients.length > 0 || operation.clients.length === 0 ? [{ ...operation, clients }] : [];
  });
  const total = sent.reduce((sum, operation) => sum + requestsOf(operation), 0);
  return sent.filter((operation) => {
    if (ids.has(operation.id) || (operation.name !== undefined && names.has(operation.name))) return false;
    const requests = requestsOf(operation);
    return requests >= queryCountThreshold && requests >= total * queryCountThresholdPercentage;
  });
};

const matches = (client: Required<ClientPattern>, { name, version }: ClientPattern): boolean =>
  (name === undefined || name === client.name) && (version === undefined || version === client.version);
