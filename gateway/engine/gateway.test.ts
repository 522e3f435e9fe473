import { ApolloServer } from '@apollo/server';
import { expect, jest, test } from '@jest/globals';
import { GraphQLError, parse } from 'graphql';
import { createEngineGateway, type EngineGatewayOptions } from './gateway.ts';
import { localSupergraph } from './testing/subgraph.ts';

const version = (fields: string) =>
  localSupergraph({ a: { sdl: `type Query { ${fields} }`, resolvers: { Query: { a: () => 'a', b: () => 'b' } } } });
const log = () => ({ info: jest.fn(), warn: jest.fn(), error: jest.fn() });

function started(options: Partial<EngineGatewayOptions<object>> = {}) {
  let update: (sdl: string) => void = () => undefined;
  const cleanup = jest.fn(async () => undefined);
  const first = version('a: String');
  const gateway = createEngineGateway<object>({
    supergraph: {
      initialize: async (hooks) => {
        update = hooks.update;
        return { supergraphSdl: first.sdl, cleanup };
      },
    },
    send: version('a: String b: String').send,
    log: log(),
    ...options,
  });
  return { gateway, apollo: new ApolloServer({ gateway }), cleanup, update: (sdl: string) => update(sdl) };
}

const answerOf = async (apollo: ApolloServer, query: string) => {
  const { body } = await apollo.executeOperation({ query });
  return body.kind === 'single' ? JSON.parse(JSON.stringify(body.singleResult)) : undefined;
};

test('serves behind Apollo Server, follows a new supergraph warmed, and ends with its manager', async () => {
  const { gateway, apollo, cleanup, update } = started();
  await apollo.start();
  expect(await answerOf(apollo, '{ a }')).toEqual({ data: { a: 'a' } });
  expect((await answerOf(apollo, '{ b }')).errors[0].extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  const old = gateway.preparer();
  update(version('a: String b: String').sdl);
  expect(gateway.preparer()).toBe(old);
  for (let tries = 0; tries < 100 && gateway.preparer() === old; tries++)
    await new Promise((resolve) => setTimeout(resolve, 5));
  expect(gateway.preparer().size).toBe(1);
  expect(gateway.preparerFor(old.supergraph.apiSchema)).toBe(old);
  expect(await answerOf(apollo, '{ b }')).toEqual({ data: { b: 'b' } });
  await apollo.stop();
  expect(cleanup).toHaveBeenCalledTimes(1);
});

test('a supergraph that does not load is refused and logged, the old one stays', async () => {
  const logged = log();
  const { gateway, apollo, update } = started({ log: logged });
  await apollo.start();
  const old = gateway.preparer();
  expect(() => update('type Query { a: String }')).toThrow();
  expect(logged.error).toHaveBeenCalledTimes(1);
  expect(gateway.preparer()).toBe(old);
  expect(await answerOf(apollo, '{ a }')).toEqual({ data: { a: 'a' } });
  await apollo.stop();
});

test('what is admitted decides what is planned; the response is still that of the operation', async () => {
  const path = ['a'];
  const forbidden = new GraphQLError('Sign in first.', { path, extensions: { code: 'UNAUTHENTICATED' } });
  const { apollo } = started({ admit: () => ({ planned: null, extraKey: 'nothing', errors: [forbidden] }) });
  await apollo.start();
  expect(await answerOf(apollo, '{ a }')).toEqual({
    data: { a: null },
    errors: [{ message: 'Sign in first.', path, extensions: { code: 'UNAUTHENTICATED' } }],
  });
  await apollo.stop();
});

test('all of an operation is refused by an error', async () => {
  const { apollo } = started({
    admit: () => {
      throw new GraphQLError('No.', { extensions: { code: 'FORBIDDEN' } });
    },
  });
  await apollo.start();
  expect(await answerOf(apollo, '{ a }')).toEqual({ errors: [{ message: 'No.', extensions: { code: 'FORBIDDEN' } }] });
  await apollo.stop();
});

test('variables that do not fit are the client’s mistake', async () => {
  const local = localSupergraph({ a: { sdl: 'type Query { a(n: Int): String }' } });
  const { apollo } = started({ supergraph: { initialize: async () => ({ supergraphSdl: local.sdl }) } });
  await apollo.start();
  const { body, http } = await apollo.executeOperation({
    query: 'query ($n: Int) { a(n: $n) }',
    variables: { n: 'x' },
  });
  expect([body.kind === 'single' && body.singleResult.errors?.[0]?.extensions?.code, http.status]).toEqual([
    'BAD_USER_INPUT',
    400,
  ]);
  await apollo.stop();
});

test('an operation is prepared once for one key, and known operations are bounded', async () => {
  const { gateway, apollo } = started({ prepare: { maxPrepared: 2 } });
  await apollo.start();
  const preparer = gateway.preparer();
  const one = preparer.prepare(parse('{ a }'));
  expect(preparer.prepare(parse('{ a }'))).toBe(one);
  expect(preparer.prepare(parse('{ a }'), { extraKey: 'x' })).not.toBe(one);
  expect(preparer.prepare(parse('{ a }'), { overrides: new Map([['percent(5)', true]]) })).not.toBe(one);
  expect(preparer.size).toBe(2);
  await apollo.stop();
});
