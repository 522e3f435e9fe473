import {
  type ASTNode,
  type ASTVisitor,
  type DocumentNode,
  type GraphQLSchema,
  getNamedType,
  isScalarType,
  Kind,
  print,
  TypeInfo,
  type ValueNode,
  visit,
  visitWithTypeInfo,
} from 'graphql';

const blankNumber: ValueNode = { kind: Kind.INT, value: '0' };
const blankString: ValueNode = { kind: Kind.STRING, value: '' };
const scalars = new Set<string>([Kind.INT, Kind.FLOAT, Kind.STRING, Kind.BOOLEAN]);

/**
 * Blanks what a person may have typed: numbers and strings. Field names of input objects, enum values, variables, `null` and
 * booleans stay, so that a check sees which of them are in use. A list keeps each distinct element once, and no scalars. With
 * the schema, what stands for a custom scalar is blanked as a whole, even if it is written as an object.
 */
export function blankLiterals(document: DocumentNode, schema?: GraphQLSchema): DocumentNode {
  const types = schema && new TypeInfo(schema);
  const isScalar = () => isScalarType(getNamedType(types?.getInputType()));
  const visitor: ASTVisitor = {
    IntValue: { leave: (node) => ({ ...node, value: '0' }) },
    FloatValue: { leave: () => blankNumber },
    StringValue: { leave: () => blankString },
    EnumValue: { leave: () => (isScalar() ? blankString : undefined) },
    ObjectValue: {
      leave: (node) => ({ ...node, fields: isScalar() ? [] : inOrder(node.fields, ({ name }) => name.value) }),
    },
    ListValue: {
      leave: (node) => ({ ...node, values: distinct(node.values.filter(({ kind }) => !scalars.has(kind))) }),
    },
  };
  return visit(document, types ? visitWithTypeInfo(types, visitor) : visitor);
}

/** Each once, in the order of their text: neither order nor number of a list's elements makes another operation. */
function distinct(values: readonly ValueNode[]): ValueNode[] {
  const texts = new Map(values.map((value) => [print(value), value]));
  return inOrder([...texts], ([text]) => text).map(([, value]) => value);
}

/** A list in the order of a text of its elements; equal ones stay as they were. */
export function inOrder<T extends ASTNode | [string, ASTNode]>(
  list: readonly T[],
  textOf: (element: T) => string,
): T[] {
  const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return [...list].sort((a, b) => order(textOf(a), textOf(b)));
}
