import { ensureTable, UserMistake } from '@banyan/kit';
import { hashPassword } from './password.ts';
import type { Person } from './person.ts';
import { follow } from './relation.ts';
import { createStore } from './store.ts';
import type { UserConfig } from './subgraph.ts';

/** A person of the fixed world, who may do what the scopes say. */
export interface SeedPerson extends Person {
  scopes: string[];
}

export interface SeedUsers {
  people: SeedPerson[];
  /** Everybody's. */
  password: string;
  /** Who follows whom, by id, in the order in which it happened. */
  follows: [follower: string, followed: string][];
}

/** Opens the accounts that are not there yet, and lets people follow each other. */
export async function seedUsers(
  config: Pick<UserConfig, 'TABLE_PREFIX'>,
  { people, password, follows }: SeedUsers,
): Promise<void> {
  const { client, table, accounts, relations } = createStore(`${config.TABLE_PREFIX}user`);
  await ensureTable(client, table);
  const passwordHash = await hashPassword(password);
  for (const { scopes, ...person } of people) {
    if (await accounts.person(person.id)) continue;
    await accounts.insert(person, { passwordHash, scopes, epoch: 0 }).catch((error) => {
      if (!(error instanceof UserMistake)) throw error;
      throw new Error(`"${person.handle}" is somebody else's already. The seed wants these names for itself.`);
    });
  }
  for (const [by, about] of follows) {
    await relations.change(follow, 'user.followed', by, about).catch((error) => {
      // Blocks that people have made since are theirs.
      if (!(error instanceof UserMistake)) throw error;
    });
  }
}
