import { type DestinationStream, type Logger, pino } from 'pino';
import pretty from 'pino-pretty';
import { currentRequest } from './request.ts';

export type { Logger } from 'pino';

/** Never written, wherever an object that has them is logged. */
const secrets = ['password', 'accessToken', 'refreshToken', 'authorization', 'token', 'secret'];

/**
 * The service's log: one JSON object a line, pretty in a terminal. Every line written within a request carries its correlation id.
 */
export function createLog(service: string, level: string, destination?: DestinationStream): Logger {
  const stream = destination ?? (process.stdout.isTTY ? pretty({ colorize: true, ignore: 'pid,hostname' }) : undefined);
  const options = {
    level,
    base: { service },
    redact: { paths: secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[secret]' },
    mixin: () => {
      const request = currentRequest();
      return request ? { correlationId: request.correlationId } : {};
    },
  };
  return stream ? pino(options, stream) : pino(options);
}
