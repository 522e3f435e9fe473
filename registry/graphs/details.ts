import { again, ConditionFailed, failure, retryUntilDeadline } from '@banyan/kit';
import type { GraphRef } from './graphRef.ts';
import type { Graphs, GraphsOptions } from './graphs.ts';
import { known } from './launcher.ts';
import { GraphMistake } from './mistake.ts';
import { changedSettings, defaultSettings, type VariantSettings } from './settings.ts';

type Details = Pick<Graphs, 'settings' | 'changeSettings' | 'readme' | 'writeReadme'>;

const maxReadmeBytes = 512 * 1024;

/** What is said about a variant beside its launches: settings and readme. */
export function createDetails({ store, documents }: Pick<GraphsOptions, 'store' | 'documents'>): Details {
  const { heads, details } = store;

  /** What a newer registry has beside what was stored has its default. */
  const whole = (stored: Partial<VariantSettings> | undefined): VariantSettings => ({
    lint: stored?.lint ?? defaultSettings.lint,
    checks: { ...defaultSettings.checks, ...stored?.checks },
  });

  /** Decides and writes, again when the settings have changed in between, unless the variant has gone. */
  const change = <T>(ref: GraphRef, work: () => Promise<T>): Promise<T> =>
    retryUntilDeadline<T>(
      async () => {
        await known({ store }, ref, await heads.head(ref));
        try {
          return await work();
        } catch (error) {
          if (error instanceof ConditionFailed) return again;
          throw error;
        }
      },
      () => failure('CONFLICT'),
    );

  return {
    settings: async (ref) => {
      const [head, stored] = await Promise.all([heads.head(ref), details.settings(ref)]);
      return head && whole(stored);
    },

    changeSettings: (ref, wanted) =>
      change(ref, async () => {
        const before = await details.settings(ref);
        const after = changedSettings(whole(before), wanted);
        await store.write([heads.exists(ref), details.putSettings(ref, before, after)]);
        return after;
      }),

    readme: async (ref) => {
      const [head, stored] = await Promise.all([heads.head(ref), details.readme(ref)]);
      return head && stored && { content: await documents.get(stored.documentId), updatedAt: stored.updatedAt };
    },

    writeReadme: async (ref, content) => {
      if (Buffer.byteLength(content) > maxReadmeBytes) {
        throw new GraphMistake('TOO_LARGE', `A readme may have ${maxReadmeBytes / 1024} KiB.`);
      }
      return change(ref, async () => {
        const updatedAt = new Date().toISOString();
        const documentId = await documents.put(content);
        await store.write([heads.exists(ref), details.putReadme(ref, { documentId, updatedAt })]);
        return { content, updatedAt };
      });
    },
  };
}
