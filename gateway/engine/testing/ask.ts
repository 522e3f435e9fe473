import { parse, validate } from 'graphql';
import { type EngineResult, type ExecuteOptions, execute } from '../execute.ts';
import { Preparer } from '../prepare.ts';
import type { SubgraphAnswer, SubgraphRequest } from '../subgraphs.ts';
import type { EngineSupergraph } from '../supergraph.ts';
import { type LocalSubgraph, localSupergraph } from './subgraph.ts';

/** A supergraph that answers operations; what it sent is kept. */
export interface Askable {
  supergraph: EngineSupergraph;
  sent: SubgraphRequest[];
  ask(text: string, options?: Partial<ExecuteOptions<unknown>>): Promise<Plain>;
}

/** A result as a client gets it. */
export interface Plain {
  data?: unknown;
  errors?: { message: string; path?: unknown; service?: unknown }[];
}

export function askable(subgraphs: Record<string, LocalSubgraph>, planning = {}): Askable {
  const { supergraph, send, sent } = localSupergraph(subgraphs, planning);
  const preparer = new Preparer(supergraph);
  return {
    supergraph,
    sent,
    async ask(text, options = {}) {
      const document = parse(text);
      const invalid = validate(supergraph.apiSchema, document);
      if (invalid.length > 0) throw new Error(invalid.map(({ message }) => message).join('\n'));
      return plain(await execute(preparer.prepare(document), { context: {}, send, ...options }));
    },
  };
}

/** The same, with subgraphs that answer as told: for each request the answer, or the error that is thrown. */
export function answering(
  sdls: Record<string, string>,
  answer: (request: SubgraphRequest) => SubgraphAnswer | Error | undefined,
): Askable {
  const { sent, ask, supergraph } = askable(
    Object.fromEntries(Object.entries(sdls).map(([name, sdl]) => [name, { sdl }])),
  );
  const send = async (request: SubgraphRequest): Promise<SubgraphAnswer> => {
    sent.push(request);
    const given = answer(request);
    if (given instanceof Error) throw given;
    return JSON.parse(JSON.stringify(given ?? {})) as SubgraphAnswer;
  };
  return { supergraph, sent, ask: (text, options) => ask(text, { send, ...options }) };
}

const plain = ({ data, errors }: EngineResult): Plain => {
  const told = errors?.map(({ message, path, extensions: { service } }) => ({
    message,
    ...(path && { path }),
    ...(service !== undefined && { service }),
  }));
  return JSON.parse(JSON.stringify(told ? { data, errors: told } : { data })) as Plain;
};
