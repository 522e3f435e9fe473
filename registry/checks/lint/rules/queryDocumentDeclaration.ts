import { isExecutableDefinitionNode, Kind } from 'graphql';
import type { Rule } from '../rule.ts';

/** A schema defines no operations and fragments. */
export const queryDocumentDeclaration: Rule = {
  name: 'QUERY_DOCUMENT_DECLARATION',
  check: ({ document }) =>
    document.definitions.filter(isExecutableDefinitionNode).map((node) => {
      const what = node.kind === Kind.FRAGMENT_DEFINITION ? 'fragment' : node.operation;
      return { coordinate: node.name?.value ?? '', message: `A schema should not define a ${what}.`, node };
    }),
};
