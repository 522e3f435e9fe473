import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { readBody } from '../body.ts';
import { type Answer, crc32, type Request } from './dynalite.ts';
import { isFault } from './fault.ts';

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html: 16 MB for the largest calls. */
const MAX_BODY_BYTES = 16 * 1024 * 1024;

const TARGET = /^DynamoDB_20120810\.(\w+)$/;

/**
 * Speaks DynamoDB's JSON protocol as dynalite does. A request is performed only once its body is whole.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.LowLevelAPI.html
 */
export function createHandler(
  perform: (operation: string, body: Request) => Promise<Answer> | undefined,
): RequestListener {
  return async (request, response) => {
    try {
      const body = await readBody(request, MAX_BODY_BYTES);
      await respond(request, response, body);
    } catch {
      // The client went away in the middle of its request: nothing was begun, and nobody listens.
      response.destroy();
    }
  };

  async function respond(request: IncomingMessage, response: ServerResponse, body: Buffer | undefined) {
    response.setHeader('x-amzn-RequestId', randomUUID());
    if (!body) return response.writeHead(413).end();
    if (request.method === 'GET') return response.end('healthy: dynamodb.us-east-1.amazonaws.com ');
    const type = request.headers['content-type'] ?? '';
    response.setHeader(
      'content-type',
      type.includes('x-amz-json-1.0') ? 'application/x-amz-json-1.0' : 'application/json',
    );

    const operation = TARGET.exec(String(request.headers['x-amz-target']))?.[1] ?? '';
    const data = parse(body);
    if (!data) return send(response, 400, { __type: 'com.amazon.coral.service#SerializationException' });
    const answer = perform(operation, data);
    if (!answer) return send(response, 400, { __type: 'com.amazon.coral.service#UnknownOperationException' });
    try {
      send(response, 200, await answer);
    } catch (error) {
      if (isFault(error)) return send(response, error.statusCode, error.body);
      console.error(error);
      send(response, 500, { __type: 'com.amazonaws.dynamodb.v20120810#InternalServerError', message: String(error) });
    }
  }
}

function parse(body: Buffer): Request | undefined {
  try {
    const data = JSON.parse(body.toString());
    return typeof data === 'object' && data !== null ? data : undefined;
  } catch {
    return undefined;
  }
}

function send(response: ServerResponse, status: number, data: Answer) {
  const body = JSON.stringify(data);
  response.writeHead(status, { 'x-amz-crc32': crc32.unsigned(body), 'content-length': Buffer.byteLength(body) });
  response.end(body);
}
