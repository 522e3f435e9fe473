import { failure } from '@banyan/kit';
import type { Actor } from './keys/actor.ts';
import { may } from './keys/may.ts';
import { nameOfResource, type Resource } from './keys/resource.ts';
import type { Action } from './keys/role.ts';

/**
 * Lets nobody on who may not.
 * @param resource what it is done to; absent for the organization.
 * @throws FORBIDDEN that names the key's role and what it is bound to.
 */
export function allow(actor: Actor, action: Action, resource?: Resource): void {
  if (may(actor, action, resource)) return;
  const { name, role, resources } = actor;
  const bound = resources === 'everything' ? 'everything' : resources.map(nameOfResource).join(', ');
  const where = resource ? nameOfResource(resource) : 'the organization';
  throw failure('FORBIDDEN', `The key "${name}" (role ${role}, for ${bound}) may not ${wordsOf(action)} of ${where}.`);
}

/** `publishReadme` as `do "publish readme"`. */
const wordsOf = (action: Action) => `do "${action.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}"`;
