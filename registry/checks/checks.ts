import { setTimeout as wait } from 'node:timers/promises';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { hasCode, type Logger, newId, type Page, UserMistake } from '@banyan/kit';
import type { Documents } from '../documents.ts';
import { formatGraphRef, type GraphRef } from '../graphs/graphRef.ts';
import type { GitContext } from '../graphs/launch.ts';
import type { Actor } from '../keys/actor.ts';
import type { Workers } from '../work/workers.ts';
import type { CheckResult } from './check.ts';
import type { CheckRun } from './checkRun.ts';
import { createCheckStore } from './checkStore.ts';
import { failedCheck } from './failedCheck.ts';
import type { CheckQuestion, InputGatherer } from './gather.ts';

export interface ChecksOptions {
  client: DynamoDBDocumentClient;
  table: string;
  documents: Documents;
  workers: Workers;
  gather: InputGatherer;
  /** Something was announced to webhooks. */
  announce(): void;
  log: Logger;
}

/** How long whoever asks waits for the answer itself, before they are told to ask again. */
const patienceMs = 15_000;
/** Checks at once: of one key, and of all. What comes beyond them is told to come later. */
const limits = { ofOne: 5, ofAll: 20 };

/** Runs checks, and keeps what they said. */
export function createChecks({ client, table, documents, workers, gather, announce, log }: ChecksOptions) {
  const store = createCheckStore(client, table);
  const running = new Set<{ keyId: string; finished: Promise<unknown> }>();

  async function answer(run: CheckRun, question: CheckQuestion): Promise<CheckRun> {
    try {
      const result = await workers.check(await gather(question));
      const resultId = await documents.put(JSON.stringify(result));
      const finished = { ...run, status: result.status, resultId };
      await store.finish(finished, result.status === 'FAILED' ? failedCheck(finished, result) : undefined);
      if (result.status === 'FAILED') announce();
      return finished;
    } catch (error) {
      const isTheirs = error instanceof UserMistake || hasCode(error, 'SUBGRAPH_TIMEOUT');
      if (!isTheirs) log.error({ err: error, check: run.id, ref: run.ref }, 'a check could not be done');
      const ours = `The check could not be done. The registry's log has it under ${run.id}.`;
      const failed = { ...run, status: 'FAILED' as const, problem: isTheirs ? (error as Error).message : ours };
      await store.finish(failed);
      return failed;
    }
  }

  return {
    /** Runs a check. @returns it with its answer, still pending where that takes long, or nothing where too many run. */
    async submit(question: CheckQuestion, by: Actor, git: GitContext | null): Promise<CheckRun | undefined> {
      const ofOne = [...running].filter(({ keyId }) => keyId === by.keyId).length;
      if (ofOne >= limits.ofOne || running.size >= limits.ofAll) return undefined;
      const place = { keyId: by.keyId, finished: Promise.resolve<unknown>(undefined) };
      running.add(place);
      const run: CheckRun = {
        id: newId(),
        ref: formatGraphRef(question.ref),
        at: new Date().toISOString(),
        by: by.name,
        git,
        ...(question.kind === 'subgraph' && { subgraphName: question.name }),
        status: 'PENDING',
      };
      const finished = store.insert(run).then(() => answer(run, question));
      place.finished = finished.finally(() => running.delete(place)).catch(() => {});
      const patience = new AbortController();
      const pending = wait(patienceMs, run, { signal: patience.signal }).catch(() => run);
      return Promise.race([finished, pending]).finally(() => patience.abort());
    },

    find: (graphId: string, id: string): Promise<CheckRun | undefined> => store.find(graphId, id),

    list: (ref: GraphRef, page: Page): Promise<CheckRun[]> => store.list(formatGraphRef(ref), page),

    /** What a check said; nothing while it is pending, or where it could not be done. */
    result: async ({ resultId }: CheckRun): Promise<CheckResult | undefined> =>
      resultId === undefined ? undefined : JSON.parse(await documents.get(resultId)),

    /** Ends when no check runs any more. */
    async settle(): Promise<void> {
      await Promise.allSettled([...running].map(({ finished }) => finished));
    },
  };
}

export type Checks = ReturnType<typeof createChecks>;
