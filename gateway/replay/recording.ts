import type { FetchNode } from '@apollo/query-planner';
import type { Prepared } from '../engine/prepared.ts';
import type { Question } from '../transport/transport.ts';

/** A fetch as it was made, and what came. */
export interface RecordedFetch {
  readonly question: Question;
  /** The answer, as it came. */
  readonly text: string;
  /** The fetches that decided what it asked, by their index. */
  readonly after: readonly number[];
}

/** All that one execution asked and was told, and what it answered. */
export interface Recording {
  readonly fetches: readonly RecordedFetch[];
  readonly answer: string;
}

interface Made {
  nodes: readonly FetchNode[];
  question: Question;
  text?: string;
}

/** Writes down the fetches of one execution, in the order in which they are made. */
export class Recorder {
  readonly #made: Made[] = [];
  #isUsable = true;

  /** @returns what is to be called with the answer. */
  asks(question: Question, nodes: readonly FetchNode[] | undefined): (text: string, hasErrors: boolean) => void {
    const made: Made = { nodes: nodes ?? [], question };
    this.#made.push(made);
    return (text, hasErrors) => {
      made.text = text;
      // What went wrong once need not go wrong again, and may have been asked for twice.
      if (hasErrors) this.#isUsable = false;
    };
  }

  /** @returns undefined where it cannot be told what would come next time. */
  finish({ compiled }: Prepared, answer: string): Recording | undefined {
    if (!this.#isUsable) return undefined;
    const fetches: RecordedFetch[] = [];
    for (const { question, nodes, text } of this.#made) {
      const [node] = nodes;
      if (text === undefined || !node) return undefined;
      const after = this.#made.flatMap(({ nodes: [other] }, at) =>
        other && compiled.waitsFor(node, other) ? [at] : [],
      );
      fetches.push({ question, text, after });
    }
    return { fetches, answer };
  }
}

/** How much of the memory for recordings it takes, in characters. */
export const sizeOf = ({ fetches, answer }: Recording): number =>
  answer.length + fetches.reduce((size, { question, text }) => size + question.body.length + text.length, 1_000);
