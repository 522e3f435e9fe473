import type { Change, ChangeCode } from './change.ts';

interface Deprecable {
  readonly deprecationReason?: string | null | undefined;
}

const codes = {
  FIELD: ['FIELD_DEPRECATED', 'FIELD_DEPRECATION_REMOVED', 'FIELD_DEPRECATED_REASON_CHANGE'],
  ENUM: ['ENUM_DEPRECATED', 'ENUM_DEPRECATION_REMOVED', 'ENUM_DEPRECATED_REASON_CHANGE'],
} as const satisfies Record<string, readonly ChangeCode[]>;

/** The change of a deprecation, if it did change: given, taken back, or with another reason. Never breaks anyone. */
export const deprecationChanges = (
  of: keyof typeof codes,
  coordinate: string,
  before: Deprecable,
  after: Deprecable,
): Change[] => {
  const old = before.deprecationReason ?? undefined;
  const now = after.deprecationReason ?? undefined;
  if (old === now) return [];
  const [deprecated, removed, reasonChanged] = codes[of];
  const change = { coordinate, effect: 'safe' } as const;
  if (now === undefined) {
    return [{ ...change, code: removed, before: old, description: `\`${coordinate}\` is no longer deprecated.` }];
  }
  if (old === undefined) {
    return [{ ...change, code: deprecated, after: now, description: `\`${coordinate}\` was deprecated: ${now}` }];
  }
  const description = `The deprecation reason of \`${coordinate}\` changed to: ${now}`;
  return [{ ...change, code: reasonChanged, before: old, after: now, description }];
};
