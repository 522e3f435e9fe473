import { type GraphQLSchema, OperationTypeNode } from 'graphql';
import type { Change } from './change.ts';

/**
 * What changed in the root types, where that is not told already by the root type itself having come or gone:
 * https://spec.graphql.org/draft/#sec-Root-Operation-Types
 */
export const rootTypeChanges = (before: GraphQLSchema, after: GraphQLSchema): Change[] =>
  Object.values(OperationTypeNode).flatMap((kind): Change[] => {
    const old = before.getRootType(kind)?.name;
    const now = after.getRootType(kind)?.name;
    if (old === now) return [];
    if (old === undefined || now === undefined) return given(before, now, kind) ?? takenAway(after, old, kind) ?? [];
    return [
      {
        code: 'TYPE_CHANGED_KIND',
        coordinate: old,
        before: old,
        after: now,
        description: `The root type of every ${kind} changed from \`${old}\` to \`${now}\`.`,
        effect: 'breaking',
      },
    ];
  });

const given = (before: GraphQLSchema, now: string | undefined, kind: string): Change[] | undefined => {
  if (now === undefined || before.getType(now) === undefined) return undefined;
  const description = `\`${now}\` is the root type of every ${kind} now.`;
  return [{ code: 'TYPE_ADDED', coordinate: now, after: kind, description, effect: 'safe' }];
};

const takenAway = (after: GraphQLSchema, old: string | undefined, kind: string): Change[] | undefined => {
  if (old === undefined || after.getType(old) === undefined) return undefined;
  const description = `\`${old}\` is no longer the root type of every ${kind}.`;
  return [{ code: 'TYPE_REMOVED', coordinate: old, before: kind, description, effect: 'breaking' }];
};
