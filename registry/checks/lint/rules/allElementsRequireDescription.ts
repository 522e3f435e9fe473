import type { Kind } from 'graphql';
import type { Element } from '../elements.ts';
import { atName } from '../naming.ts';
import type { Rule, Subject } from '../rule.ts';

/**
 * Everything that a client can ask for or send is described, by the subgraph that owns it: not the stub of an entity whose owner is another, its
 * keys and external fields. Root types go without, as all know what they are; arguments have a rule of their own.
 */
export const allElementsRequireDescription: Rule = {
  name: 'ALL_ELEMENTS_REQUIRE_DESCRIPTION',
  check: (subject) =>
    subject.elements
      .filter((element) => !element.description?.value.trim() && isOwned(element, subject))
      .map((element) => atName(element, `"${element.coordinate}" has no description.`)),
};

function isOwned(element: Element, { rootTypes, federation }: Subject): boolean {
  switch (element.kind) {
    case 'argument':
      return false;
    case 'field':
      return !federation?.isForeign(element);
    case 'type':
      return (
        // An extension cannot be described. https://spec.graphql.org/draft/#sec-Type-Extensions
        isDefinition(element.node.kind) &&
        !rootTypes.has(element.coordinate) &&
        !federation?.entities.has(element.coordinate)
      );
    default:
      return true;
  }
}

const isDefinition = (kind: Kind) => !kind.endsWith('Extension');
