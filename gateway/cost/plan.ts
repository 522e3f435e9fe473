import type { ArgumentCosts } from './argumentCosts.ts';
import type { Size } from './sizes.ts';

/** How the cost of an operation is reckoned, for given values of its conditions. What is asked for at several places is there once. */
export interface Plan {
  readonly root: Alternative;
  /** In an order in which each comes after all that is below it. */
  readonly alternatives: readonly Alternative[];
  readonly sizes: readonly Size[];
}

/** What is asked of the objects at a place: one alternative for all types of which the same is asked at the same cost. */
export interface Scope {
  readonly alternatives: readonly Alternative[];
}

export interface Alternative {
  /** Its place in the plan. */
  readonly index: number;
  readonly types: ReadonlySet<string>;
  /** What an object weighs, where the field that returns it says nothing else. */
  readonly weight: number;
  /** Those that can cost something. */
  readonly fields: readonly CostedField[];
  /** The response names at which objects tell their type. */
  readonly typenames: readonly string[];
  /** All response names that such an object has. */
  readonly names: ReadonlySet<string>;
}

export interface CostedField {
  /** The response name. */
  readonly name: string;
  readonly coordinate: string;
  /** What an item weighs; undefined where it weighs what its object does. */
  readonly weight: number | undefined;
  /** What it costs once, however many items it has. */
  readonly once: number;
  readonly arguments: ArgumentCosts;
  /** How many lists an item is in: 0 for what is no list. */
  readonly depth: number;
  /** Of the outermost list. */
  readonly size: Size | undefined;
  /** How many items there are for each item of the list, where these are lists again. */
  readonly innerItems: number;
  readonly below: Scope | undefined;
}
