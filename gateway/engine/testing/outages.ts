import { setImmediate } from 'node:timers/promises';
import { GraphQLError } from 'graphql';
import type { SendToSubgraph } from '../subgraphs.ts';
import type { Random } from './random.ts';

/** A subgraph that is not itself for one operation. */
export interface Outage {
  subgraph: string;
  /** Not reached; reached and silent until its time is over; up, and answering errors without data. */
  kind: 'down' | 'silent' | 'refusing';
  /** It still answers at the root: what fails comes later in the plan. */
  onlyEntities: boolean;
}

export function randomOutage(subgraphs: readonly string[], random: Random): Outage | undefined {
  if (!random.chance(0.2)) return undefined;
  return {
    subgraph: random.pick(subgraphs),
    kind: random.pick(['down', 'silent', 'refusing'] as const),
    onlyEntities: random.chance(0.4),
  };
}

/** Longer than any plan goes on; a turn of the event loop is all that an answer takes. */
const turnsOfDeadline = 40;

/**
 * Sends as `send` does but to the subgraph that is out. What is asked at one time is answered at one time, in order: where parts of a
 * plan that run side by side touch the same object, what comes out must not depend on how fast an executor is.
 */
export function withOutage(send: SendToSubgraph<unknown>, outage: Outage | undefined): SendToSubgraph<unknown> {
  return async (request, context) => {
    await setImmediate();
    if (!outage || request.subgraph !== outage.subgraph) return send(request, context);
    const { subgraph, kind, onlyEntities } = outage;
    if (onlyEntities && !request.query.includes('_entities')) return send(request, context);
    if (kind === 'refusing') return { errors: [{ message: `${subgraph} refuses`, extensions: { code: 'REFUSED' } }] };
    if (kind === 'down') throw new Error(`${subgraph} is down`);
    for (let turn = 0; turn < turnsOfDeadline; turn++) await setImmediate();
    throw new GraphQLError(`The service "${subgraph}" did not answer in time. Try again later.`, {
      extensions: { code: 'SUBGRAPH_TIMEOUT', service: subgraph },
    });
  };
}
