import type { Question } from '../workload/question.ts';
import type { Message } from './messages.ts';

/**
 * Holds every answer of one gateway against the right one: status, no errors, the same values, keys in the same order.
 * An answer whose bytes were right once is right again, so that the check costs next to nothing.
 */
export function answerCheck(): (question: Question, message: Message) => void {
  const right = new WeakMap<Question, Buffer>();

  return (question, { head, body }) => {
    if (right.get(question)?.equals(body)) return;
    const problem = problemOf(question, head, body.toString());
    if (problem) throw new Error(`the answer is wrong: ${problem}\nasked: ${question.body.slice(0, 500)}`);
    right.set(question, Buffer.from(body));
  };
}

function problemOf({ data }: Question, head: string, text: string): string | undefined {
  if (!head.startsWith('HTTP/1.1 200 ')) return `${head.slice(0, 40)}\n${text.slice(0, 2_000)}`;
  const answer = JSON.parse(text) as { data?: unknown; errors?: unknown };
  if (answer.errors) return `errors: ${JSON.stringify(answer.errors).slice(0, 2_000)}`;
  const got = JSON.stringify(answer.data) ?? '';
  if (got === data) return undefined;
  let at = 0;
  while (got[at] === data[at]) at++;
  return `at ${at}: …${got.slice(Math.max(0, at - 60), at + 60)}… instead of …${data.slice(Math.max(0, at - 60), at + 60)}…`;
}
