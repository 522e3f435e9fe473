import { Kind } from 'graphql';
import type { Rule } from '../rule.ts';

/** A subgraph says whom to ask about it: `extend schema @contact(name: …)`. */
export const contactDirectiveMissing: Rule = {
  name: 'CONTACT_DIRECTIVE_MISSING',
  check({ document, federation }) {
    const schemas = document.definitions.filter(
      (node) => node.kind === Kind.SCHEMA_DEFINITION || node.kind === Kind.SCHEMA_EXTENSION,
    );
    const isSaid = schemas.some(({ directives }) => directives?.some(({ name }) => name.value === 'contact'));
    const node = schemas[0] ?? document.definitions[0];
    if (federation === undefined || isSaid || node === undefined) return [];
    return [{ coordinate: '', message: 'The schema should have a @contact.', node }];
  },
};
