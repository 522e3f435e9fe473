import { finished } from 'node:stream/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GatewayContext } from '../context.ts';
import { wantsIncremental } from '../defer/acceptHeader.ts';
import { payloadFormat } from '../defer/formats.ts';
import { multipartBody } from '../defer/multipartBody.ts';
import { type Admission, isAdmitted } from '../pipeline/admission.ts';
import { type Format, formatted } from '../pipeline/answers.ts';
import type { Documents } from '../pipeline/documents.ts';
import { commonRequest } from './commonRequest.ts';
import type { Front } from './front.ts';

export interface DeferredOptions {
  admission: Admission;
  /** Of the supergraph that is served now. */
  documents(): Documents;
  contextOf(request: FastifyRequest): Promise<GatewayContext>;
  format: Format;
}

/**
 * Answers in parts whoever accepts that (`multipart/mixed` with `deferSpec=20220824` or `incrementalSpec=v0.2`); an operation in which
 * nothing is deferred is answered at once, as JSON.
 */
export function createDeferredFront({ admission, documents, contextOf, format }: DeferredOptions): Front {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<boolean> => {
    const wanted = wantsIncremental(request.headers.accept);
    const asked = wanted && commonRequest(request);
    if (!asked) return false;
    const operation = asked.query && documents().read(asked.query).operation(asked.operationName);
    if (operation && operation.operation === 'subscription') return false;
    let context: GatewayContext;
    try {
      context = await contextOf(request);
    } catch {
      return false;
    }
    reply.header('cache-control', 'no-store');
    const left = new AbortController();
    context.signal = left.signal;
    const admitted = await admission.admit(asked, context, { isIncremental: true });
    if (!isAdmitted(admitted)) {
      await reply.code(admitted.status).send(admitted.refusal);
      return true;
    }
    if (!admitted.prepared.deferral) {
      const { status, result } = await admitted.answer();
      await admitted.finish(result);
      await reply.code(status).send(result);
      return true;
    }
    const result = await admitted.inParts();
    const payloads = payloadFormat(wanted, (error) => formatted(error, format));
    const body = multipartBody(result, payloads);
    const { data, errors } = result.initial;
    body.once('close', () => left.abort());
    const over = () => admitted.finish({ data, errors: errors?.map((error) => formatted(error, format)) });
    finished(body).then(over, over);
    await reply.header('content-type', payloads.contentType).send(body);
    return true;
  };
}
