import { expect, test } from '@jest/globals';
import { buildSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType, printSchema } from 'graphql';
import { textsOf } from './printedSchema.ts';

const schema = buildSchema(`
  "The root" schema { query: Root }
  directive @odd("what it is" a: Int = 1) repeatable on FIELD
  """
  type NotAType {
    field: Int

  } \\"""
  """
  type Root implements Named {
    "one line"
    a: Int
    """
    some lines

      type Hidden {
    """
    b("words" x: [Int!] = [1, 2], """
    more

    words
    """ y: In = { s: "}\\n" }): String @deprecated(reason: "because } of \\"\\"\\" that")
    name: String
    "ends with a backslash \\\\"
    c: E
    "ends with a quote \\""
    d: U
  }
  interface Named { name: String }
  union U = Root | Other
  "words" scalar S @specifiedBy(url: "https://a.test")
  enum E { "first" ONE TWO @deprecated }
  input In { s: String = "a", "words" t: Int }
  type Other { constructor: S }
`);

test('every type and field of a printed schema is found with its text', () => {
  const { types, fields } = textsOf(printSchema(schema));
  const real = Object.values(schema.getTypeMap()).filter(
    ({ name }) => types.has(name) || !/^(__|Int|String|Boolean|ID|Float)/.test(name),
  );
  expect([...types.keys()].sort()).toEqual(real.map(({ name }) => name).sort());
  const expected = real.flatMap((type) => {
    if (isEnumType(type)) return type.getValues().map(({ name }) => `${type.name}.${name}`);
    const hasFields = isObjectType(type) || isInterfaceType(type) || isInputObjectType(type);
    return hasFields ? Object.keys(type.getFields()).map((name) => `${type.name}.${name}`) : [];
  });
  expect([...fields.keys()].sort()).toEqual(expected.sort());
  expect(fields.get('Root.a')).toBe('  """one line"""\n  a: Int');
  expect(fields.get('Root.b')).toMatch(/^ {2}"""\n {2}some lines\n(.|\n)*"""\n {2}b\(\n(.|\n)*that"\)$/);
  expect(fields.get('Other.constructor')).toBe('  constructor: S');
  expect(types.get('S')).toBe('"""words"""\nscalar S @specifiedBy(url: "https://a.test")');
  expect(types.get('U')).toBe('union U = Root | Other');
  expect(types.get('Root')).toMatch(/^"""\ntype NotAType/);
});
