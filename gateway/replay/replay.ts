import type { Question } from '../transport/transport.ts';
import type { Recording } from './recording.ts';

/** Answers that came, or will, by what was asked. */
export type Received = Map<string, Promise<string>>;

export const keyOf = ({ subgraph, body }: Question): string => `${subgraph}\n${body}`;

/**
 * Makes the fetches of a recording again, each when those that it depends on have brought what they brought then.
 * @returns undefined where all did; otherwise, as soon as one did not, everything that was asked for until then: each of it would
 * have been asked by the execution, too.
 */
export function replay(
  { fetches }: Recording,
  ask: (question: Question) => Promise<string>,
): Promise<Received | undefined> {
  const received: Received = new Map();
  if (fetches.length === 0) return Promise.resolve(undefined);
  const next = fetches.map((_, at) => fetches.flatMap(({ after }, index) => (after.includes(at) ? [index] : [])));
  const waitsFor = fetches.map(({ after }) => after.length);
  return new Promise((resolve) => {
    let open = fetches.length;
    let isSame = true;
    const differs = () => {
      isSame = false;
      resolve(received);
    };
    const start = (at: number): void => {
      const fetch = fetches[at];
      if (!fetch || !isSame) return;
      const answer = ask(fetch.question);
      received.set(keyOf(fetch.question), answer);
      answer.then((text) => {
        if (!isSame) return;
        if (text !== fetch.text) return differs();
        open--;
        if (open === 0) return resolve(undefined);
        for (const index of next[at] ?? []) {
          const left = (waitsFor[index] ?? 0) - 1;
          waitsFor[index] = left;
          if (left === 0) start(index);
        }
      }, differs);
    };
    for (let at = 0; at < fetches.length; at++) if (fetches[at]?.after.length === 0) start(at);
  });
}
