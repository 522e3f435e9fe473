/** What the stock executor does otherwise, and the paragraph of the specification that says that ours is right. */
export interface KnownDifference {
  name: string;
  paragraph: string;
  why: string;
}

const spec = 'https://spec.graphql.org/October2021/';

export const known = {
  completion: {
    name: 'field errors of completion are told',
    paragraph: `${spec}#sec-Handling-Field-Errors`,
    why: '"The error must be added to the errors list"; there it is in an extension, or nowhere.',
  },
  order: {
    name: 'order of fields',
    paragraph: `${spec}#sec-Serialized-Map-Ordering`,
    why: 'Fields come in the order in which they were encountered; there fragments of one type are joined first.',
  },
  fragments: {
    name: 'fields of fragments',
    paragraph: `${spec}#DoesFragmentTypeApply()`,
    why:
      'A fragment applies by the type of the object; there by the fragment around it where the object does not tell its type, and by ' +
      'the interface where an interface object has overwritten the type. Fields are lost.',
  },
  plannedPath: {
    name: 'path of the plan',
    paragraph: `${spec}#sec-Errors.Error-result-format`,
    why: 'A path is of response keys and indexes; there it can be the plan’s, with `@` and `_entities`, or begin at an entity.',
  },
  otherPlace: {
    name: 'place of another entity',
    paragraph: `${spec}#sec-Errors.Error-result-format`,
    why: 'A path is of the field which experienced the error; there entities that are not asked about still count in indexes.',
  },
} as const satisfies Record<string, KnownDifference>;
