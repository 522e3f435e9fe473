import { UserMistake } from '@banyan/kit';

/**
 * What two people are to each other. There is one for each pair, whoever looks: all changes between the two raise its sequence,
 * so that their events have one order, and no celebrity's item is written by every follower.
 */
export interface Relation {
  /** How often it has changed; 0 before the first change. */
  sequence: number;
  /** By person: the id of their follow of the other, which is its place in both lists. */
  follows: Partial<Record<string, string>>;
  /** By person: the id of their block of the other. */
  blocks: Partial<Record<string, string>>;
}

export const noRelation: Relation = { sequence: 0, follows: {}, blocks: {} };

/** Whether one has blocked the other, so that they do not see each other. */
export const hides = ({ blocks }: Relation): boolean => Object.values(blocks).some(Boolean);

/** A change of a relation, asked by one of the two about the other. Undefined where nothing changes. */
export type Change = (relation: Relation, by: string, about: string, id: string) => Relation | undefined;

const next = (relation: Relation, change: Partial<Relation>): Relation => ({
  ...relation,
  ...change,
  sequence: relation.sequence + 1,
});

/** @throws UserMistake when one has blocked the other. */
export const follow: Change = (relation, by, about, id) => {
  if (relation.blocks[by])
    throw new UserMistake('CONFLICT', 'userId', 'You have blocked this person. Unblock them first.');
  if (relation.blocks[about]) throw new UserMistake('NOT_FOUND', 'userId', 'There is no such person.');
  if (relation.follows[by]) return undefined;
  return next(relation, { follows: { ...relation.follows, [by]: id } });
};

export const unfollow: Change = (relation, by) => {
  if (!relation.follows[by]) return undefined;
  const { [by]: _, ...others } = relation.follows;
  return next(relation, { follows: others });
};

/** A block removes the follows both ways. */
export const block: Change = (relation, by, _about, id) => {
  if (relation.blocks[by]) return undefined;
  return next(relation, { follows: {}, blocks: { ...relation.blocks, [by]: id } });
};

export const unblock: Change = (relation, by) => {
  if (!relation.blocks[by]) return undefined;
  const { [by]: _, ...others } = relation.blocks;
  return next(relation, { blocks: others });
};
