import type { Happening } from '../graphs/happening.ts';
import { slackMessage } from './slack.ts';
import type { WebhookFormat } from './webhook.ts';

/** What is posted. The `json` form is the envelope that https://www.standardwebhooks.com recommends. */
export function bodyOf(format: WebhookFormat, happening: Happening): string {
  if (format === 'slack') return JSON.stringify(slackMessage(happening));
  const { kind, at, id, ref, launchId, checkId, by, summary, details } = happening;
  return JSON.stringify({ type: kind, timestamp: at, data: { id, ref, launchId, checkId, by, summary, details } });
}
