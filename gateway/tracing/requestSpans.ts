import type { ApolloServerPlugin } from '@apollo/server';
import type { GatewayContext } from '../context.ts';
import type { SendToSubgraph } from '../engine/subgraphs.ts';

/** Ends the span of each request that has one, with what became of it. */
export const requestSpans: ApolloServerPlugin<GatewayContext> = {
  async requestDidStart({ contextValue: { span } }) {
    if (!span) return;
    return {
      async willSendResponse({ operationName, operation, response: { body } }) {
        const { errors = [] } = body.kind === 'single' ? body.singleResult : body.initialResult;
        const codes = errors.map(({ extensions }) => extensions?.code);
        span.end({ operationName, operationType: operation?.operation, codes });
      },
    };
  },
};

/** Gives each fetch of a request that has a span one of its own, which the subgraph can go on with. */
export function withSpans(
  send: SendToSubgraph<GatewayContext & { traceparent?: string }>,
): SendToSubgraph<GatewayContext> {
  return async (request, context) => {
    if (!context.span) return send(request, context);
    const fetch = context.span.fetch(request.subgraph, (request.nodes?.length ?? 1) > 1);
    try {
      const answer = await send(request, { ...context, traceparent: fetch.traceparent });
      fetch.end();
      return answer;
    } catch (error) {
      fetch.end(error);
      throw error;
    }
  };
}
