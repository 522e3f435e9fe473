import { createLog, formatError } from '@banyan/kit';
import { type FormattedExecutionResult, GraphQLError, getOperationAST, parse, validate } from 'graphql';
import type { GatewayContext } from '../../context.ts';
import { execute } from '../../engine/execute.ts';
import { Preparer } from '../../engine/prepare.ts';
import type { SubgraphAnswer } from '../../engine/subgraphs.ts';
import { type LocalSupergraph, localSupergraph } from '../../engine/testing/subgraph.ts';
import type { Admission } from '../../pipeline/admission.ts';
import { answerOf } from '../../pipeline/answers.ts';
import type { AdmittedOperation } from '../../pipeline/operation.ts';

const sdl = {
  arrivals: `
    type Query { here: Boolean }
    type Subscription { arrived(shelf: String, after: ID): Product ticked: Int }
    type Product @key(fields: "upc") { upc: ID! }`,
  products: `
    type Query { product(upc: ID!): Product }
    type Mutation { rename(upc: ID!, name: String!): Product }
    type Product @key(fields: "upc") { upc: ID! name: String }`,
};

const named = ({ upc }: { upc: string }) => ({ upc, name: `Product ${upc}` });

/** Subscriptions come from a subgraph of their own; the names of what they bring are elsewhere. */
export function testSupergraph(): LocalSupergraph {
  return localSupergraph({
    arrivals: { sdl: sdl.arrivals },
    products: {
      sdl: sdl.products,
      resolvers: {
        Query: { product: (_: unknown, key: { upc: string }) => named(key) },
        Mutation: { rename: (_: unknown, { upc, name }: { upc: string; name: string }) => ({ upc, name }) },
        Product: { __resolveReference: named },
      },
    },
  });
}

export const log = createLog('test', 'silent');
export const format = formatError('gateway', log);

export interface TestAdmission extends Admission {
  /** What `finish` was called with, for each operation that was admitted. */
  readonly finished: FormattedExecutionResult[];
  /** Awaited before the rest of a plan is run for an event. */
  beforeEvent: (context: GatewayContext) => Promise<void>;
}

export function testAdmission(): TestAdmission {
  const { supergraph, send } = testSupergraph();
  const preparer = new Preparer(supergraph);
  const admission: TestAdmission = {
    finished: [],
    beforeEvent: async () => {},
    async admit({ query = '', operationName, variables }, context) {
      const refuse = (errors: readonly GraphQLError[]) => {
        const { status, result } = answerOf({ errors: [...errors] }, format);
        return { status, refusal: result };
      };
      try {
        const document = parse(query);
        const errors = validate(supergraph.apiSchema, document);
        if (errors.length > 0) return refuse(errors.map(invalid));
        const prepared = preparer.prepare(document, { operationName });
        const given = variables ?? {};
        const answer = async (event?: SubgraphAnswer) => {
          if (event) await admission.beforeEvent(context);
          return answerOf(await execute(prepared, { variables: given, context, send, event }), format);
        };
        const operation = {
          prepared,
          operation: getOperationAST(document, operationName) ?? prepared.operation,
          variables: given,
          context,
          errors: [],
          answer,
          execute: async (event?: SubgraphAnswer) => (await answer(event)).result,
          async finish(result: FormattedExecutionResult) {
            admission.finished.push(result);
          },
        } satisfies Partial<AdmittedOperation>;
        // No other front is tested with it.
        return operation as unknown as AdmittedOperation;
      } catch (error) {
        return refuse([invalid(error as GraphQLError)]);
      }
    },
  };
  return admission;
}

const invalid = ({ message }: GraphQLError) =>
  new GraphQLError(message, { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } });
