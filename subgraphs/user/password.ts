import { UserMistake } from '@banyan/kit';
import argon2 from 'argon2';

const minLength = 8;
const maxLength = 200;

/** OWASP's first choice for argon2id. https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html */
const cost = { type: argon2.argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** @throws UserMistake when it is too short or too long. */
export function checkPassword(password: string): void {
  if (password.length >= minLength && password.length <= maxLength) return;
  throw new UserMistake('BAD_USER_INPUT', 'password', `A password is ${minLength} to ${maxLength} characters.`);
}

/** The PHC string to keep. The password is normalised, so that it is the same from every keyboard. */
export const hashPassword = (password: string): Promise<string> => argon2.hash(password.normalize('NFKC'), cost);

let nobody: Promise<string> | undefined;

/** Whether this is the password; without a hash it takes as long and answers no, so that time tells nobody who has an account. */
export async function verifyPassword(hash: string | undefined, password: string): Promise<boolean> {
  if (password.length > maxLength) return false;
  nobody ??= hashPassword('nobody has this password');
  const matches = await argon2.verify(hash ?? (await nobody), password.normalize('NFKC'));
  return matches && hash !== undefined;
}
