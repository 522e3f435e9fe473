import type { OutgoingHttpHeaders } from 'node:http';
import { failure, inRequest } from '@banyan/kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError, OperationTypeNode } from 'graphql';
import type { ClientRequest } from '../pipeline/operation.ts';
import type { Addresses } from './addresses.ts';
import type { Operations } from './operations.ts';
import { readRequest } from './readRequest.ts';
import type { SubscriptionSettings } from './settings.ts';
import { SseStream } from './sseStream.ts';

export type HandleSse = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

/**
 * Answers with an event stream, in the distinct connections mode of GraphQL over SSE
 * (https://github.com/graphql/graphql-over-http/blob/main/rfcs/GraphQLOverSSE.md#distinct-connections-mode). What GraphQL has to say,
 * refusals included, is said in the stream: of another status its clients only tell the number, after they have tried it again for
 * a minute.
 */
export function createSse(operations: Operations, addresses: Addresses, settings: SubscriptionSettings): HandleSse {
  async function answer(asked: ClientRequest, request: FastifyRequest, stream: SseStream): Promise<void> {
    const entered = await operations.enter(asked, request);
    if ('refusal' in entered) return stream.send(entered.refusal);
    if (request.method === 'GET' && entered.operation.operation.operation === OperationTypeNode.MUTATION) {
      const { refusal } = operations.refusal(complaint('A mutation has to be sent with POST.'));
      await entered.operation.finish(refusal);
      return stream.send(refusal);
    }
    for await (const result of operations.run(entered, stream)) await stream.send(result);
  }

  return async (request, reply) => {
    const asked = readRequest(request);
    if ('status' in asked) {
      if (asked.status === 405) reply.header('allow', 'GET, POST');
      await reply.code(asked.status).send(operations.refusal(complaint(asked.message)).refusal);
      return;
    }
    // Its clients then try again, and reach one that does not stop.
    if (operations.isStopping) {
      const { status, refusal } = operations.refusal(operations.stopping());
      await reply.code(status).header('retry-after', '1').send(refusal);
      return;
    }
    reply.hijack();
    const stream = new SseStream(
      reply.raw,
      reply.getHeaders() as OutgoingHttpHeaders,
      settings.SUBSCRIPTION_HEARTBEAT_MS,
    );
    const { correlationId, ip } = request;
    const leave = addresses.enter(ip);
    await inRequest({ correlationId, deadline: Number.POSITIVE_INFINITY }, async () => {
      try {
        if (leave) await answer(asked, request, stream);
        else await stream.send(operations.refusal(tooMany()).refusal);
      } catch (error) {
        await stream.send(operations.refusal(error).refusal);
      }
      stream.complete();
      await stream.closed;
    });
    leave?.();
  };
}

const complaint = (message: string) => new GraphQLError(message, { extensions: { code: 'BAD_REQUEST' } });
const tooMany = () =>
  failure('RATE_LIMITED', 'Too many connections from your address. Close one before you try again.');
