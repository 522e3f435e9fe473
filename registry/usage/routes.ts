import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { BadReport } from './badReport.ts';
import { readGraphRef } from './graphRef.ts';
import type { ReportReader } from './reader.ts';
import { UsageBusy, type UsageWriter } from './writer.ts';

export interface UsageRoutes {
  reader: ReportReader;
  writer: UsageWriter;
  /** Whether this API key may report the usage of this graph ref. */
  authorize(key: string, graphRef: string): Promise<boolean>;
  /** The most bytes of a report as it is sent. */
  bodyLimit: number;
}

/** How many reports may be on their way in at once, and how long they may be together. */
const atOnce = 1_000;
const bytesAtOnce = 128 * 1024 * 1024;
const longestKey = 512;

/**
 * Takes usage reports as Apollo's servers, gateways and routers send them: `POST /api/ingress/traces`, gzip of protobuf, without
 * a content type. A report is answered when it is counted for good; 503 says that it may be sent again, and is then counted once.
 * The answer `tracesIgnored` tells the sender that statistics are enough, which is less work for both.
 * https://www.apollographql.com/docs/graphos/platform/insights
 */
export function addUsageRoutes(app: FastifyInstance, { reader, writer, authorize, bodyLimit }: UsageRoutes): void {
  const onTheirWay = new Map<FastifyRequest, number>();
  let bytesOnTheirWay = 0;

  async function take(request: FastifyRequest, reply: FastifyReply) {
    const key = keyOf(request) ?? '';
    const body = request.body;
    if (!Buffer.isBuffer(body) || body.length === 0) return refuse(reply, 400, 'The body is empty.');
    try {
      const graphRef = await readGraphRef(body);
      if (!(await authorize(key, graphRef))) return refuse(reply, 403, `This key may not report for ${graphRef}.`);
      const tally = await reader.read(body);
      // Two headers in one report would pass for one graph and count for another.
      if (tally.graphRef !== graphRef) return refuse(reply, 400, 'The report has two headers.');
      await writer.add(createHash('sha256').update(body).digest('hex'), tally);
      return reply.code(200).send({ tracesIgnored: true });
    } catch (error) {
      if (error instanceof BadReport) return refuse(reply, error.status, `The report is refused: ${error.message}.`);
      if (error instanceof UsageBusy) return busy(reply);
      throw error;
    }
  }

  app.register(async (scope) => {
    // In a scope of its own, where any content type is bytes, and none too.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit }, (_request, body, done) => done(null, body));
    // What can be refused without its body is.
    scope.addHook('onRequest', async (request, reply) => {
      if (!keyOf(request)) return refuse(reply, 401, 'A report needs an API key in the header x-api-key.');
      if (request.headers['content-encoding'] !== 'gzip') return refuse(reply, 415, 'A report is gzip of protobuf.');
      // One that does not say how long it is may become as long as is allowed.
      const bytes = Number(request.headers['content-length'] ?? bodyLimit);
      if (onTheirWay.size >= atOnce || bytesOnTheirWay + bytes > bytesAtOnce) return busy(reply);
      onTheirWay.set(request, bytes);
      bytesOnTheirWay += bytes;
    });
    const gone = async (request: FastifyRequest) => {
      bytesOnTheirWay -= onTheirWay.get(request) ?? 0;
      onTheirWay.delete(request);
    };
    scope.addHook('onResponse', gone);
    scope.addHook('onRequestAbort', gone);
    scope.post('/api/ingress/traces', { bodyLimit }, take);
  });
}

function keyOf({ headers }: FastifyRequest): string | undefined {
  const key = headers['x-api-key'];
  return typeof key === 'string' && key.length <= longestKey && key !== '' ? key : undefined;
}

const codes = { 400: 'BAD_REQUEST', 401: 'UNAUTHENTICATED', 403: 'FORBIDDEN', 413: 'BAD_REQUEST', 415: 'BAD_REQUEST' };

const refuse = (reply: FastifyReply, status: keyof typeof codes, message: string) =>
  reply.code(status).send({ errors: [{ message, extensions: { code: codes[status] } }] });

const busy = (reply: FastifyReply) =>
  reply
    .code(503)
    .header('retry-after', '1')
    .send({
      errors: [{ message: 'Usage cannot be taken now. Try again later.', extensions: { code: 'RATE_LIMITED' } }],
    });
