import { type DocumentNode, Kind, parse, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import type { EngineSupergraph } from '../supergraph.ts';
import { isDefer } from './activeDefers.ts';

/**
 * Whether something is deferred of an object whose own type may be unknown when the rest of it is there: one that came from a
 * subgraph with an `@interfaceObject`. Which fragments apply to it cannot be said then, and the planner does not ask for it.
 * https://www.apollographql.com/docs/graphos/schema-design/federated-schemas/entities/interfaces
 */
export function defersInterfaceObjects(document: DocumentNode, supergraph: EngineSupergraph): boolean {
  const interfaces = interfacesOf(supergraph);
  if (interfaces.size === 0) return false;
  const info = new TypeInfo(supergraph.apiSchema);
  let found = false;
  visit(
    document,
    visitWithTypeInfo(info, {
      [Kind.INLINE_FRAGMENT]: (node) => {
        const around = info.getParentType();
        if (!around || !node.directives?.some(isDefer)) return;
        if ([...supergraph.types.matching(around.name)].some((name) => interfaces.has(name))) found = true;
      },
    }),
  );
  return found;
}

const known = new WeakMap<EngineSupergraph, ReadonlySet<string>>();

/** The interfaces that some subgraph knows as an object. */
function interfacesOf(supergraph: EngineSupergraph): ReadonlySet<string> {
  const found = known.get(supergraph);
  if (found) return found;
  const names = parse(supergraph.sdl, { noLocation: true }).definitions.flatMap((node) =>
    node.kind === Kind.INTERFACE_TYPE_DEFINITION &&
    node.directives?.some(({ arguments: given }) => given?.some(({ name }) => name.value === 'isInterfaceObject'))
      ? [node.name.value]
      : [],
  );
  const interfaces = new Set(names);
  known.set(supergraph, interfaces);
  return interfaces;
}
