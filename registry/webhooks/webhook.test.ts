import { describe, expect, test } from '@jest/globals';
import type { Happening } from '../graphs/happening.ts';
import { bodyOf } from './body.ts';
import { maxAttempts, pauseAfter } from './schedule.ts';
import { signatureHeaders } from './signature.ts';
import { slackMessage } from './slack.ts';
import { checkWebhook, tellsOf, type Webhook, type WebhookInput } from './webhook.ts';

const happening: Happening = {
  id: '01890a5d-ac96-774b-bcce-b302099a8057',
  kind: 'check.failed',
  ref: 'g@prod',
  checkId: 'c',
  at: '2026-01-01T00:00:00.000Z',
  by: 'CI of <feed>',
  summary: 'Check of feed failed: 2 operations would break',
  details: ['Post.text: field removed, asked for by <Reader> & others', 'Post.author: changed'],
};

describe('a webhook', () => {
  const good: WebhookInput = { url: 'https://hooks.example.com/a?b=c' };

  test('is JSON, active and of everything where nothing else is asked for', () => {
    expect(checkWebhook(good)).toEqual({
      variant: undefined,
      url: good.url,
      kinds: ['launch.succeeded', 'launch.failed', 'launch.rolledBack', 'check.failed'],
      format: 'json',
      state: 'active',
    });
  });

  test.each([
    ['http://localhost:4000/hook', 'http://localhost:4000/hook'],
    ['http://10.0.0.1', 'http://10.0.0.1/'],
    ['https://[::1]:8443/x', 'https://[::1]:8443/x'],
    ['https://example.com/a#part', 'https://example.com/a'],
    [`https://example.com/${'x'.repeat(2_028)}`, `https://example.com/${'x'.repeat(2_028)}`],
  ])('goes to %s', (url, kept) => expect(checkWebhook({ url }).url).toBe(kept));

  test.each<[string, WebhookInput]>([
    ['url', { url: '' }],
    ['url', { url: 'example.com/hook' }],
    ['url', { url: 'ftp://example.com' }],
    ['url', { url: 'file:///etc/passwd' }],
    ['url', { url: 'javascript:alert(1)' }],
    ['url', { url: 'https://' }],
    ['url', { url: 'https://user@example.com' }],
    ['url', { url: 'https://:secret@example.com' }],
    ['url', { url: `https://example.com/${'x'.repeat(2_029)}` }],
    ['kinds', { ...good, kinds: [] }],
    ['kinds', { ...good, kinds: ['launch.begun' as 'launch.failed'] }],
  ])('is refused for its %s: %j', (field, input) => {
    expect(() => checkWebhook(input)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT', field }));
  });

  const webhook = { ...checkWebhook(good), graphId: 'g' } as Webhook;

  test.each<[Partial<Webhook>, boolean]>([
    [{}, true],
    [{ variant: 'prod' }, true],
    [{ variant: 'pro' }, false],
    [{ kinds: ['launch.failed'] }, false],
    [{ kinds: ['launch.failed', 'check.failed'] }, true],
    [{ state: 'paused' }, false],
  ])('of %j tells of a failed check of g@prod: %s', (more, tells) => {
    expect(tellsOf({ ...webhook, ...more }, happening)).toBe(tells);
  });
});

test('the signature is the one of the published example', () => {
  // The example of https://www.standardwebhooks.com that the reference libraries test against.
  const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
  const headers = signatureHeaders(secret, 'msg_p5jXN8AQM9LWM0D4loKWxJek', '{"test": 2432232314}', 1_614_265_330_999);
  expect(headers).toEqual({
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  });
});

test('the JSON body', () => {
  expect(JSON.parse(bodyOf('json', happening))).toEqual({
    type: 'check.failed',
    timestamp: '2026-01-01T00:00:00.000Z',
    data: {
      id: happening.id,
      ref: 'g@prod',
      checkId: 'c',
      by: 'CI of <feed>',
      summary: happening.summary,
      details: happening.details,
    },
  });
});

describe('the message for Slack', () => {
  interface Message {
    text: string;
    blocks: { type: string; text?: { text: string }; elements?: { text: string }[] }[];
  }

  test('is text and blocks, in which nothing of a schema is a command', () => {
    const { text, blocks } = slackMessage(happening) as Message;
    expect(text).toBe('⚠️ g@prod: Check of feed failed: 2 operations would break');
    expect(blocks.map(({ type }) => type)).toEqual(['header', 'section', 'context']);
    expect(blocks[1]?.text?.text).toBe(
      '• Post.text: field removed, asked for by &lt;Reader&gt; &amp; others\n• Post.author: changed',
    );
    expect(blocks[2]?.elements?.[0]?.text).toContain('CI of &lt;feed&gt;');
  });

  test('has no section where there are no details', () => {
    const { blocks } = slackMessage({ ...happening, details: [] }) as Message;
    expect(blocks.map(({ type }) => type)).toEqual(['header', 'context']);
  });

  test('stays within what Slack takes', () => {
    const long = {
      ...happening,
      summary: '🌳'.repeat(9_000),
      details: Array.from({ length: 500 }, () => '&'.repeat(900)),
    };
    const { text, blocks } = slackMessage({ ...long, by: '<'.repeat(5_000) }) as Message;
    expect(text.length).toBeLessThanOrEqual(3_000);
    expect(text.isWellFormed()).toBe(true);
    expect(blocks[0]?.text?.text.length).toBeLessThanOrEqual(150);
    expect(blocks[1]?.text?.text.length).toBeLessThanOrEqual(3_000);
    expect(blocks[1]?.text?.text).toMatch(/&amp;…$/);
    expect(blocks[2]?.elements?.[0]?.text.length).toBeLessThanOrEqual(3_000);
  });
});

describe('the pauses between attempts', () => {
  test('grow to six hours, and are about a day in all', () => {
    const pauses = Array.from({ length: maxAttempts - 1 }, (_, at) => pauseAfter(at + 1, 0, () => 0.5));
    expect(pauses.slice(0, 4)).toEqual([5_000, 15_000, 45_000, 135_000]);
    expect(Math.max(...pauses)).toBe(6 * 3_600_000);
    const hours = pauses.reduce((sum, ms) => sum + ms, 0) / 3_600_000;
    expect(hours).toBeGreaterThan(20);
    expect(hours).toBeLessThan(26);
  });

  test('differ by up to a fifth', () => {
    expect([pauseAfter(1, 0, () => 0), pauseAfter(1, 0, () => 1)]).toEqual([4_000, 6_000]);
  });

  test('are as long as the receiver asks for, within an hour', () => {
    expect(pauseAfter(1, 30_000)).toBe(30_000);
    expect(pauseAfter(1, 99 * 3_600_000)).toBe(3_600_000);
  });
});
