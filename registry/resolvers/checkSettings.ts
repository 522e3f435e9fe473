import type { CheckSettings, CheckSettingsInput } from '../__generated__/resolvers.ts';
import type { SettingsChange, CheckSettings as StoredChecks, VariantSettings } from '../graphs/settings.ts';
import { defaultSettings } from '../graphs/settings.ts';

const hourMs = 3_600_000;

/** A variant's settings as the schema shows them. */
export function settingsOf({ lint, checks }: VariantSettings = defaultSettings): CheckSettings {
  const { windowMs, ...rest } = checks;
  return {
    ...rest,
    windowHours: Math.round(windowMs / hourMs),
    lintLevels: Object.entries(lint).map(([rule, level]) => ({ rule, level })),
  };
}

/** What somebody wants to change of a variant's settings; what is left out, or null, stays. */
export function changeOf({ windowHours, lintLevels, excludedClients, ...rest }: CheckSettingsInput): SettingsChange {
  const checks: Partial<StoredChecks> = {
    ...(windowHours != null && { windowMs: windowHours * hourMs }),
    ...(excludedClients && {
      excludedClients: excludedClients.map(({ name, version }) => ({ name: name ?? null, version: version ?? null })),
    }),
    ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value != null)),
  };
  return {
    checks,
    ...(lintLevels && { lint: Object.fromEntries(lintLevels.map(({ rule, level }) => [rule, level])) }),
  };
}
