import { failure } from './errors.ts';
import type { Identity } from './identity.ts';
import type { Logger } from './log.ts';

/** What every resolver is given; a domain adds its stores and its per-request loaders. */
export interface RequestContext {
  identity: Identity;
  log: Logger;
  /** The `authorization` header as the gateway sent it, for the one call between domains that the design allows. */
  authorization: string;
  traceparent: string;
}

/** The id of the person who asks. @throws UNAUTHENTICATED when nobody is signed in. */
export function requireViewer(context: RequestContext): string {
  const { userId } = context.identity;
  if (!userId) throw failure('UNAUTHENTICATED');
  return userId;
}

/** @throws UNAUTHENTICATED when nobody is signed in, FORBIDDEN without the scope. */
export function requireScope(context: RequestContext, scope: string): void {
  requireViewer(context);
  if (!context.identity.scopes.has(scope)) throw failure('FORBIDDEN', `This needs the scope ${scope}.`);
}
