import { createHash, randomBytes } from 'node:crypto';
import { isId, newId, UserMistake } from '@banyan/kit';
import { type AccessToken, issueAccessToken } from './accessToken.ts';
import { checkPassword, hashPassword, verifyPassword } from './password.ts';
import { checkDisplayName, checkEmail, checkHandle, type Person } from './person.ts';
import type { KeyRing } from './signingKeys.ts';
import type { Session } from './store/sessions.ts';
import type { Store } from './store.ts';

const sessionLifeMs = 30 * 24 * 3_600_000;
const secretBytes = 32;

/** What a person has in hand after signing in. */
export interface Tokens {
  person: Person;
  access: AccessToken;
  refreshToken: string;
}

export interface SignUp {
  handle: string;
  email: string;
  password: string;
  displayName?: string | null;
}

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('base64url');
const newSecret = () => randomBytes(secretBytes).toString('base64url');

/** A refresh token names its session and holds a secret; only the hash of the secret is kept. */
function parseRefreshToken(token: string): { sessionId: string; secret: string } {
  const [sessionId = '', secret = '', ...rest] = token.split('.');
  if (rest.length > 0 || !isId(sessionId) || !/^[\w-]{43}$/.test(secret)) throw invalidRefreshToken();
  return { sessionId, secret };
}

const invalidRefreshToken = () =>
  new UserMistake('BAD_USER_INPUT', 'refreshToken', 'This refresh token is not valid any more. Sign in again.');

/** Accounts and their sessions: who may come in, and for how long. */
export function createAccounts(store: Store, keys: KeyRing) {
  const { accounts, sessions } = store;

  async function open(person: Person, scopes: string[], epoch: number): Promise<Tokens> {
    const session: Session = { id: newId(), userId: person.id, epoch };
    const secret = newSecret();
    const access = await issueAccessToken(keys, { userId: person.id, sessionId: session.id, scopes });
    await sessions.open(session, hashOf(secret), sessionLifeMs);
    return { person, access, refreshToken: `${session.id}.${secret}` };
  }

  async function findId(login: string): Promise<string | undefined> {
    return login.trim().lastIndexOf('@') > 0 ? accounts.idOfEmail(login) : accounts.idOfHandle(login);
  }

  /** The session that a refresh token belongs to, whether or not the token has been used. @throws UserMistake */
  async function sessionOf(refreshToken: string): Promise<{ session: Session; secret: string }> {
    const { sessionId, secret } = parseRefreshToken(refreshToken);
    const session = await sessions.session(sessionId);
    if (!session) throw invalidRefreshToken();
    return { session, secret };
  }

  return {
    /** @throws UserMistake naming the field that is not allowed or taken. */
    async signUp(input: SignUp): Promise<Tokens> {
      const handle = checkHandle(input.handle);
      const email = checkEmail(input.email);
      checkPassword(input.password);
      const displayName = checkDisplayName(input.displayName ?? handle);
      const person = { id: newId(), handle, email, displayName, createdAt: new Date().toISOString() };
      const passwordHash = await hashPassword(input.password);
      await accounts.insert(person, { passwordHash, scopes: [], epoch: 0 });
      return open(person, [], 0);
    },

    /** @throws UserMistake, the same for an unknown login as for a wrong password. */
    async signIn(login: string, password: string): Promise<Tokens> {
      const id = await findId(login);
      const credentials = id ? await accounts.credentials(id) : undefined;
      const matches = await verifyPassword(credentials?.passwordHash, password);
      const person = id && matches ? await accounts.person(id) : undefined;
      if (!person || !credentials) {
        throw new UserMistake('BAD_USER_INPUT', 'password', 'There is no account with this login and password.');
      }
      return open(person, credentials.scopes, credentials.epoch);
    },

    /**
     * New tokens for a refresh token, once. A token that comes a second time was stolen from somebody: its whole session ends.
     * @throws UserMistake for a token that is not valid any more.
     */
    async refresh(refreshToken: string): Promise<Tokens> {
      const { session, secret } = await sessionOf(refreshToken);
      const [person, credentials] = await Promise.all([
        accounts.person(session.userId),
        accounts.credentials(session.userId),
      ]);
      if (!person || credentials?.epoch !== session.epoch) throw invalidRefreshToken();
      const next = newSecret();
      const who = { userId: person.id, sessionId: session.id, scopes: credentials.scopes };
      const access = await issueAccessToken(keys, who);
      const outcome = await sessions.rotate(session, hashOf(secret), hashOf(next), sessionLifeMs);
      if (outcome === 'reused') await sessions.end(session.id);
      if (outcome !== 'rotated') throw invalidRefreshToken();
      return { person, access, refreshToken: `${session.id}.${next}` };
    },

    /** Ends the token's session, or all of its owner's. Ending what has ended is no mistake. */
    async signOut(refreshToken: string, everywhere: boolean): Promise<void> {
      const { sessionId, secret } = parseRefreshToken(refreshToken);
      const owner = await sessions.ownerOf(sessionId, hashOf(secret));
      if (!owner) throw invalidRefreshToken();
      // In this order, so that what was cut off in the middle can be asked for again.
      if (everywhere) await accounts.raiseEpoch(owner);
      await sessions.end(sessionId);
    },
  };
}

export type Accounts = ReturnType<typeof createAccounts>;
