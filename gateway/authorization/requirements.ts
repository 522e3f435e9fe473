import { type ConstDirectiveNode, type DocumentNode, Kind, parse, valueFromASTUntyped } from 'graphql';
import { type AnyOf, AUTHENTICATED, allOf, anyOfCondition, type Condition, type Requirement } from './conditions.ts';
import { settleInterfaces } from './interfaces.ts';
import { argument, readLinks } from './links.ts';

/** What a supergraph asks of callers. Interfaces do not appear: what they ask is written out at the types that implement them. */
export interface Requirements {
  /** By name: objects, enums, scalars. */
  readonly types: ReadonlyMap<string, Requirement>;
  /** By coordinate, `Type.field`, of object types. */
  readonly fields: ReadonlyMap<string, Requirement>;
}

/** A type as its definitions and extensions in the supergraph write it. */
export interface WrittenType {
  isInterface: boolean;
  implements: Set<string>;
  requirement: Requirement;
  fields: Map<string, Requirement>;
}

const SPECS = 'https://specs.apollo.dev';
const KNOWN_VERSION = '0.1';

/**
 * Reads what `@authenticated`, `@requiresScopes` and `@policy` say, under whatever names the supergraph links them.
 * @throws Error when it links a version of them whose rules are unknown here: nothing is better than a wrong guess.
 */
export function readRequirements(supergraphSdl: string): Requirements {
  const document = parse(supergraphSdl, { noLocation: true });
  return settleInterfaces(readTypes(document, directiveReaders(document)));
}

type Reader = (directive: ConstDirectiveNode) => Condition | undefined;

function directiveReaders(document: DocumentNode): Map<string, Reader> {
  const kinds: Record<string, Reader> = {
    authenticated: () => AUTHENTICATED,
    requiresScopes: (directive) => anyOfCondition('scopes', readAnyOf(directive, 'scopes')),
    policy: (directive) => anyOfCondition('policies', readAnyOf(directive, 'policies')),
  };
  const readers = new Map<string, Reader>();
  for (const link of readLinks(document)) {
    const spec = link.identity.startsWith(`${SPECS}/`) ? link.identity.slice(SPECS.length + 1) : '';
    const reader = Object.hasOwn(kinds, spec) ? kinds[spec] : undefined;
    if (!reader) continue;
    if (link.version !== KNOWN_VERSION) {
      throw new Error(`The supergraph links ${link.identity}/v${link.version}; only v${KNOWN_VERSION} is known.`);
    }
    readers.set(link.directiveName(spec), reader);
  }
  return readers;
}

function readAnyOf(directive: ConstDirectiveNode, name: string): AnyOf {
  const value = argument(directive, name);
  const anyOf: unknown = value && valueFromASTUntyped(value);
  if (isAnyOf(anyOf)) return anyOf;
  throw new Error(`@${directive.name.value} in the supergraph has no list of lists of strings for "${name}".`);
}

const isAnyOf = (value: unknown): value is AnyOf =>
  Array.isArray(value) && value.every((all) => Array.isArray(all) && all.every((name) => typeof name === 'string'));

function readTypes(document: DocumentNode, readers: Map<string, Reader>): Map<string, WrittenType> {
  const read = (directives: readonly ConstDirectiveNode[] = []): Requirement =>
    allOf(directives.flatMap((directive) => readers.get(directive.name.value)?.(directive) ?? []));
  const types = new Map<string, WrittenType>();
  for (const definition of document.definitions) {
    if (!('name' in definition) || !definition.name || definition.kind === Kind.DIRECTIVE_DEFINITION) continue;
    const name = definition.name.value;
    const type = types.get(name) ?? { isInterface: false, implements: new Set(), requirement: [], fields: new Map() };
    types.set(name, type);
    type.requirement = allOf(type.requirement, read(definition.directives as readonly ConstDirectiveNode[]));
    switch (definition.kind) {
      case Kind.INTERFACE_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_EXTENSION:
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.OBJECT_TYPE_EXTENSION:
        type.isInterface ||= /^Interface/.test(definition.kind);
        for (const implemented of definition.interfaces ?? []) type.implements.add(implemented.name.value);
        for (const field of definition.fields ?? []) {
          type.fields.set(field.name.value, allOf(type.fields.get(field.name.value), read(field.directives)));
        }
    }
  }
  return types;
}
