import type { GraphQLSchema } from 'graphql';
import type { Change, ChangeCode } from '../changes/change.ts';
import { namedTypeOf } from '../changes/typeChange.ts';
import { canBe } from './concrete.ts';
import type { Use } from './use.ts';

/**
 * What a change does to an operation by one use that the operation makes.
 *
 * - `breaks`: the operation fails, or values it could send are refused, or a response comes that could not come before,
 *   or an enum value that it could read comes no more.
 * - `mayBreak`: whether it breaks hangs on what exactly is written, which validation against the new schema decides.
 * - `warns`: it meets something new.
 */
export type Touch = 'breaks' | 'mayBreak' | 'warns';

/** The schemas on both sides of the changes. */
export interface SchemaPair {
  readonly before: GraphQLSchema;
  readonly after: GraphQLSchema;
}

type Rule = (use: Use, change: Change, schemas: SchemaPair) => Touch | undefined;

const sent: Rule = ({ manner }) => (manner === 'sent' ? 'breaks' : undefined);
const asked: Rule = ({ manner }) => (manner === 'asked' ? 'breaks' : undefined);
const applied: Rule = ({ manner }) => (manner === 'applied' ? 'breaks' : undefined);
const mayBreakApplied: Rule = ({ manner }) => (manner === 'applied' ? 'mayBreak' : undefined);
const valueAdded: Rule = ({ manner }, { effect }) => (manner === 'received' && effect !== 'safe' ? 'warns' : undefined);

/**
 * A removed enum value is refused where it could be sent. Where it could be received it breaks as well: the client was
 * promised responses that can come no more, and what it does on that value it will never do again. This holds for enum
 * values alone. Of other promises that become narrower (a field that is never null now, a type that has left a union that
 * no fragment names it in) every response is one that could come before, and nothing that a client names is missing.
 */
const valueRemoved: Rule = ({ manner }) => (manner === 'sent' || manner === 'received' ? 'breaks' : undefined);

/** A field that promises more breaks no reader, but validation can find that it no longer merges with another. */
const outputType: Rule = ({ manner }, { effect }) => {
  if (manner !== 'asked') return undefined;
  return effect === 'breaking' ? 'breaks' : 'mayBreak';
};

/**
 * A literal is judged by validation, except where the type has another name: a custom scalar accepts any literal there
 * and may refuse it in execution. A variable may hold a null that its default only hides from validation:
 * https://spec.graphql.org/draft/#sec-All-Variable-Usages-Are-Allowed.Allowing-Optional-Variables-When-Default-Values-Exist
 */
const inputType: Rule = ({ manner }, { effect, before = '', after = '' }) => {
  if (effect !== 'breaking') return undefined;
  if (manner === 'blank' || manner === 'nullable') return 'breaks';
  if (manner === 'sent') return namedTypeOf(before) === namedTypeOf(after) ? 'mayBreak' : 'breaks';
  return manner === 'leftOut' ? 'mayBreak' : undefined;
};

/**
 * Who leaves out what is required now is refused: by validation, or only in execution where the interface, through which
 * the field is asked, still has the default that the answering object type has lost.
 */
const requiredArgument: Rule = (use, change, schemas) =>
  use.manner === 'leftOut' ? 'breaks' : inputType(use, change, schemas);

const defaultValue: Rule = ({ manner }, { effect }) => {
  if (manner !== 'leftOut' || effect === 'safe') return undefined;
  return effect === 'breaking' ? 'breaks' : 'warns';
};

const requiredInputField: Rule = ({ manner }) => (manner === 'written' || manner === 'anything' ? 'breaks' : undefined);

const wholeType: Rule = ({ manner }, { effect, member }) => {
  if (effect !== 'breaking') return undefined;
  if (manner === 'received' || manner === 'narrowed' || manner === 'anything') return 'breaks';
  // An object literal may give exactly the one field that a OneOf input object takes.
  if (manner === 'written') return member === '@oneOf' ? 'mayBreak' : 'breaks';
  return undefined;
};

/** A fragment that did not apply to a type does now, and the type can come where the fragment stands. */
const memberAdded: Rule = ({ coordinate, manner, within }, change, { after }) => {
  if (change.effect === 'safe' || coordinate !== change.coordinate) return undefined;
  if (manner === 'received') return 'warns';
  const applies = manner === 'narrowed' && within !== undefined && canBe(after, within, change.member ?? '');
  return applies ? 'warns' : undefined;
};

/**
 * That a type can come no more takes nothing from a reader. But where it still comes and a fragment has ceased to apply
 * to it, the response lacks what it always had; and a fragment that can never apply is invalid.
 */
const memberRemoved: Rule = ({ coordinate, manner, within }, change, { before, after }) => {
  if (change.effect !== 'breaking' || manner !== 'narrowed') return undefined;
  const member = change.member ?? '';
  const stillComes = within !== undefined && canBe(before, within, member) && canBe(after, within, member);
  return coordinate === change.coordinate && stillComes ? 'breaks' : 'mayBreak';
};

const specification: Rule = ({ manner }, { effect, member }) => {
  const met = manner === 'received' || manner === 'anything';
  return met && member === '@specifiedBy' && effect === 'dangerous' ? 'warns' : undefined;
};

/** Changes of the codes that are not here touch no operation. */
const rules: Partial<Record<ChangeCode, Rule>> = {
  ARG_CHANGED_TYPE: inputType,
  ARG_CHANGED_TYPE_OPTIONAL_TO_REQUIRED: requiredArgument,
  ARG_DEFAULT_VALUE_CHANGE: defaultValue,
  ARG_REMOVED: sent,
  DIRECTIVE_ARG_REMOVED: sent,
  DIRECTIVE_LOCATION_REMOVED: mayBreakApplied,
  DIRECTIVE_REMOVED: applied,
  DIRECTIVE_REPEATABLE_REMOVED: mayBreakApplied,
  FIELD_CHANGED_TYPE: outputType,
  FIELD_ON_INPUT_OBJECT_CHANGED_TYPE: inputType,
  FIELD_REMOVED: asked,
  FIELD_REMOVED_FROM_INPUT_OBJECT: sent,
  INPUT_OBJECT_FIELD_DEFAULT_VALUE_ADDED: defaultValue,
  INPUT_OBJECT_FIELD_DEFAULT_VALUE_CHANGE: defaultValue,
  INPUT_OBJECT_FIELD_DEFAULT_VALUE_REMOVED: defaultValue,
  REQUIRED_ARG_ADDED: asked,
  REQUIRED_DIRECTIVE_ARG_ADDED: applied,
  REQUIRED_FIELD_ADDED_TO_INPUT_OBJECT: requiredInputField,
  TYPE_ADDED_TO_INTERFACE: memberAdded,
  TYPE_ADDED_TO_UNION: memberAdded,
  TYPE_CHANGED_KIND: wholeType,
  TYPE_DESCRIPTION_CHANGE: specification,
  TYPE_REMOVED: wholeType,
  TYPE_REMOVED_FROM_INTERFACE: memberRemoved,
  TYPE_REMOVED_FROM_UNION: memberRemoved,
  VALUE_ADDED_TO_ENUM: valueAdded,
  VALUE_REMOVED_FROM_ENUM: valueRemoved,
};

/** Whether changes of a code can touch an operation at all. */
export const canTouch = ({ code }: Change): boolean => rules[code] !== undefined;

/** What a change does to an operation that makes a use of the coordinate that the change is found under. */
export const touchOf = (use: Use, change: Change, schemas: SchemaPair): Touch | undefined =>
  rules[change.code]?.(use, change, schemas);
