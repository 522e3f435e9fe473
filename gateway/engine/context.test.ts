import { expect, test } from '@jest/globals';
import { askable } from './testing/ask.ts';

test('arguments from above an entity, each its own, through lists', async () => {
  const { ask, sent } = askable({
    people: {
      sdl: `
        type Query { people: [Person!]! }
        type Person @key(fields: "id") @context(name: "person") { id: ID! locale: String! rank: Int! things: [Thing!]! }
        type Thing @key(fields: "id") { id: ID! greeting(locale: String @fromContext(field: "$person { locale }")): String }`,
      resolvers: {
        Query: {
          people: () => [
            { id: 'p1', locale: 'de', rank: 1, things: [{ id: 'a' }, { id: 'b' }] },
            { id: 'p2', locale: 'fr', rank: 2, things: [{ id: 'a' }] },
            { id: 'p3', locale: 'de', rank: 3, things: [{ id: 'c' }] },
          ],
        },
        Thing: {
          greeting: ({ id }: { id: string }, { locale }: { locale: string }) => `${locale} ${id}`,
        },
      },
    },
    extra: { sdl: 'type Thing @key(fields: "id") { id: ID! size: Int }', resolvers: { Thing: { size: () => 1 } } },
  });
  const { data, errors } = await ask('{ people { things { size text: greeting } } }');
  expect(errors).toBeUndefined();
  const thing = (text: string) => ({ size: 1, text });
  expect(data).toEqual({
    people: [{ things: [thing('de a'), thing('de b')] }, { things: [thing('fr a')] }, { things: [thing('de c')] }],
  });
  const asked = sent.filter(({ query }) => query.includes('greeting')).map(({ variables }) => variables);
  const of = (...ids: string[]) => ids.map((id) => ({ __typename: 'Thing', id }));
  expect(asked.map((variables) => variables?.representations)).toEqual([of('a', 'b', 'c'), of('a')]);
});
