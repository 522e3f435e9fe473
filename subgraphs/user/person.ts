import { UserMistake } from '@banyan/kit';

/** A person as the others see them; what opens the account is kept apart (`Credentials`). */
export interface Person {
  id: string;
  handle: string;
  email: string;
  displayName: string;
  bio?: string;
  /** ISO 8601, UTC. */
  createdAt: string;
}

const handlePattern = /^[a-z0-9_]{3,30}$/;
/** Deliberately loose: the only proof of an address is a message that arrives. */
const emailPattern = /^[^\s@]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/;
const maxEmailLength = 254;
const maxNameLength = 50;
const maxBioLength = 300;

/** In Unicode code points, which bounds the bytes too. */
const lengthOf = (text: string) => (text.length > 2 * maxBioLength ? text.length : [...text].length);

/** The form in which handles are compared and kept; a leading @ is allowed. */
export const canonicalHandle = (handle: string): string => handle.trim().replace(/^@/, '').toLowerCase();

/** The form in which addresses are compared and kept. */
export const canonicalEmail = (email: string): string => email.trim().normalize('NFC').toLowerCase();

/** Whether a canonical text can be a handle. */
export const isHandle = (canonical: string): boolean => handlePattern.test(canonical);

/** Whether a canonical text can be an address. */
export const isEmail = (canonical: string): boolean =>
  canonical.length <= maxEmailLength && emailPattern.test(canonical);

/** @throws UserMistake when it cannot be a handle. */
export function checkHandle(handle: string): string {
  const canonical = canonicalHandle(handle);
  if (isHandle(canonical)) return canonical;
  throw new UserMistake('BAD_USER_INPUT', 'handle', 'A handle is 3 to 30 of a to z, 0 to 9 and _.');
}

/** @throws UserMistake when it cannot be an address. */
export function checkEmail(email: string): string {
  const canonical = canonicalEmail(email);
  if (isEmail(canonical)) return canonical;
  throw new UserMistake('BAD_USER_INPUT', 'email', 'This is not an email address.');
}

/** @throws UserMistake when it is empty or too long. */
export function checkDisplayName(displayName: string): string {
  const trimmed = displayName.trim();
  const length = lengthOf(trimmed);
  if (length >= 1 && length <= maxNameLength) return trimmed;
  throw new UserMistake('BAD_USER_INPUT', 'displayName', `A name is 1 to ${maxNameLength} characters.`);
}

/** @returns undefined for an empty one. @throws UserMistake when it is too long. */
export function checkBio(bio: string): string | undefined {
  const trimmed = bio.trim();
  if (lengthOf(trimmed) <= maxBioLength) return trimmed || undefined;
  throw new UserMistake('BAD_USER_INPUT', 'bio', `A bio is at most ${maxBioLength} characters.`);
}
