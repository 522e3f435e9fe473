import { DirectiveLocation, type GraphQLDirective, type GraphQLSchema, isSpecifiedDirective } from 'graphql';
import { argumentChanges } from './arguments.ts';
import type { Change } from './change.ts';
import { compareByName } from './compare.ts';
import { directiveCoordinate } from './coordinate.ts';
import { descriptionChanges } from './descriptions.ts';

/** Where an operation can write a directive: https://spec.graphql.org/draft/#ExecutableDirectiveLocation */
const executable: ReadonlySet<DirectiveLocation> = new Set([
  DirectiveLocation.QUERY,
  DirectiveLocation.MUTATION,
  DirectiveLocation.SUBSCRIPTION,
  DirectiveLocation.FIELD,
  DirectiveLocation.FRAGMENT_DEFINITION,
  DirectiveLocation.FRAGMENT_SPREAD,
  DirectiveLocation.INLINE_FRAGMENT,
  DirectiveLocation.VARIABLE_DEFINITION,
]);

const isExecutable = ({ locations }: GraphQLDirective): boolean => locations.some((place) => executable.has(place));

/** What changed in the directives. One that no operation can write breaks nobody, whatever becomes of it. */
export const directiveChanges = (before: GraphQLSchema, after: GraphQLSchema): Change[] => {
  const { removed, added, kept } = compareByName(customDirectives(before), customDirectives(after));
  return [
    ...removed.map((directive): Change => {
      const coordinate = directiveCoordinate(directive.name);
      const effect = isExecutable(directive) ? 'breaking' : 'safe';
      return { code: 'DIRECTIVE_REMOVED', coordinate, description: `\`${coordinate}\` was removed.`, effect };
    }),
    ...added.map(({ name }): Change => {
      const coordinate = directiveCoordinate(name);
      return { code: 'DIRECTIVE_ADDED', coordinate, description: `\`${coordinate}\` was added.`, effect: 'safe' };
    }),
    ...kept.flatMap(([old, now]) => changesOf(old, now)),
  ];
};

const customDirectives = (schema: GraphQLSchema): GraphQLDirective[] =>
  schema.getDirectives().filter((directive) => !isSpecifiedDirective(directive));

const changesOf = (old: GraphQLDirective, now: GraphQLDirective): Change[] => {
  const coordinate = directiveCoordinate(old.name);
  const inner = [
    ...argumentChanges(coordinate, old.args, now.args),
    ...repeatableChanges(coordinate, old, now),
    ...descriptionChanges('TYPE_DESCRIPTION_CHANGE', coordinate, old, now),
  ];
  return [
    ...locationChanges(coordinate, old, now),
    ...(isExecutable(old) ? inner : inner.map((change): Change => ({ ...change, effect: 'safe' }))),
  ];
};

const locationChanges = (coordinate: string, old: GraphQLDirective, now: GraphQLDirective): Change[] => [
  ...old.locations
    .filter((location) => !now.locations.includes(location))
    .map((member): Change => {
      const description = `\`${coordinate}\` is no longer allowed on ${member}.`;
      const effect = executable.has(member) ? 'breaking' : 'safe';
      return { code: 'DIRECTIVE_LOCATION_REMOVED', coordinate, member, description, effect };
    }),
  ...now.locations
    .filter((location) => !old.locations.includes(location))
    .map((member): Change => {
      const description = `\`${coordinate}\` is allowed on ${member} now.`;
      return { code: 'DIRECTIVE_LOCATION_ADDED', coordinate, member, description, effect: 'safe' };
    }),
];

const repeatableChanges = (coordinate: string, old: GraphQLDirective, now: GraphQLDirective): Change[] => {
  if (old.isRepeatable === now.isRepeatable) return [];
  if (now.isRepeatable) {
    const description = `\`${coordinate}\` is repeatable now.`;
    return [{ code: 'DIRECTIVE_REPEATABLE_ADDED', coordinate, description, effect: 'safe' }];
  }
  const description = `\`${coordinate}\` is no longer repeatable.`;
  return [{ code: 'DIRECTIVE_REPEATABLE_REMOVED', coordinate, description, effect: 'breaking' }];
};
