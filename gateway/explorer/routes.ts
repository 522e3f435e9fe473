import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';

const javascript = 'text/javascript; charset=utf-8';

/** The files of the explorer, by the address under which they are served. */
const files: Record<string, { path: string; type: string }> = {
  '/': { path: './index.html', type: 'text/html; charset=utf-8' },
  '/explorer/page.js': { path: './dist/page.js', type: javascript },
  '/explorer/page.css': { path: './dist/page.css', type: 'text/css; charset=utf-8' },
  '/explorer/editor.worker.js': { path: './dist/editor.worker.js', type: javascript },
  '/explorer/json.worker.js': { path: './dist/json.worker.js', type: javascript },
  '/explorer/graphql.worker.js': { path: './dist/graphql.worker.js', type: javascript },
};

/** The page runs only what this gateway serves, and talks to this gateway alone. */
const policy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "worker-src 'self' blob:",
  "frame-ancestors 'none'",
].join('; ');

/** Serves the explorer at `/`, each file read once. */
export function addExplorer(app: FastifyInstance): void {
  const kept = new Map<string, Promise<{ body: Buffer; etag: string }>>();

  function load(path: string) {
    const file = kept.get(path) ?? read(path);
    kept.set(path, file);
    file.catch(() => kept.delete(path));
    return file;
  }

  for (const [address, { path, type }] of Object.entries(files)) {
    app.get(address, async (request, reply) => {
      const { body, etag } = await load(path);
      reply.headers({
        etag,
        'cache-control': 'no-cache',
        'content-type': type,
        'content-security-policy': policy,
        'x-content-type-options': 'nosniff',
      });
      return request.headers['if-none-match'] === etag ? reply.code(304).send() : reply.send(body);
    });
  }
}

async function read(path: string) {
  const body = await readFile(new URL(path, import.meta.url)).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? new Error('The explorer is not built. Run "npm run build -w gateway".') : error;
  });
  return { body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` };
}
