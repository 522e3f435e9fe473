/** The shop's people, goods and reviews: the same in every run, without chance. */

export interface User {
  id: string;
  name: string;
  username: string;
  birthday: number;
}

export interface Product {
  upc: string;
  name: string;
  price: number;
  weight: number;
}

export interface Review {
  id: string;
  body: string;
  authorId: string;
  upc: string;
}

const people = ['Ada Moreau', 'Bruno Lindqvist', 'Chiara Okafor', 'Dimitri Haas', 'Elif Sandoval', 'Farid Novak'];
const goods = ['Table', 'Couch', 'Chair', 'Lamp', 'Shelf', 'Mirror', 'Carpet', 'Desk', 'Stool'];
const verdicts = ['Love it!', 'Too expensive.', 'Could be better.', 'Prefer something else.', 'Would buy again.'];

const at = (list: readonly string[], index: number) => list[index % list.length] ?? '';

export const users: User[] = people.map((name, index) => ({
  id: String(index + 1),
  name,
  username: name.toLowerCase().replace(' ', '.'),
  birthday: 1970 + index * 3,
}));

function product(index: number, upc: string): Product {
  return { upc, name: at(goods, index), price: 54 + ((index * 377) % 1_700), weight: 50 + ((index * 173) % 900) };
}

export const products: Product[] = goods.map((_, index) => product(index, String(index + 1)));

/** Goods beside the standard query's, for answers of any size. */
export const catalogue: Product[] = Array.from({ length: 10_000 }, (_, index) => product(index, `c${index + 1}`));

/** Who reviews what, by their places above: 28 reviews make the field's usual 88 KB of answer. */
const written = people
  .flatMap((_, person) => [0, 1, 2, 3, 4].map((turn) => ({ person, good: (person * 5 + turn * 2) % goods.length })))
  .slice(0, 28);

export const reviews: Review[] = written.map(({ person, good }, index) => ({
  id: String(index + 1),
  body: at(verdicts, index),
  authorId: String(person + 1),
  upc: String(good + 1),
}));

/** One of each of the catalogue's goods. They are not among the reviews of their author. */
export const catalogueReviews: Review[] = catalogue.map(({ upc }, index) => ({
  id: `r${upc}`,
  body: at(verdicts, index),
  authorId: at(['1', '2', '3', '4', '5', '6'], index),
  upc,
}));
