import { UserMistake } from '@banyan/kit';

/** From least to most; `gateway` stands beside the others, as a running gateway needs neither schemas of subgraphs nor checks. */
export const roles = ['gateway', 'read', 'check', 'publish', 'admin'] as const;

export type Role = (typeof roles)[number];

/**
 * What may be done, and by which roles.
 *
 * - A usage report can make a check fail or pass, so a key that may only read or check may not send one.
 * - Promoting and rolling back are `publish`: who may publish can bring the same schemas there by publishing them, and the
 *   on-call engineer must not need the key that makes keys.
 * - Marks overrule checks for everybody, settings set what checks ask, and a deleted variant is gone: `admin`.
 */
const rolesOf = {
  /** That a graph is there; the names of those of its variants that the key may read. */
  see: ['gateway', 'read', 'check', 'publish', 'admin'],
  /** Schemas, launches, checks and their results, usage figures, README, contracts, lists of persisted queries. */
  read: ['read', 'check', 'publish', 'admin'],
  /** Uplink: the supergraph and the persisted queries of a variant. */
  follow: ['gateway', 'read', 'check', 'publish', 'admin'],
  /** Send usage reports. */
  report: ['gateway', 'publish', 'admin'],
  lint: ['check', 'publish', 'admin'],
  /** Check schemas, and operations of clients. */
  check: ['check', 'publish', 'admin'],
  /** Publish and delete subgraphs. */
  publish: ['publish', 'admin'],
  publishReadme: ['publish', 'admin'],
  publishContract: ['publish', 'admin'],
  publishOperations: ['publish', 'admin'],
  promote: ['publish', 'admin'],
  rollBack: ['publish', 'admin'],
  deleteVariant: ['admin'],
  /** Mark a change or an operation as safe, and take it back. */
  mark: ['admin'],
  /** Set the defaults of a variant's checks and the levels of its linter; link and delete lists of persisted queries. */
  configure: ['admin'],
  manageWebhooks: ['admin'],
  /** Only of the whole organization: a key for less than everything makes no keys. */
  manageKeys: ['admin'],
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof rolesOf;

export const actions = Object.keys(rolesOf) as Action[];

/** True when a key of this role may do this, somewhere. */
export const roleMay = (role: Role, action: Action): boolean => (rolesOf[action] as readonly Role[]).includes(role);

/** The types of keys that Rover knows. */
export type GraphOsKeyType = 'GATEWAY' | 'OPERATOR' | 'ROUTER' | 'SCIM' | 'SUBGRAPH';

/**
 * The role for a key that Rover asks for: what follows a variant is a gateway; the operator, which publishes for a whole cluster,
 * and the pipeline of a subgraph both publish.
 * @throws UserMistake for a SCIM key: there is no directory of people to provision.
 */
export function roleOfKeyType(type: GraphOsKeyType): Role {
  if (type === 'GATEWAY' || type === 'ROUTER') return 'gateway';
  if (type === 'OPERATOR' || type === 'SUBGRAPH') return 'publish';
  throw new UserMistake('BAD_USER_INPUT', 'type', `There are no keys of the type ${type} here.`);
}
