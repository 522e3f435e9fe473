import { describe, expect, test } from '@jest/globals';
import { may } from './may.ts';
import type { Resources } from './resource.ts';
import { type Action, actions, type Role, roleOfKeyType, roles } from './role.ts';

const variant = { graphId: 'g', variant: 'v' };

describe('what a role may do', () => {
  const table: Record<Action, Role[]> = {
    see: ['gateway', 'read', 'check', 'publish', 'admin'],
    read: ['read', 'check', 'publish', 'admin'],
    follow: ['gateway', 'read', 'check', 'publish', 'admin'],
    report: ['gateway', 'publish', 'admin'],
    lint: ['check', 'publish', 'admin'],
    check: ['check', 'publish', 'admin'],
    publish: ['publish', 'admin'],
    publishReadme: ['publish', 'admin'],
    publishContract: ['publish', 'admin'],
    publishOperations: ['publish', 'admin'],
    promote: ['publish', 'admin'],
    rollBack: ['publish', 'admin'],
    deleteVariant: ['admin'],
    mark: ['admin'],
    configure: ['admin'],
    manageWebhooks: ['admin'],
    manageKeys: ['admin'],
  };

  test('the table has every action', () => expect(Object.keys(table).sort()).toEqual([...actions].sort()));

  const cells = actions.flatMap((action) =>
    roles.map((role) => ({ action, role, allowed: table[action].includes(role) })),
  );

  test.each(cells)('$action by $role: $allowed', ({ action, role, allowed }) => {
    expect(may({ role, resources: 'everything' }, action, variant)).toBe(allowed);
    expect(may({ role, resources: 'everything' }, action)).toBe(allowed);
    expect(may({ role, resources: [variant] }, action, variant)).toBe(allowed && action !== 'manageKeys');
    expect(may({ role, resources: [variant] }, action)).toBe(false);
  });
});

describe('where a key may', () => {
  const onGraph: Resources = [{ graphId: 'g' }];
  const onVariant: Resources = [variant];
  const onSubgraph: Resources = [{ ...variant, subgraph: 's' }];
  const graph = { graphId: 'g' };
  const subgraph = { ...variant, subgraph: 's' };

  test.each<[Action, Resources, Parameters<typeof may>[2], boolean]>([
    ['publish', onGraph, subgraph, true],
    ['publish', onGraph, { ...subgraph, graphId: 'G' }, false],
    ['publish', onVariant, subgraph, true],
    ['publish', onVariant, { ...subgraph, variant: 'w' }, false],
    ['publish', onVariant, { ...subgraph, variant: 'V' }, false],
    ['publish', onSubgraph, subgraph, true],
    ['publish', onSubgraph, { ...subgraph, subgraph: 't' }, false],
    ['publish', onSubgraph, variant, false],
    ['check', onSubgraph, subgraph, true],
    ['check', onSubgraph, variant, false],
    ['read', onSubgraph, variant, true],
    ['read', onSubgraph, { ...variant, variant: 'w' }, false],
    ['read', onSubgraph, graph, false],
    ['read', onVariant, graph, false],
    ['read', onGraph, graph, true],
    ['see', onSubgraph, graph, true],
    ['see', onSubgraph, { graphId: 'h' }, false],
    ['see', onVariant, { graphId: 'g', variant: 'w' }, false],
    ['lint', onVariant, graph, true],
    ['lint', onVariant, { graphId: 'h' }, false],
    ['publishContract', onGraph, variant, true],
    ['publishContract', onSubgraph, variant, false],
    ['manageWebhooks', onGraph, graph, true],
    ['manageWebhooks', onVariant, graph, false],
    ['manageWebhooks', onVariant, variant, true],
    ['manageKeys', onGraph, graph, false],
    ['manageKeys', 'everything', undefined, true],
    ['publish', [...onVariant, { graphId: 'h' }], { graphId: 'h', variant: 'x' }, true],
    ['publish', [], variant, false],
  ])('%s by %j on %j: %s', (action, resources, ref, allowed) => {
    expect(may({ role: 'admin', resources }, action, ref)).toBe(allowed);
  });
});

test('the types of keys that Rover asks for', () => {
  expect((['GATEWAY', 'ROUTER', 'OPERATOR', 'SUBGRAPH'] as const).map(roleOfKeyType)).toEqual([
    'gateway',
    'gateway',
    'publish',
    'publish',
  ]);
  expect(() => roleOfKeyType('SCIM')).toThrow('no keys of the type SCIM');
});
