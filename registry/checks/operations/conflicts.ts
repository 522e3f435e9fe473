import {
  type ASTNode,
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  OverlappingFieldsCanBeMergedRule,
  validate,
} from 'graphql';
import { shapeOf } from './shape.ts';

/**
 * The conflicts between fields (https://spec.graphql.org/draft/#sec-Field-Selection-Merging) that a change of schema
 * makes. The document may be a signature: what conflicts in it before the change was kept apart by the aliases that it
 * has lost, and still is. What conflicts between other fields is new.
 *
 * Validation sums up all that conflicts below two fields as one conflict, names only the first of many fields, and gives
 * up on a document that needs too many comparisons. So what looks new must also conflict in the shape of the document,
 * of which none of that is to be feared. (Where validation gives up on the shape as well, no conflict is found.)
 */
export const newConflicts = (
  document: DocumentNode,
  before: GraphQLSchema,
  after: GraphQLSchema,
): readonly GraphQLError[] => {
  const now = conflictsOf(document, after);
  if (isClean(now)) return [];
  const old = conflictsOf(document, before);
  if (isClean(old) && now.isWhole) return now.errors;
  const fieldsOf = fieldNumbers();
  const known = new Set(old.errors.filter(namesAll).map(fieldsOf));
  const found = now.errors.filter((error) => !namesAll(error) || !known.has(fieldsOf(error)));
  if (found.length === 0 && now.isWhole) return [];

  const shape = shapeOf(document);
  // Of a conflict that does not name all fields, the words may tell the difference.
  const keyOf = (error: GraphQLError) => (namesAll(error) ? fieldsOf(error) : `${fieldsOf(error)} ${error.message}`);
  const knownInShape = new Set(conflictsOf(shape, before).errors.map(keyOf));
  const foundInShape = conflictsOf(shape, after).errors.filter((error) => !knownInShape.has(keyOf(error)));
  return foundInShape.length > 0 && found.length > 0 ? found : foundInShape;
};

interface Conflicts {
  readonly errors: readonly GraphQLError[];
  /** Validation has not given up. */
  readonly isWhole: boolean;
}

const maxErrors = 1_000;

const conflictsOf = (document: DocumentNode, schema: GraphQLSchema): Conflicts => {
  const all = validate(schema, document, [OverlappingFieldsCanBeMergedRule], { maxErrors });
  // The error that says that it gave up points nowhere.
  const errors = all.filter(({ nodes }) => nodes !== undefined);
  return { errors, isWhole: errors.length === all.length };
};

const isClean = ({ errors, isWhole }: Conflicts): boolean => errors.length === 0 && isWhole;

/** The reference implementation names at most 20 fields on either side. */
const namesAll = ({ nodes = [] }: GraphQLError): boolean => nodes.length < 40;

/** The fields that a conflict names, as a text that is the same for the same ones. */
const fieldNumbers = (): ((error: GraphQLError) => string) => {
  const numbers = new Map<ASTNode, number>();
  const numberOf = (node: ASTNode): number => {
    const number = numbers.get(node) ?? numbers.size;
    numbers.set(node, number);
    return number;
  };
  return ({ nodes = [] }) => nodes.map(numberOf).join(' ');
};
