import { buildOperationContext, executeQueryPlan } from '@apollo/gateway';
import type { QueryPlan } from '@apollo/query-planner';
import { type DocumentNode, type GraphQLObjectType, type GraphQLSchema, isInterfaceType } from 'graphql';
import type { SendToSubgraph, SubgraphAnswer } from '../subgraphs.ts';
import type { EngineSupergraph } from '../supergraph.ts';

type ServiceMap = Parameters<typeof executeQueryPlan>[1];
type StockRequest = Parameters<typeof executeQueryPlan>[2];

/** Executes a plan with the executor of `@apollo/gateway`, against the same subgraphs. */
export async function executeStock(
  supergraph: EngineSupergraph,
  plan: QueryPlan,
  document: DocumentNode,
  variables: Record<string, unknown>,
  send: SendToSubgraph<unknown>,
  fullSchema: GraphQLSchema = fullSchemaOf(supergraph),
) {
  const services: ServiceMap = Object.fromEntries(
    supergraph.subgraphs.map(({ name }) => [
      name,
      {
        async process({ request }) {
          const { query = '', operationName, variables: given } = request;
          const answer = await send({ subgraph: name, query, operationName, variables: given, isMutation: false }, {});
          keepTypes(answer, fullSchema);
          nameRoot(answer, query.startsWith('mutation') ? fullSchema.getMutationType() : fullSchema.getQueryType());
          return answer as Awaited<ReturnType<ServiceMap[string]['process']>>;
        },
      },
    ]),
  );
  const incoming = { request: { variables }, metrics: {}, logger: console, context: {} } as unknown as StockRequest;
  const operation = buildOperationContext({
    schema: supergraph.apiSchema,
    operationDocument: document,
    operationName: undefined,
  });
  return executeQueryPlan(plan, services, incoming, operation, fullSchema, supergraph.plannedSchema);
}

/**
 * The stock executor lets a subgraph with an `@interfaceObject` overwrite the `__typename` that another subgraph gave with the name
 * of the interface, and then loses every field that was asked for on the object's type. Ours keeps the type. Here the stock one
 * does not get to see such a name for an entity, so that the rest can be compared.
 * https://spec.graphql.org/October2021/#sec-Type-Name-Introspection: the name of the object type.
 */
function keepTypes({ data }: SubgraphAnswer, schema: GraphQLSchema): void {
  const entities = data?._entities;
  if (!Array.isArray(entities)) return;
  for (const entity of entities as ({ __typename?: string } | null)[]) {
    if (entity?.__typename && isInterfaceType(schema.getType(entity.__typename))) delete entity.__typename;
  }
}

/**
 * The stock executor takes the name that a subgraph has for its root type for the supergraph's own, and then loses every fragment on
 * that. Here it gets to see the supergraph's.
 * https://spec.graphql.org/October2021/#DoesFragmentTypeApply(): by the type of the object in the schema that the client knows.
 */
function nameRoot({ data }: SubgraphAnswer, type: GraphQLObjectType | null | undefined): void {
  if (data && type && typeof data.__typename === 'string') data.__typename = type.name;
}

const fullSchemas = new WeakMap<EngineSupergraph, GraphQLSchema>();

export function fullSchemaOf(supergraph: EngineSupergraph): GraphQLSchema {
  const known = fullSchemas.get(supergraph) ?? supergraph.planner.supergraph.schema.toGraphQLJSSchema();
  fullSchemas.set(supergraph, known);
  return known;
}
