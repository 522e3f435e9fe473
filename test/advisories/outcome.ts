import { expect } from '@jest/globals';
import type { Told } from '../harness/waysToAsk.ts';

/** What is expected of an answer. */
export type Outcome = (told: Told) => void;

/** The whole answer, without an error. @param data JSON */
export const answered =
  (data: string): Outcome =>
  (told) => {
    expect(told.errors).toBeUndefined();
    expect(entriesOf(told.data)).toEqual(entriesOf(JSON.parse(data)));
  };

/** Nothing is executed. */
export const refused =
  (...codes: string[]): Outcome =>
  ({ status = 200, data, errors = [], text }) => {
    expect(data ?? undefined).toBeUndefined();
    // A link that is too long is refused before anybody reads it.
    if (status === 431) return;
    expect([text.slice(0, 500), codes.includes(String(errors[0]?.extensions?.code))]).toEqual([
      expect.anything(),
      true,
    ]);
    expect(text).not.toMatch(/\.ts:|node_modules/);
  };

/** Some of it, with an error for what is left out. */
export const inPart =
  (data: string, code: string): Outcome =>
  (told) => {
    expect(entriesOf(told.data)).toEqual(entriesOf(JSON.parse(data)));
    expect([...new Set(told.errors?.map(({ extensions }) => extensions?.code))]).toEqual([code]);
    expect(told.text).not.toContain('s3cret');
  };

/** For what may be refused and may be answered, but not half. */
export const either =
  (one: Outcome, other: Outcome): Outcome =>
  (told) =>
    told.errors || (told.status ?? 200) >= 400 ? one(told) : other(told);

/** Own properties alone, in a form that no inherited name can disturb. */
function entriesOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(entriesOf);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .map(([key, inner]) => [key, entriesOf(inner)])
    .sort(([one], [other]) => (String(one) < String(other) ? -1 : 1));
}
