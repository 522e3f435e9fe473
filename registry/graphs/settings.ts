import { defaultLevels } from '../checks/lint/levels.ts';
import { GraphMistake } from './mistake.ts';

export type LintLevel = 'ERROR' | 'WARNING' | 'IGNORED';

/** What a check does unless who asks for it says otherwise. */
export interface CheckSettings {
  /** How far back operations count. */
  windowMs: number;
  /** An operation counts that was sent at least so often, */
  queryCountThreshold: number;
  /** and made up at least this share of all, in percent. */
  queryCountThresholdPercentage: number;
  /** Clients whose operations do not count; all versions where none is given. */
  excludedClients: { name: string | null; version: string | null }[];
  excludedOperationNames: string[];
  /** Any breaking change fails, asked for or not. */
  strict: boolean;
}

/** The settings of one variant. */
export interface VariantSettings {
  /** By rule; a rule that is not here has its own default. */
  lint: Record<string, LintLevel>;
  checks: CheckSettings;
}

/** What is to change; what is absent stays. A lint rule with null goes back to its default. */
export interface SettingsChange {
  lint?: Record<string, LintLevel | null>;
  checks?: Partial<CheckSettings>;
}

export const defaultSettings: VariantSettings = {
  lint: {},
  checks: {
    windowMs: 7 * 86_400_000,
    queryCountThreshold: 1,
    queryCountThresholdPercentage: 0,
    excludedClients: [],
    excludedOperationNames: [],
    strict: false,
  },
};

const maxEntries = 200;
const maxBytes = 64 * 1024;
const minWindowMs = 3_600_000;
/** As long as usage is kept, unless somebody sets it otherwise. */
const maxWindowMs = 90 * 86_400_000;

/** The settings with the change. @throws GraphMistake INVALID_SETTINGS when they would make no sense. */
export function changedSettings(before: VariantSettings, change: SettingsChange): VariantSettings {
  const levels = new Map(Object.entries(before.lint));
  for (const [rule, level] of Object.entries(change.lint ?? {})) {
    if (level === null) levels.delete(rule);
    else levels.set(rule, level);
  }
  const after = { lint: Object.fromEntries(levels), checks: { ...before.checks, ...change.checks } };
  const wrong = problemOf(after);
  if (wrong) throw new GraphMistake('INVALID_SETTINGS', wrong);
  return after;
}

function problemOf({ lint, checks }: VariantSettings): string | undefined {
  const { windowMs, queryCountThreshold, queryCountThresholdPercentage } = checks;
  const lists = [Object.keys(lint), checks.excludedClients, checks.excludedOperationNames];
  const unknown = Object.keys(lint).find((rule) => !Object.hasOwn(defaultLevels, rule));
  if (unknown !== undefined) return `There is no lint rule ${unknown}.`;
  if (!within(windowMs, minWindowMs, maxWindowMs))
    return 'The window of a check is 1 hour at least and 90 days at most.';
  if (!within(queryCountThreshold, 0, Number.MAX_SAFE_INTEGER)) return 'The count threshold must not be negative.';
  if (!within(queryCountThresholdPercentage, 0, 100)) return 'The percentage threshold must be between 0 and 100.';
  if (lists.some((list) => list.length > maxEntries)) return `A list of the settings may have ${maxEntries} entries.`;
  if (Buffer.byteLength(JSON.stringify({ lint, checks })) > maxBytes) return 'The settings are too large.';
  return undefined;
}

const within = (value: number, least: number, most: number) => value >= least && value <= most;
