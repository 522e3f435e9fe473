import { createServer } from 'node:net';
import type { Service } from './services.ts';

/** Whether nobody listens on this port of this machine. */
function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host: '127.0.0.1' }, () => probe.close(() => resolve(true)));
  });
}

/** One line for each port that is taken: which, and which service wants it. */
export async function takenPorts(services: Service[]): Promise<string[]> {
  const wanted = services.flatMap(({ ports }) => Object.entries(ports));
  const taken = await Promise.all(wanted.map(async ([what, port]) => ({ what, port, free: await isFree(port) })));
  return taken
    .filter(({ free }) => !free)
    .map(
      ({ what, port }) =>
        `Port ${port} of ${what} is taken. Is Banyan running already? Else set ${what.toUpperCase()}_PORT to another.`,
    );
}
