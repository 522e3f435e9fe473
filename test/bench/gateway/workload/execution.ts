import {
  type DocumentNode,
  type ExecutionResult,
  executeSync,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from 'graphql';
import { catalogue, catalogueReviews, type Product, products, type Review, reviews, type User, users } from './data.ts';

const byKey = <T>(list: readonly T[], key: (item: T) => string) => new Map(list.map((item) => [key(item), item]));

function grouped(all: readonly Review[], key: (review: Review) => string): Map<string, Review[]> {
  const groups = new Map<string, Review[]>();
  for (const review of all) groups.set(key(review), [...(groups.get(key(review)) ?? []), review]);
  return groups;
}

const usersById = byKey(users, ({ id }) => id);
const productsByUpc = byKey([...products, ...catalogue], ({ upc }) => upc);
const reviewsById = byKey([...reviews, ...catalogueReviews], ({ id }) => id);
const reviewsByAuthor = grouped(reviews, ({ authorId }) => authorId);
const reviewsByUpc = grouped([...reviews, ...catalogueReviews], ({ upc }) => upc);

/** A key of one of the entities, and what `@requires` asks for. */
type Representation = { __typename: string } & Pick<User, 'id'> & Pick<Product, 'upc'>;

/** Finds entities by their representations. */
const references: Record<string, (representation: Representation) => object | undefined> = {
  User: ({ id }) => usersById.get(id),
  Product: (given) => ({ ...productsByUpc.get(given.upc), given }),
  Review: ({ id }) => reviewsById.get(id),
};

function entityOf(representation: Representation) {
  const { __typename } = representation;
  const entity = references[__typename]?.(representation);
  return entity && { __typename, ...entity };
}

/** From what a gateway has brought, not from what we know: one that brings nothing gets an error. */
const shippingEstimate = ({ price, weight }: Product) => (price > 1_000 ? 0 : Math.round(weight / 2));

interface Arguments {
  id: string;
  first: number;
  representations: Representation[];
}

type Resolver = (source: never, args: Arguments) => unknown;

/** What is not simply a property. */
const resolvers: Record<string, Resolver> = {
  'Query.me': () => users[0],
  'Query.user': (_, { id }) => usersById.get(id),
  'Query.users': () => users,
  'Query.topProducts': (_, { first }) => products.slice(0, first),
  'Query.catalogue': (_, { first }) => catalogue.slice(0, first),
  'Query._entities': (_, { representations }) => representations.map(entityOf),
  'User.reviews': ({ id }: User) => reviewsByAuthor.get(id) ?? [],
  'Product.inStock': ({ name }: Product) => name.length % 2 === 1,
  'Product.shippingEstimate': (product: Product & { given?: Product }) => shippingEstimate(product.given ?? product),
  'Product.reviews': ({ upc }: Product) => reviewsByUpc.get(upc) ?? [],
  'Review.author': ({ authorId }: Review) => usersById.get(authorId),
  'Review.product': ({ upc }: Review) => productsByUpc.get(upc),
};

export interface Operation {
  document: DocumentNode;
  variables?: Record<string, unknown> | undefined;
  operationName?: string | undefined;
}

/** Executes against one subgraph's schema, or the clients'. @param onField is called for each field before it is resolved. */
export function execute(
  schema: GraphQLSchema,
  { document, variables, operationName }: Operation,
  onField?: (info: GraphQLResolveInfo) => void,
): ExecutionResult {
  const fieldResolver: GraphQLFieldResolver<Record<string, unknown>, unknown> = (source, args, _context, info) => {
    onField?.(info);
    const resolve = resolvers[`${info.parentType.name}.${info.fieldName}`] as
      | ((source: unknown, args: unknown) => unknown)
      | undefined;
    return resolve ? resolve(source, args) : source[info.fieldName];
  };
  return executeSync({ schema, document, variableValues: variables, operationName, fieldResolver });
}
