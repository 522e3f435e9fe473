import type { ChangeCase } from './case.ts';

const search = (filter: string): string =>
  `type Query { find(by: Filter, all: [Filter!]): Int other: Int } input Filter { ${filter} }`;
const nested = (range: string): string => `${search('text: String range: Range')} input Range { ${range} }`;

export const inputCases: readonly ChangeCase[] = [
  {
    kind: 'input field removed',
    before: search('text: String age: Int'),
    after: search('text: String'),
    changes: [['FIELD_REMOVED_FROM_INPUT_OBJECT', 'Filter.age', 'breaking']],
    operations: [
      ['{ find(by: { age: 1 }) }', 'broken', ['FIELD_REMOVED_FROM_INPUT_OBJECT']],
      ['{ find(all: [{ text: "a" }, { age: 1 }]) }', 'broken', ['FIELD_REMOVED_FROM_INPUT_OBJECT']],
      ['query ($f: Filter) { find(by: $f) }', 'broken', ['FIELD_REMOVED_FROM_INPUT_OBJECT']],
      ['query ($f: [Filter!]!) { find(all: $f) }', 'broken', ['FIELD_REMOVED_FROM_INPUT_OBJECT']],
      ['{ find(by: { text: "a" }) }', 'safe'],
      ['query ($t: String) { find(by: { text: $t }) }', 'safe'],
      ['{ find(by: {}) }', 'broken', ['FIELD_REMOVED_FROM_INPUT_OBJECT']],
      ['{ other }', 'safe'],
    ],
  },
  {
    kind: 'input field removed from a type below',
    before: nested('from: Int to: Int next: Range'),
    after: nested('from: Int next: Range'),
    changes: [['FIELD_REMOVED_FROM_INPUT_OBJECT', 'Range.to', 'breaking']],
    operations: [
      ['query ($f: Filter) { find(by: $f) }', 'broken', ['FIELD_REMOVED_FROM_INPUT_OBJECT']],
      ['query ($r: Range) { find(by: { range: $r }) }', 'broken', ['FIELD_REMOVED_FROM_INPUT_OBJECT']],
      ['{ find(by: { range: { next: { to: 1 } } }) }', 'broken', ['FIELD_REMOVED_FROM_INPUT_OBJECT']],
      ['{ find(by: { range: { next: { from: 1 } } }) }', 'safe'],
    ],
  },
  {
    kind: 'optional input field added',
    before: search('text: String'),
    after: search('text: String age: Int exact: Boolean! = false'),
    changes: [
      ['OPTIONAL_FIELD_ADDED_TO_INPUT_OBJECT', 'Filter.age', 'safe'],
      ['OPTIONAL_FIELD_ADDED_TO_INPUT_OBJECT', 'Filter.exact', 'safe'],
    ],
    operations: [['query ($f: Filter) { a: find(by: $f) b: find(by: { text: "" }) }', 'safe']],
  },
  {
    kind: 'required input field added',
    before: search('text: String'),
    after: search('text: String age: Int!'),
    changes: [['REQUIRED_FIELD_ADDED_TO_INPUT_OBJECT', 'Filter.age', 'breaking']],
    operations: [
      ['{ find(by: { text: "a" }) }', 'broken', ['REQUIRED_FIELD_ADDED_TO_INPUT_OBJECT']],
      ['query ($f: Filter) { find(by: $f) }', 'broken', ['REQUIRED_FIELD_ADDED_TO_INPUT_OBJECT']],
      ['{ find(by: null) }', 'safe'],
      ['{ find }', 'safe'],
    ],
  },
  {
    kind: 'required input field added beside another',
    before: search('text: String!'),
    after: search('text: String! age: Int!'),
    changes: [['REQUIRED_FIELD_ADDED_TO_INPUT_OBJECT', 'Filter.age', 'breaking']],
    // The blanked literal lacks a required field before and after; that it lacks one more breaks it all the same.
    operations: [['{ find(by: {}) }', 'broken', ['REQUIRED_FIELD_ADDED_TO_INPUT_OBJECT']]],
  },
  {
    kind: 'input field of another type',
    before: search('text: String age: Int'),
    after: search('text: String age: String'),
    changes: [['FIELD_ON_INPUT_OBJECT_CHANGED_TYPE', 'Filter.age', 'breaking']],
    operations: [
      ['{ find(by: { age: 1 }) }', 'broken', ['FIELD_ON_INPUT_OBJECT_CHANGED_TYPE']],
      ['query ($f: Filter) { find(by: $f) }', 'broken', ['FIELD_ON_INPUT_OBJECT_CHANGED_TYPE']],
      ['query ($n: Int) { find(by: { age: $n }) }', 'broken', ['FIELD_ON_INPUT_OBJECT_CHANGED_TYPE']],
      ['{ find(by: { text: "a" }) }', 'safe'],
    ],
  },
  {
    kind: 'input field becomes required',
    before: search('text: String age: Int'),
    after: search('text: String age: Int!'),
    changes: [['FIELD_ON_INPUT_OBJECT_CHANGED_TYPE', 'Filter.age', 'breaking']],
    operations: [
      ['{ find(by: { age: 1 }) }', 'safe'],
      ['{ find(by: { age: null }) }', 'broken', ['FIELD_ON_INPUT_OBJECT_CHANGED_TYPE']],
      ['{ find(by: { text: "a" }) }', 'broken', ['FIELD_ON_INPUT_OBJECT_CHANGED_TYPE']],
      ['query ($f: Filter) { find(by: $f) }', 'broken', ['FIELD_ON_INPUT_OBJECT_CHANGED_TYPE']],
      ['query ($n: Int!) { find(by: { age: $n }) }', 'safe'],
    ],
  },
  {
    kind: 'input field no longer required',
    before: search('text: String age: [Int!]!'),
    after: search('text: String age: [Int]'),
    changes: [['FIELD_ON_INPUT_OBJECT_CHANGED_TYPE', 'Filter.age', 'safe']],
    operations: [['query ($f: Filter) { find(by: $f) }', 'safe']],
  },
  {
    kind: 'default of an input field changed',
    before: search('text: String age: Int = 1'),
    after: search('text: String age: Int = 2'),
    changes: [['INPUT_OBJECT_FIELD_DEFAULT_VALUE_CHANGE', 'Filter.age', 'dangerous']],
    operations: [
      ['{ find(by: { text: "a" }) }', 'warned', ['INPUT_OBJECT_FIELD_DEFAULT_VALUE_CHANGE']],
      ['{ find(by: { age: 1 }) }', 'safe'],
      ['query ($n: Int) { find(by: { age: $n }) }', 'warned', ['INPUT_OBJECT_FIELD_DEFAULT_VALUE_CHANGE']],
      ['query ($f: Filter) { find(by: $f) }', 'warned', ['INPUT_OBJECT_FIELD_DEFAULT_VALUE_CHANGE']],
      ['{ find }', 'safe'],
    ],
  },
  {
    kind: 'default of an input field added',
    before: search('text: String age: Int'),
    after: search('text: String age: Int = 2'),
    changes: [['INPUT_OBJECT_FIELD_DEFAULT_VALUE_ADDED', 'Filter.age', 'dangerous']],
    operations: [['{ find(by: { text: "a" }) }', 'warned', ['INPUT_OBJECT_FIELD_DEFAULT_VALUE_ADDED']]],
  },
  {
    kind: 'default of an input field removed',
    before: search('text: String age: Int = 2'),
    after: search('text: String age: Int'),
    changes: [['INPUT_OBJECT_FIELD_DEFAULT_VALUE_REMOVED', 'Filter.age', 'dangerous']],
    operations: [['{ find(by: { text: "a" }) }', 'warned', ['INPUT_OBJECT_FIELD_DEFAULT_VALUE_REMOVED']]],
  },
  {
    kind: 'default of a non-null input field removed',
    before: search('text: String age: Int! = 2'),
    after: search('text: String age: Int!'),
    changes: [['INPUT_OBJECT_FIELD_DEFAULT_VALUE_REMOVED', 'Filter.age', 'breaking']],
    operations: [
      ['{ find(by: { text: "a" }) }', 'broken', ['INPUT_OBJECT_FIELD_DEFAULT_VALUE_REMOVED']],
      ['query ($f: Filter) { find(by: $f) }', 'broken', ['INPUT_OBJECT_FIELD_DEFAULT_VALUE_REMOVED']],
      ['{ find(by: { age: 1 }) }', 'safe'],
    ],
  },
  {
    kind: 'input field deprecated, undeprecated, with another reason, described',
    before: search('a: Int b: Int @deprecated c: Int @deprecated(reason: "Old.") d: Int'),
    after: search('a: Int @deprecated b: Int c: Int @deprecated(reason: "Older.") "How many." d: Int'),
    changes: [
      ['FIELD_DEPRECATED', 'Filter.a', 'safe'],
      ['FIELD_DEPRECATION_REMOVED', 'Filter.b', 'safe'],
      ['FIELD_DEPRECATED_REASON_CHANGE', 'Filter.c', 'safe'],
      ['FIELD_DESCRIPTION_CHANGE', 'Filter.d', 'safe'],
    ],
    operations: [['query ($f: Filter) { find(by: $f) }', 'safe']],
  },
  {
    kind: 'input object becomes OneOf',
    before: 'type Query { find(by: Key): Int } input Key { id: ID name: String }',
    after: 'type Query { find(by: Key): Int } input Key @oneOf { id: ID name: String }',
    changes: [['TYPE_CHANGED_KIND', 'Key', 'breaking']],
    operations: [
      ['query ($k: Key) { find(by: $k) }', 'broken', ['TYPE_CHANGED_KIND']],
      ['{ find(by: { id: "a", name: "b" }) }', 'broken'],
      ['{ find(by: { id: "a" }) }', 'safe'],
    ],
  },
  {
    kind: 'input object no longer OneOf',
    before: 'type Query { find(by: Key): Int } input Key @oneOf { id: ID name: String }',
    after: 'type Query { find(by: Key): Int } input Key { id: ID name: String }',
    changes: [['TYPE_CHANGED_KIND', 'Key', 'safe']],
    operations: [['query ($k: Key) { find(by: $k) }', 'safe']],
  },
];
