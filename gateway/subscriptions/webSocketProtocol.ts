import { currentRequest, failure, hasCode, type Logger, newTraceId } from '@banyan/kit';
import { type ExecutionArgs, GraphQLError, type GraphQLFormattedError, Kind } from 'graphql';
import { CloseCode, makeServer, type Server } from 'graphql-ws';
import type { Asking, ContextOf } from '../context.ts';
import type { Refused } from '../pipeline/operation.ts';
import type { Entered, Operations } from './operations.ts';
import type { SubscriptionSettings } from './settings.ts';
import type { Extra, WebSocketPeer } from './webSocketPeer.ts';

/** https://www.iana.org/assignments/websocket/websocket.xhtml#close-code-number */
const tryAgainLater = 1013;

/** What graphql-ws hands from the admission of an operation to its execution. */
interface Running {
  entered: Entered;
  peer: WebSocketPeer;
}

/** GraphQL over WebSocket (https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md), with our operations. */
export function createProtocol(
  operations: Operations,
  contextOf: ContextOf,
  settings: SubscriptionSettings,
  log: Logger,
): Server<Extra> {
  /** graphql-ws asks for errors of its own kind, and then for what is sent of them. */
  const shown = new WeakMap<object, readonly GraphQLFormattedError[]>();
  const refuse = ({ refusal }: Refused): GraphQLError[] => {
    const errors = [new GraphQLError('The operation was refused.')];
    shown.set(errors, refusal.errors ?? []);
    return errors;
  };
  const run = ({ contextValue }: ExecutionArgs) => {
    const { entered, peer } = contextValue as Running;
    return operations.run(entered, peer) as AsyncIterable<never>;
  };

  return makeServer<Record<string, unknown>, Extra>({
    connectionInitWaitTimeout: settings.WEBSOCKET_INIT_MS,

    async onConnect({ connectionParams: { authorization, Authorization } = {}, extra: { peer } }) {
      peer.authorization = [authorization, Authorization].find((value) => typeof value === 'string');
      try {
        await contextOf(askingOf(peer), peer.authorization);
        return true;
      } catch (error) {
        const isUnknown = hasCode(error, 'UNAUTHENTICATED');
        if (!isUnknown) log.warn({ err: error }, 'a connection was refused');
        peer.close(
          isUnknown ? CloseCode.Forbidden : tryAgainLater,
          isUnknown ? (error as Error).message : 'Try again later',
        );
        return false;
      }
    },

    async onSubscribe({ extra: { peer } }, _id, payload) {
      if (peer.underWay > settings.WEBSOCKET_MAX_OPERATIONS) {
        return refuse(operations.refusal(failure('RATE_LIMITED', tooMany(settings.WEBSOCKET_MAX_OPERATIONS))));
      }
      const entered = await operations.enter(payload, askingOf(peer), peer.authorization);
      if ('refusal' in entered) return refuse(entered);
      const { operation, prepared } = entered.operation;
      return {
        schema: prepared.supergraph.apiSchema,
        document: { kind: Kind.DOCUMENT, definitions: [operation] },
        contextValue: { entered, peer } satisfies Running,
      };
    },

    execute: run,
    subscribe: run,
    // They are made fit for clients already.
    onNext: (_context, _id, _payload, _args, result) => result as never,
    onError: (_context, _id, _payload, errors) =>
      shown.get(errors) ?? operations.refusal(errors[0]).refusal.errors ?? errors,
  });
}

/** The request that one message is. */
const askingOf = ({ asking }: WebSocketPeer): Asking => ({
  ...asking,
  correlationId: currentRequest()?.correlationId ?? newTraceId(),
});

const tooMany = (limit: number) =>
  `A connection can have ${limit} operations at a time. End one before you begin another.`;
