import type { FieldNode, SelectionSetNode } from 'graphql';
import type { RefusalCode } from './conditions.ts';
import type { Scope } from './rules.ts';

/** Why a field may not be read. */
export interface Refusal {
  /** As the client selected it: on an interface, the interface's. */
  readonly coordinate: string;
  readonly code: RefusalCode;
  /** Whether its null makes the object around it null. */
  readonly nonNull: boolean;
}

/** A selection set after filtering. */
export interface Part {
  /** Everything that the client asked for; its refused fields are nodes of their own, in no other place. */
  readonly whole: SelectionSetNode;
  /** What may be read of it; undefined where that is nothing. */
  readonly kept: SelectionSetNode | undefined;
  /** Where the refused fields are; empty where nothing is refused. */
  readonly sites: readonly Site[];
  /** Parts of one selection set with equal signatures are equal. */
  readonly signature: string;
}

/** A refused field, or the way towards some. */
export type Site = RefusedField | WayInside;

interface SiteBase {
  /** The object types on which the selection applies. */
  readonly scope: Scope;
  /** Its `@skip` and `@include`. */
  readonly switches: readonly Switch[];
}

export interface RefusedField extends SiteBase {
  readonly refusal: Refusal;
  readonly field: FieldNode;
}

export interface WayInside extends SiteBase {
  /** Undefined for fragments, which add nothing to the path. */
  readonly key: string | undefined;
  /** How many lists the field's type is wrapped in. */
  readonly lists: number;
  readonly part: Part;
}

/** `@skip` or `@include`: with a variable's name, or for good. */
export interface Switch {
  readonly directive: 'skip' | 'include';
  readonly if: boolean | { readonly variable: string };
}
