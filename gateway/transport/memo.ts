import { LRUCache } from 'lru-cache';
import type { SubgraphAnswer } from '../engine/subgraphs.ts';
import { readAnswer } from './answer.ts';

/**
 * The last answers, by what was asked. The subgraph is asked each time all the same: when what came is the same text as the last
 * time, what was read from it then is given again. So nothing can be stale, and nothing crosses from one user to another.
 */
export class Memo {
  readonly #last: LRUCache<string, { text: string; answer: SubgraphAnswer }>;

  /** `size` is of the texts, in characters; what was read from them takes several times as much. */
  constructor(size: number) {
    this.#last = new LRUCache({
      maxSize: size,
      sizeCalculation: ({ text }, question) => text.length + question.length,
    });
  }

  /** @throws Fault when it is not an answer. */
  read(question: string, text: string): SubgraphAnswer {
    const last = this.#last.get(question);
    if (last?.text === text) return last.answer;
    const answer = readAnswer(text);
    this.#last.set(question, { text, answer });
    return answer;
  }
}
