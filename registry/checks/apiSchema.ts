import { Supergraph } from '@apollo/federation-internals';
import { printSchema } from 'graphql';

/**
 * The schema that clients see: a supergraph without the machinery of federation and without what is `@inaccessible`. The same supergraph
 * gives the same text.
 * @throws GraphQLError when this is no supergraph, or when what it leaves accessible is no valid schema.
 */
export function apiSchemaOf(supergraphSdl: string): string {
  // What a gateway supports (`for: SECURITY`) is the gateway's to check, not the registry's.
  const supergraph = Supergraph.build(supergraphSdl, { supportedFeatures: null });
  return `${printSchema(supergraph.apiSchema().toGraphQLJSSchema())}\n`;
}
