import { expect, test } from '@jest/globals';
import { readConfig, subgraphSettings } from './config.ts';
import { StartError } from './startError.ts';

const good = {
  GATEWAY_PUBLIC_JWKS: '{"keys":[{"kty":"OKP","kid":"1","crv":"Ed25519","x":"x"}]}',
  CURSOR_SECRET: 'a'.repeat(43),
};

test('what is left out or empty takes its default', () => {
  expect(readConfig(subgraphSettings, { ...good, EVENT_POLL_MS: '', LOG_LEVEL: 'warn' })).toMatchObject({
    EVENT_POLL_MS: 1_000,
    LOG_LEVEL: 'warn',
    TABLE_PREFIX: 'banyan-',
  });
});

test.each([
  ['CURSOR_SECRET', undefined],
  ['CURSOR_SECRET', 'a'.repeat(42)],
  ['GATEWAY_PUBLIC_JWKS', 'not JSON'],
  ['GATEWAY_PUBLIC_JWKS', '{"keys":[]}'],
  ['EVENT_POLL_MS', '0'],
  ['EVENT_POLL_MS', 'soon'],
  ['LOG_LEVEL', 'loud'],
])('a wrong %s (%s) is named', (name, value) => {
  const read = () => readConfig(subgraphSettings, { ...good, [name]: value });
  expect(read).toThrow(StartError);
  expect(read).toThrow(name);
});
