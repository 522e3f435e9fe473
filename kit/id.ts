import { v7, validate, version } from 'uuid';

/** A new id: opaque to clients, ordered by time (UUIDv7, RFC 9562), so that sorting by id is sorting by age. */
export const newId = (): string => v7();

/** True for a string in the canonical form of our ids; anything else names nothing and need not be looked up. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && validate(value) && version(value) === 7 && value === value.toLowerCase();
}

/** When an id was made. */
export const timeOfId = (id: string): Date => new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16));
