import type { ChangeCase } from './case.ts';

/** Whole types, root types and directives. */
export const typeCases: readonly ChangeCase[] = [
  {
    kind: 'type added',
    before: 'type Query { a: Int }',
    after: 'type Query { a: Int } type User { id: ID }',
    changes: [['TYPE_ADDED', 'User', 'safe']],
  },
  {
    kind: 'type removed with its field',
    before: 'type Query { a: Int user: User } type User { id: ID }',
    after: 'type Query { a: Int }',
    changes: [
      ['TYPE_REMOVED', 'User', 'breaking'],
      ['FIELD_REMOVED', 'Query.user', 'breaking'],
    ],
    operations: [
      ['{ user { id } }', 'broken', ['TYPE_REMOVED', 'FIELD_REMOVED']],
      ['{ a }', 'safe'],
    ],
  },
  {
    kind: 'type removed from a union and altogether',
    before: 'type Query { pet: Pet } union Pet = Cat | Dog type Cat { n: Int } type Dog { n: Int }',
    after: 'type Query { pet: Pet } union Pet = Cat type Cat { n: Int }',
    changes: [
      ['TYPE_REMOVED', 'Dog', 'breaking'],
      ['TYPE_REMOVED_FROM_UNION', 'Pet', 'breaking'],
    ],
    operations: [
      ['{ pet { ... on Cat { n } } }', 'safe'],
      ['{ pet { ... on Dog { n } } }', 'broken'],
    ],
  },
  {
    kind: 'built-in scalar no longer used by any field',
    before: 'type Query { a: Int } directive @tag(n: Float) on OBJECT',
    after: 'type Query { a: Int } directive @tag(n: Float) on OBJECT type T { f: Float }',
    changes: [['TYPE_ADDED', 'T', 'safe']],
  },
  {
    kind: 'object to interface',
    before: 'type Query { user: User a: Int } type User { id: ID }',
    after: 'type Query { user: User a: Int } interface User { id: ID } type Member implements User { id: ID }',
    changes: [
      ['TYPE_ADDED', 'Member', 'safe'],
      ['TYPE_CHANGED_KIND', 'User', 'breaking'],
    ],
    operations: [
      ['{ user { id } }', 'broken', ['TYPE_CHANGED_KIND']],
      ['{ a }', 'safe'],
    ],
  },
  {
    kind: 'enum to scalar',
    before: 'type Query { a(k: Kind): Kind b: Int } enum Kind { A }',
    after: 'type Query { a(k: Kind): Kind b: Int } scalar Kind',
    changes: [['TYPE_CHANGED_KIND', 'Kind', 'breaking']],
    operations: [
      ['{ a }', 'broken', ['TYPE_CHANGED_KIND']],
      ['query ($k: Kind) { a(k: $k) }', 'broken', ['TYPE_CHANGED_KIND']],
      ['{ b }', 'safe'],
    ],
  },
  {
    kind: 'descriptions of types, of a directive and of the schema',
    before: 'type Query { a: Int } scalar Date directive @fast on FIELD',
    after:
      '"All." schema { query: Query } "Root." type Query { a: Int } "Day." scalar Date "Hurry." directive @fast on FIELD',
    changes: [
      ['TYPE_DESCRIPTION_CHANGE', 'Query', 'safe'],
      ['TYPE_DESCRIPTION_CHANGE', 'Date', 'safe'],
      ['TYPE_DESCRIPTION_CHANGE', '@fast', 'safe'],
      ['TYPE_DESCRIPTION_CHANGE', 'schema', 'safe'],
    ],
    operations: [['{ a @fast }', 'safe']],
  },
  {
    kind: 'scalar of another specification',
    before: 'type Query { at: Date b: Int } scalar Date @specifiedBy(url: "https://a.example")',
    after: 'type Query { at: Date b: Int } scalar Date @specifiedBy(url: "https://b.example")',
    changes: [['TYPE_DESCRIPTION_CHANGE', 'Date', 'dangerous']],
    operations: [
      ['{ at }', 'warned', ['TYPE_DESCRIPTION_CHANGE']],
      ['{ b }', 'safe'],
    ],
  },
  {
    kind: 'root type removed and added',
    before: 'type Query { a: Int } type Mutation { b: Int }',
    after: 'type Query { a: Int } type Subscription { c: Int }',
    changes: [
      ['TYPE_REMOVED', 'Mutation', 'breaking'],
      ['TYPE_ADDED', 'Subscription', 'safe'],
    ],
    operations: [
      ['mutation { b }', 'broken', ['TYPE_REMOVED']],
      ['{ a }', 'safe'],
    ],
  },
  {
    kind: 'root type removed and given, the types staying',
    before:
      'schema { query: Query mutation: Writes } type Query { a: Int } type Writes { b: Int } type Events { c: Int }',
    after:
      'schema { query: Query subscription: Events } type Query { a: Int } type Writes { b: Int } type Events { c: Int }',
    changes: [
      ['TYPE_REMOVED', 'Writes', 'breaking'],
      ['TYPE_ADDED', 'Events', 'safe'],
    ],
    operations: [['mutation { b }', 'broken', ['TYPE_REMOVED']]],
  },
  {
    kind: 'another root type',
    before: 'schema { query: Old } type Old { a: Int } type New { a: Int }',
    after: 'schema { query: New } type Old { a: Int } type New { a: Int }',
    changes: [['TYPE_CHANGED_KIND', 'Old', 'breaking']],
    operations: [['{ a }', 'broken', ['TYPE_CHANGED_KIND']]],
  },
  {
    kind: 'directive removed',
    before: 'type Query { a: Int } directive @fast on FIELD directive @key on OBJECT',
    after: 'type Query { a: Int }',
    changes: [
      ['DIRECTIVE_REMOVED', '@fast', 'breaking'],
      ['DIRECTIVE_REMOVED', '@key', 'safe'],
    ],
    operations: [
      ['{ a @fast }', 'broken', ['DIRECTIVE_REMOVED']],
      ['query ($b: Boolean!) { a @skip(if: $b) }', 'safe'],
    ],
  },
  {
    kind: 'directive added',
    before: 'type Query { a: Int }',
    after: 'type Query { a: Int } directive @fast on FIELD',
    changes: [['DIRECTIVE_ADDED', '@fast', 'safe']],
  },
  {
    kind: 'arguments of a directive',
    before: 'type Query { a: Int } directive @f(gone: Int kept: Int other: Int = 1) on FIELD directive @g on FIELD',
    after:
      'type Query { a: Int } directive @f(kept: String other: Int = 2 new: Int) on FIELD directive @g(now: Int!) on FIELD',
    changes: [
      ['DIRECTIVE_ARG_REMOVED', '@f(gone:)', 'breaking'],
      ['OPTIONAL_ARG_ADDED', '@f(new:)', 'safe'],
      ['ARG_CHANGED_TYPE', '@f(kept:)', 'breaking'],
      ['ARG_DEFAULT_VALUE_CHANGE', '@f(other:)', 'dangerous'],
      ['REQUIRED_DIRECTIVE_ARG_ADDED', '@g(now:)', 'breaking'],
    ],
    operations: [
      ['{ a @f(gone: 1, other: 1) }', 'broken', ['DIRECTIVE_ARG_REMOVED']],
      ['{ a @f(kept: 1, other: 1) }', 'broken', ['ARG_CHANGED_TYPE']],
      ['{ a @f }', 'warned', ['ARG_DEFAULT_VALUE_CHANGE']],
      ['{ a @g }', 'broken', ['REQUIRED_DIRECTIVE_ARG_ADDED']],
      ['{ a }', 'safe'],
    ],
  },
  {
    kind: 'locations of a directive',
    before: 'type Query { a: Int } directive @fast on FIELD | QUERY | OBJECT',
    after: 'type Query { a: Int } directive @fast on FIELD | MUTATION',
    changes: [
      ['DIRECTIVE_LOCATION_REMOVED', '@fast', 'breaking'],
      ['DIRECTIVE_LOCATION_REMOVED', '@fast', 'safe'],
      ['DIRECTIVE_LOCATION_ADDED', '@fast', 'safe'],
    ],
    operations: [
      ['query @fast { a }', 'broken'],
      ['{ a @fast }', 'safe'],
    ],
  },
  {
    kind: 'directive no longer repeatable, and now repeatable',
    before: 'type Query { a: Int } directive @f repeatable on FIELD directive @g on FIELD',
    after: 'type Query { a: Int } directive @f on FIELD directive @g repeatable on FIELD',
    changes: [
      ['DIRECTIVE_REPEATABLE_REMOVED', '@f', 'breaking'],
      ['DIRECTIVE_REPEATABLE_ADDED', '@g', 'safe'],
    ],
    operations: [
      ['{ a @f @f }', 'broken', ['DIRECTIVE_REPEATABLE_REMOVED']],
      ['{ a @f @g }', 'safe'],
    ],
  },
];
