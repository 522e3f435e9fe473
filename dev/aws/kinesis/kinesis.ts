import { mkdir } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createRequire } from 'node:module';
import { Readable } from 'node:stream';
import { readBody } from '../body.ts';
import { listen, stopListening } from '../listen.ts';
import { repair } from './repair.ts';

/** https://docs.aws.amazon.com/kinesis/latest/APIReference/API_PutRecords.html: 5 MiB of records, in Base64. */
const MAX_BODY_BYTES = 7 * 1024 * 1024;

const settings = { createStreamMs: 0, deleteStreamMs: 0, updateStreamMs: 0, shardLimit: 500 };

export interface Kinesis {
  url: string;
  close(): Promise<void>;
}

/** Starts kinesalite on the data under `path`, behind a front that hands it whole requests only. */
export async function startKinesis({ path, port }: { path: string; port: number }): Promise<Kinesis> {
  await mkdir(path, { recursive: true });
  await repair(path);
  const kinesalite = createRequire(import.meta.url)('kinesalite') as (options: object) => Server;
  const inner = kinesalite({ ...settings, path });
  const server = createServer(whole(inner));
  const closeInner = () => new Promise<void>((resolve) => inner.close(() => resolve()));

  try {
    const url = await listen(server, 'Kinesis', port);
    return {
      url,
      async close() {
        await stopListening(server);
        await closeInner();
      },
    };
  } catch (error) {
    await closeInner();
    throw error;
  }
}

/** kinesalite throws, and so ends its process, when a client goes away in the middle of a body. */
function whole(inner: Server): RequestListener {
  return async (request, response) => {
    try {
      const body = await readBody(request, MAX_BODY_BYTES);
      if (!body) return response.writeHead(413).end();
      const { method, url, headers } = request;
      inner.emit('request', Object.assign(Readable.from([body]), { method, url, headers }), response);
    } catch {
      response.destroy();
    }
  };
}
