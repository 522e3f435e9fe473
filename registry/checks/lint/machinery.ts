import { FEDERATION_VERSIONS } from '@apollo/federation-internals';

/** Names with a prefix and two underscores are those of linked specifications. https://specs.apollo.dev/link/v1.0 */
const linked = /^[a-z]\w*?__/;
const types = new Set(['_Any', '_Entity', '_Service', '_FieldSet', 'FieldSet']);
const fields = new Set(['_service', '_entities']);
const directives = new Set([
  'link',
  ...FEDERATION_VERSIONS.latest()
    .directiveSpecs()
    .map(({ name }) => name),
]);

/**
 * What a subgraph's library may have added to its SDL (`_Any`, `Query._service`, `directive @key`): the subgraph has no say in how that is named
 * and described. https://www.apollographql.com/docs/graphos/schema-design/federated-schemas/reference/subgraph-spec
 */
export const isMachinery = {
  type: (name: string): boolean => types.has(name) || linked.test(name),
  field: (name: string): boolean => fields.has(name),
  directive: (name: string): boolean => directives.has(name) || linked.test(name),
};
