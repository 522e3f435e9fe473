/** Something that a caller either meets or does not. Equal conditions have equal keys. */
export type Condition =
  | { readonly kind: 'authenticated'; readonly key: string }
  | { readonly kind: 'scopes' | 'policies'; readonly key: string; readonly anyOf: AnyOf };

/** Disjunctive normal form: `[[a, b], [c]]` is (a and b) or c. */
export type AnyOf = readonly (readonly string[])[];

/** All of its conditions must be met; none means that everybody may. */
export type Requirement = readonly Condition[];

/** Who asks. */
export interface Caller {
  readonly isAuthenticated: boolean;
  readonly scopes: ReadonlySet<string>;
  /** Of the policies that the operation touches (`policiesOf`), those that hold for this caller. */
  readonly policies: ReadonlySet<string>;
}

/** `UNAUTHENTICATED`: signing in would help. `FORBIDDEN`: it would take another scope or policy. */
export type RefusalCode = 'UNAUTHENTICATED' | 'FORBIDDEN';

export const AUTHENTICATED: Condition = { kind: 'authenticated', key: 'authenticated' };

/**
 * @returns the condition that one of the alternatives holds, or undefined where that is always so: composition and
 * GraphOS both take `[]` and `[[]]` as "no requirement".
 */
export function anyOfCondition(kind: 'scopes' | 'policies', anyOf: AnyOf): Condition | undefined {
  if (anyOf.length === 0 || anyOf.some((all) => all.length === 0)) return undefined;
  const sorted = anyOf.map((all) => [...new Set(all)].sort());
  const key = `${kind}:${JSON.stringify(sorted.map((all) => JSON.stringify(all)).sort())}`;
  return { kind, key, anyOf: sorted };
}

/** @returns the conditions of all the requirements, each once. */
export function allOf(...requirements: readonly (Requirement | undefined)[]): Requirement {
  const byKey = new Map<string, Condition>();
  for (const requirement of requirements)
    for (const condition of requirement ?? []) byKey.set(condition.key, condition);
  return [...byKey.values()];
}

/** Whether the caller meets the condition. */
export function isMet(condition: Condition, caller: Caller): boolean {
  if (condition.kind === 'authenticated') return caller.isAuthenticated;
  const held = condition.kind === 'scopes' ? caller.scopes : caller.policies;
  return condition.anyOf.some((all) => all.every((name) => held.has(name)));
}

/** @returns what to tell a caller who does not meet these. */
export const refusalCode = (unmet: readonly Condition[]): RefusalCode =>
  unmet.some(({ kind }) => kind === 'authenticated') ? 'UNAUTHENTICATED' : 'FORBIDDEN';
