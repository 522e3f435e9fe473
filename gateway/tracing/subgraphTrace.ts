import { Trace } from '@apollo/usage-reporting-protobuf';

/** Room for so many fields. What is larger would take long to decode, for all requests that wait. */
const longestText = 1024 * 1024;
const mostNodes = 20_000;
/** What is done with a trace later walks it by recursion. No operation that the engine takes is as deep. */
const deepest = 500;

/**
 * The trace that a subgraph sent in `extensions.ftv1`, or null for one that cannot be read, or that would spoil the trace which
 * it becomes a part of.
 * https://www.apollographql.com/docs/graphos/reference/metrics/federated-traces
 */
export function readSubgraphTrace(ftv1: unknown): Trace | null {
  if (typeof ftv1 !== 'string' || ftv1.length > longestText) return null;
  try {
    const { root, startTime, endTime, durationNs } = Trace.decode(Buffer.from(ftv1, 'base64'));
    if (!root || !isUsable(root)) return null;
    // All else is not of an inline trace.
    return new Trace({ root, startTime, endTime, durationNs });
  } catch {
    return null;
  }
}

/**
 * Walks level by level: the trace may be as deep as it likes. What is decoded is of the right types; that a node has both kinds of id
 * is all that the usage reports would refuse the whole for.
 */
function isUsable(root: Trace.INode): boolean {
  let level = [root];
  let nodes = 0;
  for (let depth = 0; depth <= deepest; depth++) {
    nodes += level.length;
    if (level.length === 0) return true;
    if (nodes > mostNodes) return false;
    const next: Trace.INode[] = [];
    for (const node of level) {
      if (Object.hasOwn(node, 'responseName') && Object.hasOwn(node, 'index')) return false;
      if (node.child) for (const child of node.child) next.push(child);
    }
    level = next;
  }
  return false;
}
