import type { Happening } from '../graphs/happening.ts';

/** Slack refuses more: https://docs.slack.dev/reference/block-kit/blocks/section-block */
const maxSectionLength = 3_000;
const maxHeaderLength = 150;
const maxTextLength = 600;
const maxDetailLength = 280;
const maxDetails = 20;

const symbols: Record<Happening['kind'], string> = {
  'launch.succeeded': '✅',
  'launch.failed': '❌',
  'launch.rolledBack': '↩️',
  'check.failed': '⚠️',
};

/** Only these three are special: https://docs.slack.dev/messaging/formatting-message-text */
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Cut in characters, so that no character is halved. */
const cut = (text: string, length: number) =>
  text.length <= length ? text : `${[...text.slice(0, length - 1)].filter((part) => part.isWellFormed()).join('')}…`;

/** As many whole lines as there is room for, so that no escape sequence is halved. */
function fit(lines: readonly string[], length: number): string {
  const taken: string[] = [];
  let used = 0;
  for (const line of lines) {
    if (used + line.length + 1 > length) break;
    taken.push(line);
    used += line.length + 1;
  }
  return taken.join('\n');
}

/** A happening as Slack's incoming webhooks take it: `text` for notifications, `blocks` for the channel. */
export function slackMessage({ kind, ref, summary, details, by, at }: Happening): object {
  const title = `${symbols[kind]} ${ref}: ${summary}`;
  const shown = details.slice(0, maxDetails).map((line) => `• ${escaped(cut(line, maxDetailLength))}`);
  if (details.length > maxDetails) shown.push(`• and ${details.length - maxDetails} more`);
  const list = fit(shown, maxSectionLength);
  return {
    text: escaped(cut(title, maxTextLength)),
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: cut(title, maxHeaderLength), emoji: true } },
      ...(list ? [{ type: 'section', text: { type: 'mrkdwn', text: list } }] : []),
      { type: 'context', elements: [{ type: 'mrkdwn', text: escaped(cut(`${kind} · ${by} · ${at}`, 500)) }] },
    ],
  };
}
