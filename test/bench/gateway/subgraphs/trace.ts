import { Trace } from '@apollo/usage-reporting-protobuf';
import type { GraphQLResolveInfo } from 'graphql';

type Path = GraphQLResolveInfo['path'];

/** Collects what a subgraph that is asked for it tells of each field (ftv1). The times are made up: nobody here looks at them. */
export function fieldTrace() {
  const trace = new Trace({ startTime: { seconds: 1 }, endTime: { seconds: 2 }, durationNs: 1_000_000 });
  const root = new Trace.Node();
  trace.root = root;
  const nodes = new Map<string, Trace.Node>([['', root]]);

  function nodeAt(path: Path | undefined): Trace.Node {
    const key = keyOf(path);
    const known = nodes.get(key);
    if (known || !path) return known ?? root;
    const node = new Trace.Node(typeof path.key === 'number' ? { index: path.key } : { responseName: path.key });
    nodeAt(path.prev).child.push(node);
    nodes.set(key, node);
    return node;
  }

  return {
    note({ path, returnType, parentType, fieldName }: GraphQLResolveInfo): void {
      const node = nodeAt(path);
      if (path.key !== fieldName) node.originalFieldName = fieldName;
      node.type = String(returnType);
      node.parentType = parentType.name;
      node.startTime = 1_000;
      node.endTime = 2_000;
    },
    /** As it travels in `extensions.ftv1`. */
    encode: (): string => Buffer.from(Trace.encode(trace).finish()).toString('base64'),
  };
}

function keyOf(path: Path | undefined): string {
  return path ? `${keyOf(path.prev)}.${path.key}` : '';
}
