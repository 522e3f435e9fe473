import { type DocumentNode, type GraphQLSchema, getNamedType, isEnumType } from 'graphql';
import { memberCoordinate } from '../changes/coordinate.ts';
import { objectTypesOf } from './concrete.ts';
import { ownUses, sendableTypesOf } from './sendable.ts';
import { visitUses } from './visitUses.ts';

/**
 * The schema coordinates that a document (valid for the schema) uses: fields it selects, on the interface and on every
 * object type that can answer; arguments it gives; types of variables, selected fields and fragments; directives; and
 * every input field and enum value that it could send or receive. What it merely leaves to a default is not used.
 */
export const usesOf = (document: DocumentNode, schema: GraphQLSchema): Set<string> => {
  const used = new Set<string>();
  const entered = new Set<string>();
  const sendableTypes = sendableTypesOf(schema);
  const receive = (name: string): void => {
    used.add(name);
    const type = schema.getType(name);
    if (isEnumType(type)) for (const value of type.getValues()) used.add(memberCoordinate(name, value.name));
  };
  visitUses(document, schema, ({ coordinate, manner, within, field }) => {
    if (manner === 'leftOut') return;
    if (manner === 'anything') {
      if (entered.has(coordinate)) return;
      entered.add(coordinate);
      for (const use of sendableTypes(coordinate).flatMap(ownUses)) used.add(use.coordinate);
    } else if (manner === 'received') {
      receive(coordinate);
    } else {
      used.add(coordinate);
    }
    if (manner !== 'asked' || within === undefined || field === undefined) return;
    for (const object of objectTypesOf(schema, within)) {
      const answer = object.getFields()[field];
      if (answer === undefined) continue;
      used.add(memberCoordinate(object.name, field));
      receive(getNamedType(answer.type).name);
    }
  });
  return used;
};
