import { LRUCache } from 'lru-cache';
import type { EngineResult } from '../engine/execute.ts';
import type { Prepared } from '../engine/prepared.ts';
import type { SendToSubgraph } from '../engine/subgraphs.ts';
import type { TransportContext } from '../transport/headers.ts';
import { type Question, questionOf, type Transport } from '../transport/transport.ts';
import { Recorder, type Recording, sizeOf } from './recording.ts';
import { keyOf, replay } from './replay.ts';

/** An execution's result, or the text of its data where that is known without. */
export type Replayed = { readonly text: string } | { readonly text: undefined; readonly result: EngineResult };

/** The way to the subgraphs, as far as it is needed here. */
export type Way = Pick<Transport, 'ask' | 'read'>;

/**
 * Remembers of each query what its last execution asked and what came, and the answer that was made from it. Next time every
 * subgraph is asked all the same, with the identity of whoever asks now; where the same bytes come from all of them, the answer is the
 * same bytes, too. So nothing can be stale, and nobody gets what the subgraphs have not just answered to him. Where something else
 * comes, the execution goes on with what has come already, and nothing is asked twice.
 */
export class Replays {
  readonly #recordings: LRUCache<string, Recording>;
  readonly #way: Way;

  /** @param size of all texts together, in characters */
  constructor(way: Way, size: number) {
    this.#way = way;
    this.#recordings = new LRUCache({ maxSize: size, sizeCalculation: sizeOf });
  }

  /** @param run executes the query with this way to subgraphs */
  async execute(
    prepared: Prepared,
    variables: Record<string, unknown>,
    context: TransportContext,
    run: (send: SendToSubgraph<unknown>) => Promise<EngineResult>,
  ): Promise<Replayed> {
    const key = `${prepared.number} ${JSON.stringify(variables)}`;
    const ask = (question: Question) => this.#way.ask(question, context);
    const last = this.#recordings.get(key);
    const received = last && (await replay(last, ask));
    if (last && !received) return { text: last.answer };
    const recorder = new Recorder();
    const result = await run(async (request) => {
      const question = questionOf(request);
      const tell = recorder.asks(question, request.nodes);
      const at = keyOf(question);
      const had = received?.get(at);
      received?.delete(at);
      const text = await (had ?? ask(question));
      const answer = this.#way.read(text, request.subgraph, context);
      tell(text, answer.errors !== undefined);
      return answer;
    });
    if (result.errors || result.extensions) return { text: undefined, result };
    const text = JSON.stringify(result);
    const recording = recorder.finish(prepared, text);
    if (recording) this.#recordings.set(key, recording);
    return { text };
  }
}
