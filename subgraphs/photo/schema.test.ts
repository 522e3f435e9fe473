import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { Kind, type ObjectTypeDefinitionNode, parse, print } from 'graphql';

/** With a second key on `id` alone, query planners leave the owner out, and everybody can post everybody's photos. */
test('no key of a photo leaves the owner out', () => {
  const { definitions } = parse(readFileSync(new URL('./schema.graphql', import.meta.url), 'utf8'));
  const photo = definitions.find(
    (node): node is ObjectTypeDefinitionNode =>
      node.kind === Kind.OBJECT_TYPE_DEFINITION && node.name.value === 'Photo',
  );
  const keys = photo?.directives?.filter(({ name }) => name.value === 'key').map(print);
  expect(keys).toEqual(['@key(fields: "id ownerId")']);
});
