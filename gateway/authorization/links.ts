import { type ConstDirectiveNode, type ConstValueNode, type DocumentNode, Kind, valueFromASTUntyped } from 'graphql';

/** A specification that the schema links, and the names under which it is known there. https://specs.apollo.dev/link/v1.0 */
export interface Link {
  /** The URL without its version: `https://specs.apollo.dev/authenticated`. */
  identity: string;
  version: string;
  /** @returns the name that the specification's directive has in this schema. */
  directiveName(name: string): string;
}

/**
 * Reads the schema's links. Every directive of the schema definition with a `url` (or `feature`, as `@core` called it) is
 * one, because `@link` can itself be renamed.
 */
export function readLinks(document: DocumentNode): Link[] {
  return document.definitions.flatMap((definition) =>
    definition.kind === Kind.SCHEMA_DEFINITION || definition.kind === Kind.SCHEMA_EXTENSION
      ? (definition.directives ?? []).flatMap((directive) => readLink(directive) ?? [])
      : [],
  );
}

function readLink(directive: ConstDirectiveNode): Link | undefined {
  const url = text(argument(directive, 'url') ?? argument(directive, 'feature'));
  const parts = url && /^(?<identity>.*?)\/v(?<version>\d+\.\d+)\/?$/.exec(url)?.groups;
  if (!parts) return undefined;
  const { identity = '', version = '' } = parts;
  const specName = identity.slice(identity.lastIndexOf('/') + 1);
  const namespace = text(argument(directive, 'as')) ?? specName;
  const imported = readImports(argument(directive, 'import'));
  return {
    identity,
    version,
    directiveName: (name) => imported.get(`@${name}`) ?? (name === specName ? namespace : `${namespace}__${name}`),
  };
}

/** @returns imported names, directives with their `@`, to the bare names that they got. */
function readImports(value: ConstValueNode | undefined): Map<string, string> {
  const names = new Map<string, string>();
  if (value?.kind !== Kind.LIST) return names;
  for (const item of value.values) {
    const entry: unknown = valueFromASTUntyped(item);
    if (typeof entry === 'string') names.set(entry, bare(entry));
    else if (isRenaming(entry)) names.set(entry.name, bare(entry.as ?? entry.name));
  }
  return names;
}

const isRenaming = (entry: unknown): entry is { name: string; as?: string } =>
  typeof entry === 'object' && entry !== null && 'name' in entry && typeof entry.name === 'string';

const bare = (name: string): string => name.replace(/^@/, '');

/** @returns the value that a directive was given for an argument. */
export const argument = (directive: ConstDirectiveNode, name: string): ConstValueNode | undefined =>
  directive.arguments?.find((given) => given.name.value === name)?.value;

const text = (value: ConstValueNode | undefined): string | undefined =>
  value?.kind === Kind.STRING ? value.value : undefined;
