import { atName } from '../naming.ts';
import type { Rule } from '../rule.ts';

/** A word of its own: `getUsers`, and neither `posts` nor `getaway`. */
const verb = /^(get|list|post|put|patch)(?=[A-Z0-9])/;

/** Fields name what they give (`users`), not how it is fetched (`getUsers`). Input fields are given and may be called `postId`. */
export const restyFieldNames: Rule = {
  name: 'RESTY_FIELD_NAMES',
  check: ({ elements }) =>
    elements
      .filter((element) => element.kind === 'field' && verb.test(element.name.value))
      .map((element) =>
        atName(
          element,
          `The name "${element.name.value}" should not start with "${verb.exec(element.name.value)?.[1]}".`,
        ),
      ),
};
