import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import type { GatewayInterface } from '@apollo/server-gateway-interface';
import { createLog } from '@banyan/kit';
import { execute } from '../../engine/execute.ts';
import { Preparer } from '../../engine/prepare.ts';
import type { SendToSubgraph } from '../../engine/subgraphs.ts';
import type { LocalSupergraph } from '../../engine/testing/subgraph.ts';
import { observeForUsage } from '../usageObserver.ts';

type Local = Pick<LocalSupergraph, 'sdl' | 'supergraph' | 'send'>;

/** Our executor with its tracing, as a gateway. */
export function engineGateway({ supergraph, send }: Local): GatewayInterface {
  const preparer = new Preparer(supergraph);
  return {
    onSchemaLoadOrUpdate(listener) {
      listener({ apiSchema: supergraph.apiSchema, coreSupergraphSdl: supergraph.sdl });
      return () => {};
    },
    load: async () => ({
      async executor({ document, request, metrics }) {
        const prepared = preparer.prepare(document);
        const onFetch = observeForUsage(prepared, metrics);
        return execute(prepared, { variables: request.variables, context: {}, send, onFetch });
      },
    }),
    stop: async () => {},
  };
}

/** Apollo's own. */
export const stockGateway = ({ sdl, send }: Local): GatewayInterface =>
  new ApolloGateway({
    supergraphSdl: sdl,
    buildService: ({ name }) => dataSource(name, send),
    logger: createLog('gateway', 'silent'),
  }) as unknown as GatewayInterface;

const dataSource = (subgraph: string, send: SendToSubgraph<unknown>): GraphQLDataSource => ({
  async process({ request: { query = '', operationName, variables } }) {
    const answer = await send({ subgraph, query, operationName, variables, isMutation: false }, {});
    return answer as Awaited<ReturnType<GraphQLDataSource['process']>>;
  },
});
