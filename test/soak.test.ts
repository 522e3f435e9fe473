import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from '@jest/globals';

/** In a process of its own: what other tests leave in the heap is not the gateway's. */
test('two thousand distinct operations and two new supergraphs leave the heap where it was', async () => {
  const command = ['--expose-gc', join(import.meta.dirname, 'soak/main.ts'), '--operations', '2000', '--reloads', '2'];
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [output] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  expect({ output, code: child.exitCode }).toEqual({ output: expect.stringContaining('Fine'), code: 0 });
}, 600_000);
