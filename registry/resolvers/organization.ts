import { failure } from '@banyan/kit';
import type {
  GraphOsKeyResolvers,
  OrganizationMutationResolvers,
  OrganizationResolvers,
} from '../__generated__/resolvers.ts';
import { resourcesOfInput } from '../keys/key.ts';
import { nameOfResource } from '../keys/resource.ts';
import { type Role, roleOfKeyType } from '../keys/role.ts';

export const Organization: OrganizationResolvers = {
  name: ({ id }) => id,
  apiKeys: ({ id }, args, { keys, connections }) =>
    connections.connect(
      `keys:${id}`,
      args,
      (page) => keys.list(id, page),
      ({ place }) => place,
    ),
  apiKey: async ({ id }, { keyId }, { keys }) => (await keys.find(id, keyId)) ?? null,
};

export const OrganizationMutation: OrganizationMutationResolvers = {
  async createKey({ id }, { name, type, resources, role, expiresAt }, { keys, actor }) {
    const wanted = {
      name,
      role: role ? (role.toLowerCase() as Role) : roleOfKeyType(type ?? 'OPERATOR'),
      resources: resourcesOfInput(resources),
      expiresAt: expiresAt == null ? null : momentOf(expiresAt),
    };
    const { key, token } = await keys.create(id, wanted, actor);
    return { ...key, token };
  },
  renameKey: ({ id }, { keyId, name }, { keys }) => keys.rename(id, keyId, name),
  async deleteKey({ id }, { keyId }, { keys, actor }) {
    await keys.revoke(id, keyId, actor);
    return keyId;
  },
};

export const GraphOsKey: GraphOsKeyResolvers = {
  keyName: ({ name }) => name,
  token: ({ token, prefix }) => token ?? `${prefix}…`,
  role: ({ role }) => role.toUpperCase() as Uppercase<Role>,
  resources: ({ resources }) => (resources === 'everything' ? [] : resources.map(nameOfResource)),
};

function momentOf(text: string): Date {
  const moment = new Date(text);
  if (!/^\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?$/.test(text) || Number.isNaN(moment.getTime()))
    throw failure('BAD_USER_INPUT', '"expiresAt" is no moment in ISO 8601.');
  return moment;
}
