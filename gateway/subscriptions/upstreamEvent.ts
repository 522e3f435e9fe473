import type { SubgraphAnswer } from '../engine/subgraphs.ts';
import { readAnswer } from '../transport/answer.ts';

/** What a subgraph sent, for several who listen: each gets an answer of its own, as executing the rest of the plan changes it. */
export class UpstreamEvent {
  readonly #text: string;
  /** For the first who asks, mostly the only one. */
  #read: SubgraphAnswer | undefined;

  /** @throws Fault when it is not an answer of GraphQL. */
  constructor(text: string) {
    this.#text = text;
    this.#read = readAnswer(text);
  }

  answer(): SubgraphAnswer {
    const read = this.#read ?? readAnswer(this.#text);
    this.#read = undefined;
    return read;
  }
}
