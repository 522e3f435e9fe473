import { createDocumentClient, createOutbox } from '@banyan/kit';
import { createAccountStore } from './store/accounts.ts';
import { createRelationStore } from './store/relations.ts';
import { createSessionStore } from './store/sessions.ts';
import { createSigningKeyStore } from './store/signingKeys.ts';

/**
 * The table of user, and every access to it.
 *
 * | pk | sk | what |
 * |---|---|---|
 * | `USER#id` | `USER` | the person |
 * | `USER#id` | `CREDENTIALS` | password hash, scopes, session epoch |
 * | `USER#id` | `COUNT#0` to `COUNT#3` | a share of the follower and following counts |
 * | `USER#id` | `FOLLOWER#edge`, `FOLLOWING#edge`, `BLOCKED#edge` | the lists, by the time-ordered id of the edge |
 * | `HANDLE#handle`, `EMAIL#email` | the same | whose it is |
 * | `PAIR#a:b` | `PAIR` | what two people are to each other |
 * | `SESSION#id` | `SESSION`, `TOKEN#hash` | a session, and its refresh tokens |
 * | `KEY#period` | `KEY` | a signing key, encrypted |
 * | `OUTBOX#shard` | `key#sequence` | events on their way to the stream |
 */
export function createStore(table: string) {
  const client = createDocumentClient();
  const outbox = createOutbox(client, table, 'user');
  return {
    client,
    table,
    outbox,
    accounts: createAccountStore(client, table, outbox),
    relations: createRelationStore(client, table, outbox),
    sessions: createSessionStore(client, table),
    signingKeys: createSigningKeyStore(client, table),
  };
}

export type Store = ReturnType<typeof createStore>;
