import { newId } from '@banyan/kit';
import type { Expand } from './link/expand.ts';
import { createLoaders } from './loaders.ts';
import type { Tally } from './statistics.ts';
import type { Release } from './store/work.ts';
import type { Store } from './store.ts';
import {
  beginTry,
  deleted,
  endTry,
  firstSeen,
  moderated,
  type Published,
  type Rules,
  type Target,
  type TargetRef,
  unheld,
} from './target.ts';
import { judge, type Knowledge, type Verdict } from './verdict.ts';

export interface ChecksOptions {
  store: Store;
  tally: Tally;
  expand: Expand;
  follow: Knowledge['follow'];
  rules: Rules;
}

const targetsAPage = 25;

/** What is done with what was published: checked when it is, followed up while it is unknown, brought back when its block ends. */
export function createChecks({ store, tally, expand, follow, rules }: ChecksOptions) {
  const { targets, work, blocklist, links } = store;

  /** By what is known already. */
  const judgeNow = (text: string): Promise<Verdict> => judge(text, { ...createLoaders(store), follow });

  /** Follows the links of which it is not known where they lead. */
  function judgeFollowing(text: string, isBlocked?: Knowledge['isBlocked']): Promise<Verdict> {
    const known = createLoaders(store);
    const expansionOf = async (link: string) => {
      const before = await known.expansionOf(link);
      if (before?.end === 'REACHED') return before;
      const expansion = await expand(link);
      if (expansion.end !== 'FAILED') await links.remember(link, expansion);
      return expansion;
    };
    return judge(text, { ...known, ...(isBlocked && { isBlocked }), expansionOf, follow });
  }

  /** Counts what a verdict has hidden, when it was this one that hid it. */
  const count = (verdict: Verdict | undefined, target: Target | undefined) => {
    if (verdict && target?.heldBy) tally.hidden(verdict);
  };

  async function tryAgain(ref: TargetRef): Promise<void> {
    const now = new Date().toISOString();
    let begun: Target | undefined;
    await targets.change(ref, (before) => {
      begun = undefined;
      if (!before?.dueAt || before.dueAt >= now) return undefined;
      begun = beginTry(before, rules);
      return begun;
    });
    if (!begun) return;
    const { dueAt } = begun;
    const verdict = await judgeFollowing((await targets.text(ref)) ?? '');
    const after = await targets.change(ref, (before) =>
      before && before.dueAt === dueAt ? endTry(before, verdict, rules, newId()) : undefined,
    );
    count(verdict, after);
  }

  /** Shows again what this block alone had hidden; what something else blocks stays hidden by that. */
  async function release(ref: TargetRef, expression: string): Promise<void> {
    await targets.change(ref, async (before) => {
      if (before?.heldBy !== expression) return undefined;
      const known = createLoaders(store);
      const isBlocked = async (other: string) => other !== expression && known.isBlocked(other);
      return unheld(before, await judgeFollowing((await targets.text(ref)) ?? '', isBlocked), newId());
    });
  }

  return {
    /** Checks what was published, once however often it is called. */
    async check(published: Published, text: string): Promise<void> {
      if (await targets.find(published)) return;
      let verdict: Verdict | undefined;
      const after = await targets.insert(published, text, async () => {
        verdict = await judgeNow(text);
        return firstSeen(published, verdict, newId());
      });
      count(verdict, after);
    },

    /** Lets go of what was deleted. */
    async forget(published: Published): Promise<void> {
      await targets.change(published, (before) =>
        before?.decision.status === 'DELETED' ? undefined : deleted(published),
      );
    },

    /** Follows the links that are due, at most `limit` of each part of the queue at once. @returns how many targets it tried. */
    async retryDue(limit: number): Promise<number> {
      const due = await work.due(limit);
      const results = await Promise.allSettled(due.map(tryAgain));
      const failed = results.find((result) => result.status === 'rejected');
      if (failed) throw failed.reason;
      return due.length;
    },

    /**
     * Brings back what a block had hidden that was taken back, a page at a time. It can be stopped anywhere: what is left is still
     * listed under the block. When the URL is blocked again meanwhile, the rest stays hidden.
     */
    async releaseHeld(job: Release): Promise<void> {
      let after: string | undefined;
      do {
        if ((await blocklist.entry(job.expression))?.isBlocked) break;
        const page = await work.heldBy(job.expression, { limit: targetsAPage, after });
        for (const ref of page.refs) await release(ref, job.expression);
        after = page.last;
      } while (after);
      await work.finish(job);
    },

    /** A moderator's decision on what is under review. @returns undefined when there is no such review. */
    async decide(
      ref: TargetRef,
      reviewId: string,
      decision: { status: 'SPAM' | 'CLEAN'; by: string; reason: string },
    ): Promise<Target | undefined> {
      let decided = false;
      const after = await targets.change(ref, (before) => {
        decided = before?.review?.id === reviewId;
        return before && decided ? moderated(before, decision.status, decision.by, decision.reason) : undefined;
      });
      return decided ? after : undefined;
    },
  };
}

export type Checks = ReturnType<typeof createChecks>;
