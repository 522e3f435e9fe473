import { createDocumentClient, createOutbox } from '@banyan/kit';
import { createBlocklistStore } from './store/blocklist.ts';
import { createLinkStore } from './store/links.ts';
import { createStatisticsStore } from './store/statistics.ts';
import { createTargetStore } from './store/targets.ts';
import { createWorkStore } from './store/work.ts';

/**
 * The table of spam, and every access to it. A target is a post or a comment: `post:id`, `comment:id`.
 *
 * | pk | sk | what |
 * |---|---|---|
 * | `URL#sha256` | `URL` | the entry of an expression: whether it is blocked, and its last block |
 * | `URL#sha256` | `HISTORY#sequence` | what moderators did to it; only ever added |
 * | `URL#sha256` | `HELD#target` | what is hidden by it |
 * | `BLOCKED` | `BLOCK#time#sha256` | what is blocked now, by time; moderators alone write it, so one partition is enough |
 * | `RELEASES` | sha256 | a block that was taken back, until nothing is hidden by it any more |
 * | `TARGET#target` | `TARGET` | what was decided about it last, and where it stands |
 * | `TARGET#target` | `TEXT` | its text, as long as it may have to be judged again |
 * | `TARGET#target` | `DECISION#version` | what was decided, by whom and why; only ever added |
 * | `TARGET#target` | `REPORT#user` | a person's report |
 * | `RETRY#0` to `RETRY#3` | `time#target` | whose links are to be followed, by when |
 * | `REVIEWS` | `REVIEW#id` | what waits for a moderator; few, so one partition is enough |
 * | `LINK#sha256` | `LINK` | where a link leads, for a day |
 * | `HOUR#hour` | `COUNT#0` to `COUNT#2` | a share of what was counted in this hour |
 * | `HOUR#hour` | `DOMAINS` | the blocked domains that were found most in this hour |
 * | `OUTBOX#shard` | `key#sequence` | events on their way to the stream |
 * | `CONSUMER` | shard | up to where the stream is handled |
 */
export function createStore(table: string) {
  const client = createDocumentClient();
  const outbox = createOutbox(client, table, 'spam');
  const statistics = createStatisticsStore(client, table);
  return {
    client,
    table,
    outbox,
    statistics,
    blocklist: createBlocklistStore(client, table),
    links: createLinkStore(client, table),
    targets: createTargetStore(client, table, outbox, statistics),
    work: createWorkStore(client, table),
  };
}

export type Store = ReturnType<typeof createStore>;
