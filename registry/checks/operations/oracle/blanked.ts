import { type DocumentNode, visit } from 'graphql';

/** The signature of an operation as stock usage reports send it: no aliases, no literals. It need not be valid itself. */
export const blanked = (document: DocumentNode): DocumentNode =>
  visit(document, {
    Field: (node) => ({ ...node, alias: undefined }),
    IntValue: (node) => ({ ...node, value: '0' }),
    FloatValue: (node) => ({ ...node, value: '0' }),
    StringValue: (node) => ({ ...node, value: '', block: false }),
    ListValue: (node) => ({ ...node, values: [] }),
    ObjectValue: (node) => ({ ...node, fields: [] }),
  });
