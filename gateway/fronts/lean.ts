import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GatewayContext } from '../context.ts';
import { type Admission, isAdmitted } from '../pipeline/admission.ts';
import type { Documents } from '../pipeline/documents.ts';
import { commonRequest } from './commonRequest.ts';
import type { Front } from './front.ts';

/** The content type of the answer, for what clients commonly accept; whoever accepts anything else is Apollo Server's. */
const json = 'application/json; charset=utf-8';
const accepted = new Map<string | undefined, string>([
  [undefined, json],
  ['*/*', json],
  ['application/json', json],
  ['application/graphql-response+json,application/json;q=0.9', 'application/graphql-response+json; charset=utf-8'],
]);

export interface LeanOptions {
  admission: Admission;
  /** Of the supergraph that is served now. */
  documents(): Documents;
  contextOf(request: FastifyRequest): Promise<GatewayContext>;
}

/**
 * Answers the common request without Apollo Server's pipeline: a POST of JSON with the text of a valid query or mutation. The rules
 * are the same: it is admitted as everything is, and the same plugins hear of it.
 */
export function createLeanFront({ admission, documents, contextOf }: LeanOptions): Front {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<boolean> => {
    const contentType = accepted.get(request.headers.accept);
    const asked = contentType === undefined ? undefined : commonRequest(request);
    if (!asked?.query) return false;
    const operation = documents().read(asked.query).operation(asked.operationName);
    if (!operation || operation.operation === 'subscription') return false;
    let context: GatewayContext;
    try {
      context = await contextOf(request);
    } catch {
      // Whoever cannot be recognised: Apollo Server asks for the same, and says so.
      return false;
    }
    const admitted = await admission.admit(asked, context);
    if (!isAdmitted(admitted)) {
      send(reply, admitted.status, contentType, JSON.stringify(admitted.refusal));
      return true;
    }
    const { status, text, result } = await admitted.text();
    await admitted.finish(result);
    send(reply, status, contentType, text);
    return true;
  };
}

function send(reply: FastifyReply, status: number, contentType: string | undefined, text: string): void {
  reply
    .code(status)
    .header('content-type', contentType ?? json)
    .header('cache-control', 'no-store')
    .send(`${text}\n`);
}
