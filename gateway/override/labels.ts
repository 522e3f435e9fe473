import { type ConstDirectiveNode, type DocumentNode, Kind, parse } from 'graphql';

/**
 * @returns the labels of the progressive `@override`s in a supergraph, each once, sorted.
 * https://www.apollographql.com/docs/graphos/schema-design/guides/migrate-fields#incremental-migration-with-progressive-override
 */
export function readOverrideLabels(supergraphSdl: string): string[] {
  return [...new Set(fieldDirectives(parse(supergraphSdl, { noLocation: true })).flatMap(labelOf))].sort();
}

/** @returns the share that a label of the form `percent(25)` has in the schema itself; undefined for a named label. */
export function percentOf(label: string): number | undefined {
  const percent = /^percent\((\d{1,2}(?:\.\d{1,8})?|100)\)$/.exec(label)?.[1];
  return percent === undefined ? undefined : Number(percent);
}

function fieldDirectives(document: DocumentNode): ConstDirectiveNode[] {
  return document.definitions.flatMap((definition) => {
    switch (definition.kind) {
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.OBJECT_TYPE_EXTENSION:
      case Kind.INTERFACE_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_EXTENSION:
        return (definition.fields ?? []).flatMap(({ directives }) => directives ?? []);
      default:
        return [];
    }
  });
}

/** The query planner, too, knows the directive by this name only. */
function labelOf(directive: ConstDirectiveNode): string[] {
  if (directive.name.value !== 'join__field') return [];
  const value = directive.arguments?.find(({ name }) => name.value === 'overrideLabel')?.value;
  return value?.kind === Kind.STRING ? [value.value] : [];
}
