import { randomBytes } from 'node:crypto';
import type { Question } from '../workload/question.ts';
import { openConnection } from './connection.ts';
import type { Message } from './messages.ts';

export interface Load {
  port: number;
  connections: number;
  /** Whether every request has an `authorization` of its own. */
  isUnique: boolean;
  seconds: number;
  /** What is asked next; the slice ends early when there is nothing more. */
  next: () => Question | undefined;
  /** Throws when an answer is wrong, which ends the slice. */
  check: (question: Question, message: Message) => void;
}

export interface LoadResult {
  requests: number;
  /** From the first request to the last answer. */
  ms: number;
  /** Of each request, in milliseconds, ascending. */
  latencies: number[];
}

/** As long as an access token is. */
const tokenBytes = 180;
const sharedToken = randomBytes(tokenBytes).toString('base64url');
const stem = sharedToken.slice(16);

/** Sends requests over so many connections, the next on each as soon as the last is answered. */
export async function runSlice({ port, connections, isUnique, seconds, next, check }: Load): Promise<LoadResult> {
  const open = await Promise.all(Array.from({ length: connections }, () => openConnection(port)));
  const latencies: number[] = [];
  let tokens = Math.floor(Math.random() * 2 ** 40);
  const tokenOf = () => (isUnique ? `${(tokens++).toString(36).padStart(16, '0')}${stem}` : sharedToken);
  const start = performance.now();
  const end = start + seconds * 1_000;
  let isOver = false;

  async function keepAsking(connection: (typeof open)[number]): Promise<void> {
    while (!isOver) {
      const question = next();
      const sentAt = performance.now();
      if (!question || sentAt >= end) return;
      const message = await connection.post(question.body, `Bearer ${tokenOf()}`);
      latencies.push(performance.now() - sentAt);
      check(question, message);
    }
  }

  try {
    await Promise.all(open.map(keepAsking));
    const ms = performance.now() - start;
    return { requests: latencies.length, ms, latencies: latencies.sort((a, b) => a - b) };
  } finally {
    isOver = true;
    for (const connection of open) connection.close();
  }
}
