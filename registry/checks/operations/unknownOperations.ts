import { type GraphQLSchema, parse, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import type { Change } from '../changes/change.ts';
import { memberCoordinate } from '../changes/coordinate.ts';
import { fieldsOfChange } from './fieldsOfChange.ts';
import { requestsOf, type SentOperation } from './sentOperation.ts';
import type { SchemaPair } from './touch.ts';

/** What can be said of a change and the requests whose operations are not known by their text. */
export interface UnknownUse {
  /** How many there were: whether the change breaks them was not checked. */
  readonly requests: number;
  /** How many of them asked for what the change breaks, as far as that is known. */
  readonly asked: number;
}

/** How often each field, `Type.field`, was asked for in the window, by operations of whatever text. */
export type FieldRequests = ReadonlyMap<string, number>;

/**
 * Judges changes by the requests whose operations have no text. Of those only the fields are known that all operations
 * together asked for: what the operations with a text do not account for, the others have asked for.
 * @param sent all operations of the window, whether they count or not: all of them have asked for fields.
 * @param requests how many of those without a text count.
 */
export const unknownUses = (
  sent: readonly SentOperation[],
  requests: number,
  fieldRequests: FieldRequests,
  schemas: SchemaPair,
): ((change: Change) => UnknownUse | undefined) => {
  const fieldsOf = fieldsOfChange(schemas);
  let known: FieldRequests | undefined;
  const askedOf = (field: string): number => {
    const all = fieldRequests.get(field) ?? 0;
    if (all === 0) return 0;
    known ??= requestsByField(sent, schemas.before);
    const rest = all - (known.get(field) ?? 0);
    // Fewer than the known ones alone: not every report tells of fields, and nothing can be ruled out.
    return rest < 0 ? all : rest;
  };
  return (change) => {
    if (requests === 0 || change.effect !== 'breaking') return undefined;
    const asked = fieldsOf(change).reduce((sum, field) => sum + askedOf(field), 0);
    return { requests, asked: Math.min(asked, requests) };
  };
};

/** How often the operations whose text is known asked for each field. */
const requestsByField = (sent: readonly SentOperation[], schema: GraphQLSchema): FieldRequests => {
  const requests = new Map<string, number>();
  for (const operation of sent) {
    const count = requestsOf(operation);
    for (const field of askedFields(operation, schema)) requests.set(field, (requests.get(field) ?? 0) + count);
  }
  return requests;
};

/** The fields that an operation asks for, counted as usage reports count them: once, on the type they are asked of. */
const askedFields = ({ signature }: SentOperation, schema: GraphQLSchema): ReadonlySet<string> => {
  const fields = new Set<string>();
  if (signature === undefined) return fields;
  const typeInfo = new TypeInfo(schema);
  const look = (): void => {
    const [parent, field] = [typeInfo.getParentType(), typeInfo.getFieldDef()];
    if (parent && field) fields.add(memberCoordinate(parent.name, field.name));
  };
  try {
    visit(parse(signature), visitWithTypeInfo(typeInfo, { Field: look }));
  } catch {
    // What is no operation has asked for nothing.
  }
  return fields;
};
