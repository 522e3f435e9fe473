import { UserMistake } from '@banyan/kit';
import { z } from 'zod';
import { nameOfResource, type Resource, type Resources } from './resource.ts';
import { type Role, roles } from './role.ts';

/** A key as it is listed: everything but its secret. */
export interface ApiKey {
  id: string;
  organization: string;
  name: string;
  role: Role;
  resources: Resources;
  /** How the token begins: enough to find it in a configuration, not to use it. */
  prefix: string;
  /** Times are ISO 8601, UTC. */
  createdAt: string;
  /** Absent for the key that the registry was started with. */
  createdBy?: { keyId: string; name: string };
  /** From then on the key is worth nothing. */
  expiresAt?: string;
  /** To the minute. */
  lastUsedAt?: string;
}

/** What is asked for a new key. */
export interface NewKey {
  name: string;
  role: Role;
  resources: Resources;
  expiresAt?: Date | null;
}

/** What Rover sends as `resources`; null for a key for everything. The list of gateways is by our own clients: Rover leaves it null. */
export interface ApiKeyResourceInput {
  subgraphs?: { graphId: string; variantName: string; subgraphName: string }[] | null;
  gateways?: { graphId: string; variantName?: string | null }[] | null;
}

const maxResources = 100;

const resource: z.ZodType<Resource> = z
  .strictObject({
    graphId: z.string().regex(/^[a-zA-Z][\w-]{0,63}$/),
    variant: z.string().min(1).max(63).optional(),
    subgraph: z.string().min(1).max(128).optional(),
  })
  .refine(({ variant, subgraph }) => subgraph === undefined || variant !== undefined);

const printable = /^[^\p{C}]+$/u;

/** A key's name as it is kept. @throws UserMistake for one that is empty, too long or not printable. */
export function keyName(name: string): string {
  const trimmed = name.trim();
  if (trimmed.length >= 1 && trimmed.length <= 100 && printable.test(trimmed)) return trimmed;
  throw new UserMistake('BAD_USER_INPUT', 'name', 'A name has 1 to 100 printable characters.');
}

/** What a new key will be. @throws UserMistake naming the field that is wrong. */
export function checkNewKey({ name, role, resources, expiresAt }: NewKey, now = Date.now()): NewKey {
  if (!roles.includes(role)) {
    throw new UserMistake('BAD_USER_INPUT', 'role', `A role is one of ${roles.join(', ')}.`);
  }
  if (expiresAt && !(expiresAt.getTime() > now)) {
    throw new UserMistake('BAD_USER_INPUT', 'expiresAt', 'A key expires in the future, or never.');
  }
  return { name: keyName(name), role, resources: checkResources(resources), expiresAt };
}

function checkResources(resources: Resources): Resources {
  if (resources === 'everything') return resources;
  if (resources.length === 0 || resources.length > maxResources) {
    const message = `A key is for everything, or for 1 to ${maxResources} graphs, variants or subgraphs.`;
    throw new UserMistake('BAD_USER_INPUT', 'resources', message);
  }
  const result = z.array(resource).safeParse(resources);
  if (!result.success) {
    const wrong = resources[Number(result.error.issues[0]?.path[0])];
    const name = wrong ? nameOfResource(wrong) : '';
    throw new UserMistake('BAD_USER_INPUT', 'resources', `"${name}" is no graph, variant or subgraph.`);
  }
  return result.data;
}

/** Rover's form of resources as ours; without any the key is for everything. */
export function resourcesOfInput(input: ApiKeyResourceInput | null | undefined): Resources {
  if (!input || (input.subgraphs == null && input.gateways == null)) return 'everything';
  const subgraphs = (input.subgraphs ?? []).map(({ graphId, variantName, subgraphName }) => ({
    graphId,
    variant: variantName,
    subgraph: subgraphName,
  }));
  const gateways = (input.gateways ?? []).map(({ graphId, variantName }) => ({
    graphId,
    ...(variantName != null && { variant: variantName }),
  }));
  return [...subgraphs, ...gateways];
}
