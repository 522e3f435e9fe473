import type { BuildMessage } from '@banyan/kit/composition';

/** What a contract keeps of its source. https://www.apollographql.com/docs/graphos/platform/schema-management/delivery/contracts/create */
export interface ContractFilter {
  /** Where there are any, only what carries one of these tags is kept. */
  include: readonly string[];
  /** What carries one of these tags is left out, whatever else it carries. */
  exclude: readonly string[];
  /** Leaves out the types that no operation can come to. */
  hideUnreachableTypes: boolean;
}

/** https://www.apollographql.com/docs/graphos/platform/schema-management/delivery/contracts/reference#valid-tag-names */
const tagName = /^[A-Za-z0-9_/-]{1,128}$/;

/** What is wrong with a filter in itself, under the code that GraphOS gives it. */
export function mistakesIn({ include, exclude }: ContractFilter): BuildMessage[] {
  const mistake = (message: string): BuildMessage => ({ code: 'INPUT_VALIDATION', message, places: [] });
  const malformed = unique([...include, ...exclude]).filter((tag) => !tagName.test(tag));
  const both = unique(include).filter((tag) => exclude.includes(tag));
  return [
    ...malformed.map((tag) =>
      mistake(
        `${JSON.stringify(tag)} is no tag: a tag is 1 to 128 letters, digits, hyphens, underscores and forward slashes.`,
      ),
    ),
    ...both.map((tag) => mistake(`The tag "${tag}" is both included and excluded.`)),
  ];
}

/** A filter in words, for `rover contract describe`: the same filter gives the same words, in whatever order its tags are listed. */
export function describeFilter({ include, exclude, hideUnreachableTypes }: ContractFilter): string {
  const list = (tags: readonly string[]) => (tags.length === 0 ? 'none' : unique(tags).toSorted().join(', '));
  const unreachable = hideUnreachableTypes ? 'hidden' : 'kept';
  return `Included tags: ${list(include)}. Excluded tags: ${list(exclude)}. Unreachable types: ${unreachable}.`;
}

const unique = (tags: readonly string[]) => [...new Set(tags)];
