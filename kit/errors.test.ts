import { Writable } from 'node:stream';
import { afterEach, expect, test } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { failure, formatError } from './errors.ts';
import { createLog } from './log.ts';
import { inRequest } from './request.ts';

const lines: string[] = [];
const log = createLog(
  'photo',
  'info',
  new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  }),
);
const format = formatError('photo', log);
const formatted = (error: GraphQLError) => format({ ...error.toJSON(), extensions: { ...error.extensions } }, error);

afterEach(() => {
  lines.length = 0;
});

test('an expected error keeps its code and message and names the service', () => {
  expect(formatted(failure('FORBIDDEN'))).toMatchObject({
    message: 'You may not do this.',
    extensions: { code: 'FORBIDDEN', service: 'photo' },
  });
  expect(lines).toEqual([]);
});

test('an unexpected one shows an id alone; the log has the rest under it, with the correlation id', () => {
  const inside = new Error('password of the database: hunter2');
  const error = new GraphQLError(inside.message, {
    originalError: inside,
    extensions: { code: 'INTERNAL_SERVER_ERROR', stacktrace: ['at secret.ts'] },
  });
  const shown = inRequest({ correlationId: 'c0ffee', deadline: 0 }, () => formatted(error));
  expect(JSON.stringify(shown)).not.toMatch(/hunter2|secret|stack/);
  const line = JSON.parse(lines[0] ?? '{}');
  expect(line).toMatchObject({ errorId: shown.extensions?.errorId, correlationId: 'c0ffee', service: 'photo' });
  expect(line.err.message).toContain('hunter2');
});

test('a store that does not answer in time is a time-out of this service', () => {
  const inside = Object.assign(new Error('request to 10.0.0.7 exceeded 5000 ms'), { name: 'TimeoutError' });
  const extensions = { code: 'INTERNAL_SERVER_ERROR' };
  const shown = formatted(new GraphQLError(inside.message, { originalError: inside, extensions }));
  expect(shown).toMatchObject({ extensions: { code: 'SUBGRAPH_TIMEOUT', service: 'photo' } });
  expect(JSON.stringify(shown)).not.toContain('10.0.0.7');
});

test('a code that is not in our table is not passed on', () => {
  const shown = formatted(new GraphQLError('ORA-12345 at db7.internal', { extensions: { code: 'ORACLE' } }));
  expect(shown.message).not.toContain('internal.');
  expect(shown.extensions?.code).toBe('INTERNAL_SERVER_ERROR');
});

test('an error that a subgraph has already hidden keeps its id', () => {
  const hidden = { code: 'INTERNAL_SERVER_ERROR', errorId: '1', service: 'spam' };
  expect(formatted(new GraphQLError('hidden', { extensions: hidden })).extensions).toEqual(hidden);
});

test('secrets are not logged', () => {
  log.info({ password: 'hunter2', input: { refreshToken: 'hunter2' }, headers: { authorization: 'hunter2' } }, 'x');
  expect(lines[0]).not.toContain('hunter2');
});
