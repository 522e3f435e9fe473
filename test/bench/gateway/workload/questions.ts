import { ask, type Question } from './question.ts';

/** The standard query. */
export const standard = (): Question =>
  ask(`query Standard {
  users { ...Person reviews { ...Verdict product { ...Goods reviews { ...Verdict author { ...Person reviews { ...Verdict product { ...Goods } } } } } } }
  topProducts { ...Goods reviews { ...Verdict author { ...Person reviews { ...Verdict product { ...Goods } } } } }
}
fragment Person on User { id username name }
fragment Verdict on Review { id body }
fragment Goods on Product { inStock name price shippingEstimate upc weight }`);

/** Nothing from any subgraph: what a request costs that does nothing. */
export const typename = (): Question => ask('{ __typename }');

/** One field of one subgraph. */
export const field = (): Question => ask('{ me { name } }');

const optional = ['name', 'price', 'weight', 'inStock', 'shippingEstimate'];

/** An operation like no other: its number is in its aliases and chooses the fields. All four subgraphs have a part in it. */
export function distinct(number: number): Question {
  const fields = optional.filter((_, bit) => (number >> bit) & 1).join(' ');
  return ask(`query Distinct${number} {
  topProducts(first: 3) { upc ${fields} r${number}: reviews { id body author { id u${number}: username name } } }
  me { id reviews { v${number}: body product { upc ${fields} } } }
}`);
}

const catalogueQuery = `query Catalogue($first: Int!) {
  catalogue(first: $first) { upc name price weight inStock shippingEstimate reviews { id body } }
}`;

/** A list from three subgraphs whose answer is about so many bytes long. */
export function answerOf(bytes: number): Question {
  const each = ask(catalogueQuery, { first: 1_000 }).data.length / 1_000;
  return ask(catalogueQuery, { first: Math.max(1, Math.round(bytes / each)) });
}
