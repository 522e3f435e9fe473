import { type GraphQLError, parse, validate } from 'graphql';
import type { ExecuteOptions } from '../../execute.ts';
import { Preparer } from '../../prepare.ts';
import type { SubgraphAnswer, SubgraphRequest } from '../../subgraphs.ts';
import { type LocalSubgraph, type LocalSupergraph, localSupergraph } from '../../testing/subgraph.ts';
import { executeIncrementally, type IncrementalResult } from '../executeIncrementally.ts';

/** A supergraph that answers operations in parts. */
export interface InParts extends LocalSupergraph {
  preparer: Preparer;
  begin(text: string, options?: Partial<ExecuteOptions<unknown>>): Promise<IncrementalResult>;
  /** The whole answer, as plain data: first what is not deferred, then what came together. */
  ask(text: string, options?: Partial<ExecuteOptions<unknown>>): Promise<unknown[]>;
}

/** @param subgraphs with resolvers, or as SDL of subgraphs that answer as `answer` tells */
export function inParts(
  subgraphs: Record<string, LocalSubgraph | string>,
  answer?: (request: SubgraphRequest) => SubgraphAnswer | Error | Promise<SubgraphAnswer>,
): InParts {
  const local = localSupergraph(
    Object.fromEntries(
      Object.entries(subgraphs).map(([name, given]) => [name, typeof given === 'string' ? { sdl: given } : given]),
    ),
  );
  const preparer = new Preparer(local.supergraph);
  const send = async (request: SubgraphRequest): Promise<SubgraphAnswer> => {
    if (!answer) return local.send(request, {});
    local.sent.push(request);
    const given = await answer(request);
    if (given instanceof Error) throw given;
    return JSON.parse(JSON.stringify(given)) as SubgraphAnswer;
  };
  const begin: InParts['begin'] = (text, options = {}) => {
    const document = parse(text);
    const invalid = validate(local.supergraph.apiSchema, document);
    if (invalid.length > 0) throw new Error(invalid.map(({ message }) => message).join('\n'));
    const prepared = preparer.prepare(document, { incremental: true, variables: options.variables });
    return executeIncrementally(prepared, { context: {}, send, ...options });
  };
  return {
    ...local,
    send,
    preparer,
    begin,
    async ask(text, options) {
      const { initial, subsequent } = await begin(text, options);
      const { data, errors, pending, hasNext } = initial;
      const results: unknown[] = [
        { data, ...told(errors), ...(pending.length > 0 && { pending: pending.map(placeOf) }) },
      ];
      let isLast = !hasNext;
      for await (const { completed, hasNext } of subsequent) {
        if (isLast) throw new Error('Something came after the last result.');
        isLast = !hasNext;
        results.push(completed.map(({ pending, data, errors }) => ({ ...placeOf(pending), data, ...told(errors) })));
      }
      if (!isLast) throw new Error('The last result did not say so.');
      return JSON.parse(JSON.stringify(results)) as unknown[];
    },
  };
}

const placeOf = ({ path, label }: { path: readonly unknown[]; label?: string }) => ({
  path,
  ...(label !== undefined && { label }),
});

const told = (errors: readonly GraphQLError[] | undefined) =>
  errors?.length ? { errors: errors.map(({ message, path }) => ({ message, ...(path && { path }) })) } : {};
