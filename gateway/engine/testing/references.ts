import { entityFault, type Faults, numberOf } from './mockData.ts';

type Resolvers = Record<string, { __resolveReference: (reference: object) => unknown }>;

/** Looks the entities of a subgraph up by their representations; one of an interface is of the type that its number gives. */
export function references(sdl: string, world: () => { seed: number; faults: Faults }): Resolvers {
  const keyed = [...sdl.matchAll(/(type|interface) (\w+)[^{]*@key/g)].map(([, kind = '', type = '']) => ({
    kind,
    type,
  }));
  return Object.fromEntries(
    keyed.map(({ kind, type }) => {
      const below = [...sdl.matchAll(new RegExp(`type (\\w+) implements [^@{]*\\b${type}\\b`, 'g'))].map(
        ([, name]) => name,
      );
      const resolve = async (reference: object) => {
        const { seed, faults } = world();
        const fault = entityFault(seed, faults, type, reference);
        if (fault === 'error') throw new Error(`${type} ${JSON.stringify(reference)} cannot be looked up`);
        // Below an interface object and a condition the planner can leave the key out.
        if (fault === 'missing' || Object.keys(reference).length < 2) return null;
        if (kind === 'type') return reference;
        return { ...reference, __typename: below.sort()[numberOf(reference) % below.length] };
      };
      return [type, { __resolveReference: resolve }];
    }),
  );
}
