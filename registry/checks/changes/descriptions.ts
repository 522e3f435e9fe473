import type { Change, ChangeCode } from './change.ts';

type DescriptionCode = Extract<ChangeCode, `${string}_DESCRIPTION_CHANGE`>;

interface Described {
  readonly description?: string | null | undefined;
}

/** The change of a description, if it did change. An empty one is none. */
export const descriptionChanges = (
  code: DescriptionCode,
  coordinate: string,
  before: Described,
  after: Described,
): Change[] => {
  const old = before.description || undefined;
  const now = after.description || undefined;
  if (old === now) return [];
  const happened = old === undefined ? 'was added' : now === undefined ? 'was removed' : 'changed';
  return [
    {
      code,
      coordinate,
      ...(old !== undefined && { before: old }),
      ...(now !== undefined && { after: now }),
      description: `The description of \`${coordinate}\` ${happened}.`,
      effect: 'safe',
    },
  ];
};
