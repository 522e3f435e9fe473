import type { Resources } from './resource.ts';
import type { Role } from './role.ts';

/** Who asks: the key of a request. */
export interface Actor {
  keyId: string;
  name: string;
  role: Role;
  resources: Resources;
}

/** Who did a thing, as it is kept with the thing; the name is the key's at that time. */
export interface By {
  keyId: string;
  name: string;
}

/** An actor as it goes on record. */
export const byOf = ({ keyId, name }: Actor): By => ({ keyId, name });
