import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { parse } from 'graphql';
import { executeIncrementally } from '../../engine/defer/executeIncrementally.ts';
import type { InParts } from '../../engine/defer/testing/askInParts.ts';
import { wantsIncremental } from '../acceptHeader.ts';
import { payloadFormat } from '../formats.ts';
import { multipartBody } from '../multipartBody.ts';

/** A supergraph over HTTP, for clients that take answers in parts. */
export interface DeferServer {
  url: string;
  /** How each response ended: undefined where all of it was sent. */
  ended: (Error | undefined)[];
  close(): Promise<void>;
}

export async function startDeferServer({ preparer, send }: InParts): Promise<DeferServer> {
  const ended: DeferServer['ended'] = [];
  const server = createServer(async (request, response) => {
    const format = wantsIncremental(request.headers.accept);
    const { query, variables = {} } = JSON.parse(await textOf(request));
    const prepared = preparer.prepare(parse(query), { incremental: format !== undefined, variables });
    const result = await executeIncrementally(prepared, { variables, context: {}, send });
    if (!format || !result.initial.hasNext) {
      const { data, errors } = result.initial;
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ data, errors }));
      return;
    }
    const payloads = payloadFormat(format, (error) => error.toJSON());
    response.setHeader('content-type', payloads.contentType);
    await pipeline(multipartBody(result, payloads), response).then(
      () => ended.push(undefined),
      (error: Error) => ended.push(error),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ended,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  return text;
}
