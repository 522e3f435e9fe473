import { type ConstDirectiveNode, type ConstValueNode, type DocumentNode, Kind } from 'graphql';

/** What a subgraph calls a directive of federation. */
export type DirectiveNames = (name: string) => string;

const federationSpec = /^https:\/\/specs\.apollo\.dev\/federation\/v2\./;

/**
 * Reads how a document links federation 2: under their own names or others (`import: [{ name: "@key", as: "@id" }]`), or under the name of the
 * specification where they are not imported. https://specs.apollo.dev/link/v1.0
 * @returns undefined when it does not link it.
 */
export function linkedNames(document: DocumentNode): DirectiveNames | undefined {
  const link = document.definitions
    .flatMap((node) => (node.kind === Kind.SCHEMA_DEFINITION || node.kind === Kind.SCHEMA_EXTENSION ? [node] : []))
    .flatMap(({ directives }) => directives ?? [])
    .find(
      (directive) => directive.name.value === 'link' && federationSpec.test(textOf(argument(directive, 'url')) ?? ''),
    );
  if (link === undefined) return undefined;
  const prefix = textOf(argument(link, 'as')) ?? 'federation';
  const imported = importsOf(argument(link, 'import'));
  return (name) => imported.get(name) ?? `${prefix}__${name}`;
}

function importsOf(value: ConstValueNode | undefined): Map<string, string> {
  const items = value?.kind === Kind.LIST ? value.values : [];
  return new Map(
    items.flatMap((item): [string, string][] => {
      const field = (key: string) =>
        item.kind === Kind.OBJECT ? item.fields.find(({ name }) => name.value === key)?.value : undefined;
      const name = textOf(item) ?? textOf(field('name'));
      const alias = textOf(field('as')) ?? name;
      return name?.startsWith('@') && alias ? [[name.slice(1), alias.slice(1)]] : [];
    }),
  );
}

/** The value that a directive is given for an argument. */
export const argument = (directive: ConstDirectiveNode, name: string): ConstValueNode | undefined =>
  directive.arguments?.find((each) => each.name.value === name)?.value;

/** The text of a string value. */
export const textOf = (value: ConstValueNode | undefined): string | undefined =>
  value?.kind === Kind.STRING ? value.value : undefined;
