import type { ASTNode } from 'graphql';

/**
 * How an operation uses a coordinate.
 *
 * - `asked`: a field is selected.
 * - `received`: values of a type come back, as that of a selected field or as the root.
 * - `narrowed`: a type is a fragment's condition.
 * - `sent`: an argument or input field is given, an enum value is (or could be) sent.
 * - `written`: an object literal of an input type is written out.
 * - `leftOut`: an argument or input field is, or could be, left to its default.
 * - `nullable`: an argument or input field is given by a variable that may be null.
 * - `blank`: an argument or input field is given by something of which only the type is known.
 * - `anything`: any value of a type could be sent, by a variable or behind a blanked literal.
 * - `applied`: a directive is written.
 */
export type Manner =
  | 'asked'
  | 'received'
  | 'narrowed'
  | 'sent'
  | 'written'
  | 'leftOut'
  | 'nullable'
  | 'blank'
  | 'anything'
  | 'applied';

/** One use of a schema coordinate. */
export interface Use {
  readonly coordinate: string;
  readonly manner: Manner;
  /** Where in the document, so that a validation error can be traced to what caused it. */
  readonly node: ASTNode;
  /** The composite type around a fragment (`narrowed`), or the one that a field or argument was looked up on. */
  readonly within?: string;
  /** The field of `within` that is asked, or whose argument is left out. */
  readonly field?: string;
  /** The argument that is left out. */
  readonly argument?: string;
}

export type OnUse = (use: Use) => void;
