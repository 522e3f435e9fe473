import {
  type ASTNode,
  type ASTVisitor,
  type DocumentNode,
  FieldsOnCorrectTypeRule,
  FragmentsOnCompositeTypesRule,
  type GraphQLError,
  type GraphQLSchema,
  KnownArgumentNamesRule,
  KnownDirectivesRule,
  KnownTypeNamesRule,
  NoUnusedVariablesRule,
  OverlappingFieldsCanBeMergedRule,
  PossibleFragmentSpreadsRule,
  ProvidedRequiredArgumentsRule,
  ScalarLeafsRule,
  SingleFieldSubscriptionsRule,
  specifiedRules,
  UniqueDirectivesPerLocationRule,
  type ValidationContext,
  type ValidationRule,
  type ValueNode,
  ValuesOfCorrectTypeRule,
  VariablesAreInputTypesRule,
  VariablesInAllowedPositionRule,
  validate,
  visit,
} from 'graphql';
import { newConflicts } from './conflicts.ts';
import { knownTypesRule } from './knownTypes.ts';
import { isBlank } from './valueUses.ts';

/** The rules whose answer hangs on the schema. The others say the same before and after. */
const schemaRules: readonly ValidationRule[] = [
  FieldsOnCorrectTypeRule,
  FragmentsOnCompositeTypesRule,
  KnownArgumentNamesRule,
  KnownDirectivesRule,
  knownTypesRule,
  PossibleFragmentSpreadsRule,
  ProvidedRequiredArgumentsRule,
  ScalarLeafsRule,
  SingleFieldSubscriptionsRule,
  UniqueDirectivesPerLocationRule,
  ValuesOfCorrectTypeRule,
  VariablesAreInputTypesRule,
  VariablesInAllowedPositionRule,
];

/** Those that a signature can fail though its operation does not, and the one that stands above in another form. */
const apart = [OverlappingFieldsCanBeMergedRule, NoUnusedVariablesRule, KnownTypeNamesRule];

/**
 * Names that are like a missing one are looked for among all fields of a type: too long for thousands of operations. And
 * a document with many errors that are excused must not be taken for an invalid one.
 */
const options = { hideSuggestions: true, maxErrors: Number.POSITIVE_INFINITY };

const documentRules = specifiedRules.filter((rule) => !schemaRules.includes(rule) && !apart.includes(rule));

/** What validation says of a document: https://spec.graphql.org/draft/#sec-Validation */
export interface Validity {
  /** The operation was invalid before already: nobody can have been answered. */
  readonly invalidBefore: readonly GraphQLError[];
  /** What makes it invalid now. Empty where it is valid, or no worse than a signature of a valid operation can be. */
  readonly invalidAfter: readonly GraphQLError[];
}

/**
 * Validates a document against the schemas on both sides of a change. The document may be the signature of an operation
 * (https://www.apollographql.com/docs/graphos/platform/insights/operation-signatures), which need not be valid itself:
 *
 * - without its aliases, fields may conflict (OverlappingFieldsCanBeMerged) that did not;
 * - a blanked `{}` lacks required fields, and the variables that stood in a blanked literal are unused.
 *
 * Such an error is excused where the same one is there before the change as well: between the same fields, or of the
 * same literal.
 */
export const validity = (document: DocumentNode, before: GraphQLSchema, after: GraphQLSchema): Validity => {
  const old = errorsOf(document, before, [...documentRules, ...schemaRules]);
  const invalidBefore = [...old.plain, ...(old.unused.length > 0 && !hasBlanks(document) ? old.unused : [])];
  if (invalidBefore.length > 0) return { invalidBefore, invalidAfter: [] };
  const now = errorsOf(document, after, schemaRules);
  const blank = [...now.blank].filter(([node]) => !old.blank.has(node)).map(([, error]) => error);
  return { invalidBefore, invalidAfter: [...now.plain, ...blank, ...newConflicts(document, before, after)] };
};

interface SortedErrors {
  readonly plain: readonly GraphQLError[];
  readonly unused: readonly GraphQLError[];
  /** Errors of blanked literals, by the literal. */
  readonly blank: ReadonlyMap<ASTNode, GraphQLError>;
}

const errorsOf = (document: DocumentNode, schema: GraphQLSchema, rules: readonly ValidationRule[]): SortedErrors => {
  const unused: GraphQLError[] = [];
  const blank = new Map<ASTNode, GraphQLError>();
  const plain: GraphQLError[] = [];
  for (const error of validate(schema, document, [...rules, reportingTo(unused, NoUnusedVariablesRule)], options)) {
    const node = error.nodes?.[0];
    if (node && isValue(node) && isBlank(node)) blank.set(node, error);
    else plain.push(error);
  }
  return { plain, unused, blank };
};

/** The rule, with its errors kept apart: an error does not tell which rule it comes from. */
const reportingTo =
  (errors: GraphQLError[], rule: ValidationRule): ValidationRule =>
  (context): ASTVisitor => {
    const reportError = (error: GraphQLError): void => {
      errors.push(error);
    };
    const watched: ValidationContext = Object.create(context, { reportError: { value: reportError } });
    return rule(watched);
  };

const isValue = (node: ASTNode): node is ValueNode => node.kind === 'ListValue' || node.kind === 'ObjectValue';

const hasBlanks = (document: DocumentNode): boolean => {
  let found = false;
  const look = (node: ValueNode): void => {
    found ||= isBlank(node);
  };
  visit(document, { ListValue: look, ObjectValue: look });
  return found;
};
