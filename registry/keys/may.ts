import type { Actor } from './actor.ts';
import { covers, type Resource, touches } from './resource.ts';
import { type Action, roleMay } from './role.ts';

/** A key for one variant may know that the graph is there, and lint a text, which belongs to no variant. */
const ofAnyPart: readonly Action[] = ['see', 'lint'];

/** Rover reads the whole variant before it checks or publishes one subgraph of it. */
const ofTheWholeVariant: readonly Action[] = ['read'];

/**
 * Whether the holder of a key may do this there.
 * @param ref what it is done to; absent for the organization, which only a key for everything covers.
 */
export function may({ role, resources }: Pick<Actor, 'role' | 'resources'>, action: Action, ref?: Resource): boolean {
  if (!roleMay(role, action)) return false;
  if (resources === 'everything') return true;
  if (ref === undefined || action === 'manageKeys') return false;
  if (ofAnyPart.includes(action)) return resources.some((resource) => touches(resource, ref));
  if (ofTheWholeVariant.includes(action)) {
    return resources.some(({ graphId, variant }) => covers({ graphId, variant }, ref));
  }
  return resources.some((resource) => covers(resource, ref));
}
