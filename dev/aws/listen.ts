import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Listens on this machine only, on a free port where `port` is 0. Resolves to the URL. */
export async function listen(server: Server, name: string, port: number): Promise<string> {
  try {
    await once(server.listen(port, '127.0.0.1'), 'listening');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new Error(`${name} cannot listen: port ${port} is in use`, { cause: error });
  }
  return `http://localhost:${(server.address() as AddressInfo).port}`;
}

/** Lets the requests under way end, for two seconds at most. */
export async function stopListening(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  const patience = setTimeout(() => server.closeAllConnections(), 2000);
  await closed;
  clearTimeout(patience);
}
