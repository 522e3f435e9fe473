import type { z } from 'zod';
import { readConfig } from './config.ts';
import type { Running } from './http.ts';
import { StartError } from './startError.ts';

const drainMs = 10_000;

/**
 * The whole of a service's `main.ts`: configuration from the environment, start, and on SIGTERM or SIGINT a drain that ends
 * within 10 s whatever is in flight. A second signal changes nothing.
 */
export async function run<Shape extends z.ZodObject>(
  name: string,
  settings: Shape,
  start: (config: z.output<Shape>) => Promise<Running>,
): Promise<void> {
  let service: Running;
  try {
    service = await start(readConfig(settings));
  } catch (error) {
    const words = error instanceof StartError ? error.message : String((error as Error)?.stack ?? error);
    process.stderr.write(`${name} did not start. ${words}\n`);
    process.exit(1);
  }

  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => {
      process.stderr.write(`${name}: requests were still in flight after ${drainMs} ms; they are cut off.\n`);
      process.exit(1);
    }, drainMs).unref();
    service.stop().then(
      () => process.exit(0),
      (error) => {
        process.stderr.write(`${name} did not stop cleanly. ${error}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  // A launcher that dies without a word (kill -9) closes the channel that it started us with: nobody is left behind.
  process.on('disconnect', stop);
}
