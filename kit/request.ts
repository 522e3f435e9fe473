import { AsyncLocalStorage } from 'node:async_hooks';

/** What belongs to one request (or one event) and is known wherever the work for it goes. */
export interface RequestScope {
  /** The W3C trace id: 32 hex digits. */
  correlationId: string;
  /** When the caller stops waiting: milliseconds since the epoch. */
  deadline: number;
}

const storage = new AsyncLocalStorage<RequestScope>();

/** The request being served now, or undefined outside of one. */
export const currentRequest = (): RequestScope | undefined => storage.getStore();

/** Runs `work` as a part of this request. */
export const inRequest = <T>(scope: RequestScope, work: () => T): T => storage.run(scope, work);

/** Milliseconds left for the request being served, or `otherwise` outside of one. */
export function timeLeft(otherwise: number): number {
  const request = currentRequest();
  return request ? request.deadline - Date.now() : otherwise;
}
