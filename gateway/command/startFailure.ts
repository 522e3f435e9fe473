import { StartError } from '@banyan/kit';
import { GraphQLError } from 'graphql';
import type { CommandConfig } from './settings.ts';

/** What kept the gateway from starting, in words for who can mend it; what nobody expected stays as it is. */
export function startFailure(error: unknown, { SUPERGRAPH: file, HOST, PORT }: CommandConfig): unknown {
  const { code, message, syscall } = error as NodeJS.ErrnoException;
  if (syscall === 'listen' || syscall === 'getaddrinfo') {
    return new StartError(`Nobody can listen on ${HOST}, port ${PORT} (${code}). Choose another --host or --port.`);
  }
  if (syscall !== undefined) {
    const why = code === 'ENOENT' ? 'is not there' : `cannot be read (${code})`;
    return new StartError(`${file} ${why}. Give --supergraph a .graphql, or a .yaml in Rover's format.`);
  }
  // Nothing else is GraphQL before the first request.
  if (!(error instanceof GraphQLError)) return error;
  const at = error.locations?.[0];
  const place = error.source && at ? `${file}:${at.line}:${at.column}` : file;
  // What a schema is refused for comes in a list; the first of them is enough to begin with.
  const words = message
    .replace(/\.* Caused by:\n+/, ': ')
    .split('\n', 1)[0]
    ?.replace(/\.$/, '');
  const advice = 'Give --supergraph what `rover supergraph compose` writes, or the .yaml that it reads.';
  return new StartError(`${place ?? 'What the registry delivers'} is no supergraph: ${words}. ${advice}`);
}
