import type { ASTNode, DocumentNode } from 'graphql';
import type { Element } from './elements.ts';
import type { Federation } from './federation.ts';

/** How a violation counts: an error fails the check, a warning is told, what is ignored is not looked for. */
export type Level = 'ERROR' | 'WARNING' | 'IGNORED';

/**
 * The rules of GraphOS under their own names, and those that are ours; Rover takes any name.
 * https://www.apollographql.com/docs/graphos/platform/schema-management/linting/rules
 */
export type LintRule =
  | 'ALL_ELEMENTS_REQUIRE_DESCRIPTION'
  | 'ARGUMENTS_REQUIRE_DESCRIPTION'
  | 'CONTACT_DIRECTIVE_MISSING'
  | 'DEFINED_TYPES_ARE_UNUSED'
  | 'DEPRECATED_DIRECTIVE_MISSING_REASON'
  | 'DIRECTIVE_NAMES_SHOULD_BE_CAMEL_CASE'
  | 'DOES_NOT_PARSE'
  | 'ENUM_PREFIX'
  | 'ENUM_SUFFIX'
  | 'ENUM_USED_AS_INPUT_WITHOUT_SUFFIX'
  | 'ENUM_USED_AS_OUTPUT_DESPITE_SUFFIX'
  | 'ENUM_VALUES_SHOULD_BE_SCREAMING_SNAKE_CASE'
  | 'FIELD_NAMES_SHOULD_BE_CAMEL_CASE'
  | 'FIELDS_ACROSS_SUBGRAPHS_SHOULD_BE_NULLABLE'
  | 'INPUT_ARGUMENT_NAMES_SHOULD_BE_CAMEL_CASE'
  | 'INPUT_TYPE_SUFFIX'
  | 'INTERFACE_PREFIX'
  | 'INTERFACE_SUFFIX'
  | 'OBJECT_PREFIX'
  | 'OBJECT_SUFFIX'
  | 'QUERY_DOCUMENT_DECLARATION'
  | 'RESTY_FIELD_NAMES'
  | 'TAG_DIRECTIVE_USES_UNKNOWN_NAME'
  | 'TYPE_NAMES_SHOULD_BE_PASCAL_CASE'
  | 'TYPE_PREFIX'
  | 'TYPE_SUFFIX';

/** What a rule looks at. */
export interface Subject {
  document: DocumentNode;
  /** Every definition of the document that is not federation's own, with what is in it. */
  elements: readonly Element[];
  /** Query, Mutation and Subscription, by whatever name. */
  rootTypes: ReadonlySet<string>;
  /** Absent where the document is no subgraph. */
  federation: Federation | undefined;
  /** The tags that may be used; absent where all may. */
  approvedTags: ReadonlySet<string> | undefined;
}

export interface Violation {
  /** https://spec.graphql.org/draft/#sec-Schema-Coordinates; empty for the schema as a whole. */
  coordinate: string;
  message: string;
  /** The part of the document to show. */
  node: ASTNode;
}

export interface Rule {
  name: LintRule;
  check(subject: Subject): Violation[];
}
