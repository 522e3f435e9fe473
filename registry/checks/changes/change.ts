/**
 * The codes of changes. Most are Rover's, so that its output reads as it does everywhere:
 * https://www.apollographql.com/docs/graphos/platform/schema-management/checks/reference
 */
export type ChangeCode = RoverChangeCode | AdditiveDirectiveCode;

/**
 * Where GraphQL has a kind of change that Rover has no code for, the nearest stands for it: input fields and arguments
 * are deprecated as fields are, a directive or the schema is described as a type is, a directive's argument changes
 * as a field's does, a root type that is given up is a type removed.
 */
type RoverChangeCode =
  | 'FIELD_REMOVED'
  | 'TYPE_REMOVED'
  | 'ARG_REMOVED'
  | 'TYPE_REMOVED_FROM_UNION'
  | 'FIELD_REMOVED_FROM_INPUT_OBJECT'
  | 'VALUE_REMOVED_FROM_ENUM'
  | 'TYPE_REMOVED_FROM_INTERFACE'
  | 'REQUIRED_ARG_ADDED'
  | 'REQUIRED_FIELD_ADDED_TO_INPUT_OBJECT'
  | 'FIELD_CHANGED_TYPE'
  | 'FIELD_ON_INPUT_OBJECT_CHANGED_TYPE'
  | 'TYPE_CHANGED_KIND'
  | 'ARG_CHANGED_TYPE'
  | 'ARG_CHANGED_TYPE_OPTIONAL_TO_REQUIRED'
  | 'VALUE_ADDED_TO_ENUM'
  | 'TYPE_ADDED_TO_UNION'
  | 'TYPE_ADDED_TO_INTERFACE'
  | 'ARG_DEFAULT_VALUE_CHANGE'
  | 'OPTIONAL_ARG_ADDED'
  | 'OPTIONAL_FIELD_ADDED_TO_INPUT_OBJECT'
  | 'INPUT_OBJECT_FIELD_DEFAULT_VALUE_CHANGE'
  | 'INPUT_OBJECT_FIELD_DEFAULT_VALUE_ADDED'
  | 'INPUT_OBJECT_FIELD_DEFAULT_VALUE_REMOVED'
  | 'FIELD_ADDED'
  | 'TYPE_ADDED'
  | 'ENUM_DEPRECATED'
  | 'ENUM_DEPRECATION_REMOVED'
  | 'ENUM_DEPRECATED_REASON_CHANGE'
  | 'FIELD_DEPRECATED'
  | 'FIELD_DEPRECATION_REMOVED'
  | 'FIELD_DEPRECATED_REASON_CHANGE'
  | 'TYPE_DESCRIPTION_CHANGE'
  | 'FIELD_DESCRIPTION_CHANGE'
  | 'ENUM_VALUE_DESCRIPTION_CHANGE'
  | 'ARG_DESCRIPTION_CHANGE'
  | 'DIRECTIVE_REMOVED'
  | 'DIRECTIVE_ARG_REMOVED'
  | 'DIRECTIVE_LOCATION_REMOVED'
  | 'DIRECTIVE_REPEATABLE_REMOVED'
  | 'REQUIRED_DIRECTIVE_ARG_ADDED';

/** Rover has codes for what directives lose and none for what they gain; it prints any string that it is given. */
type AdditiveDirectiveCode = 'DIRECTIVE_ADDED' | 'DIRECTIVE_LOCATION_ADDED' | 'DIRECTIVE_REPEATABLE_ADDED';

/**
 * What a change can do to a client that wrote its operations for the schema before.
 *
 * - `breaking`: some operation that was valid, value that was accepted or response that was promised is so no more.
 * - `dangerous`: all of that still holds, but a client may meet something that it has not seen before.
 * - `safe`: neither.
 */
export type ChangeEffect = 'breaking' | 'dangerous' | 'safe';

/** One difference between two API schemas. */
export interface Change {
  readonly code: ChangeCode;
  /** Schema coordinate of what changed: https://spec.graphql.org/draft/#sec-Schema-Coordinates */
  readonly coordinate: string;
  /**
   * What came or went where a coordinate cannot say it: the member of a union, the object type that implements the
   * interface at the coordinate, the location of a directive.
   */
  readonly member?: string;
  /** How it read before (a type, a default value, a reason), where there was one. */
  readonly before?: string;
  /** How it reads after, where there is one. */
  readonly after?: string;
  /** One English sentence. */
  readonly description: string;
  readonly effect: ChangeEffect;
}
