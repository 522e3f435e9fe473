import type { ChangeCase } from './case.ts';

const posts = (args: string): string => `type Query { posts${args && `(${args})`}: Int other: Int }`;

export const argumentCases: readonly ChangeCase[] = [
  {
    kind: 'optional argument added',
    before: posts(''),
    after: posts('first: Int'),
    changes: [['OPTIONAL_ARG_ADDED', 'Query.posts(first:)', 'safe']],
    operations: [['{ posts }', 'safe']],
  },
  {
    kind: 'non-null argument with a default added',
    before: posts(''),
    after: posts('first: Int! = 20'),
    changes: [['OPTIONAL_ARG_ADDED', 'Query.posts(first:)', 'safe']],
    operations: [['{ posts }', 'safe']],
  },
  {
    kind: 'required argument added',
    before: posts(''),
    after: posts('first: Int!'),
    changes: [['REQUIRED_ARG_ADDED', 'Query.posts(first:)', 'breaking']],
    operations: [
      ['{ posts }', 'broken', ['REQUIRED_ARG_ADDED']],
      ['{ other }', 'safe'],
    ],
  },
  {
    kind: 'argument removed',
    before: posts('first: Int'),
    after: posts(''),
    changes: [['ARG_REMOVED', 'Query.posts(first:)', 'breaking']],
    operations: [
      ['{ posts(first: 1) }', 'broken', ['ARG_REMOVED']],
      ['query ($n: Int) { p: posts(first: 1) q: posts(first: $n) }', 'broken', ['ARG_REMOVED']],
      ['{ posts }', 'safe'],
    ],
  },
  {
    kind: 'argument of another type',
    before: posts('first: Int'),
    after: posts('first: String'),
    changes: [['ARG_CHANGED_TYPE', 'Query.posts(first:)', 'breaking']],
    operations: [
      ['{ posts(first: 1) }', 'broken', ['ARG_CHANGED_TYPE']],
      ['query ($n: Int!) { posts(first: $n) }', 'broken', ['ARG_CHANGED_TYPE']],
      ['{ posts }', 'safe'],
    ],
  },
  {
    kind: 'argument of a scalar that accepts any literal',
    before: `${posts('first: Int')} scalar Count`,
    after: `${posts('first: Count')} scalar Count`,
    changes: [['ARG_CHANGED_TYPE', 'Query.posts(first:)', 'breaking']],
    operations: [['{ posts(first: 1) }', 'broken', ['ARG_CHANGED_TYPE']]],
  },
  {
    kind: 'argument becomes required',
    before: posts('first: Int'),
    after: posts('first: Int!'),
    changes: [['ARG_CHANGED_TYPE_OPTIONAL_TO_REQUIRED', 'Query.posts(first:)', 'breaking']],
    operations: [
      ['{ posts }', 'broken', ['ARG_CHANGED_TYPE_OPTIONAL_TO_REQUIRED']],
      ['{ posts(first: null) }', 'broken', ['ARG_CHANGED_TYPE_OPTIONAL_TO_REQUIRED']],
      ['query ($n: Int) { posts(first: $n) }', 'broken', ['ARG_CHANGED_TYPE_OPTIONAL_TO_REQUIRED']],
      // Validation lets it pass, but null is a legal value of the variable and none of the argument.
      ['query ($n: Int = 1) { posts(first: $n) }', 'broken', ['ARG_CHANGED_TYPE_OPTIONAL_TO_REQUIRED']],
      ['query ($n: Int!) { posts(first: $n) }', 'safe'],
      ['{ posts(first: 1) }', 'safe'],
      ['{ a: posts(first: 1) b: posts }', 'broken', ['ARG_CHANGED_TYPE_OPTIONAL_TO_REQUIRED']],
    ],
  },
  {
    kind: 'argument becomes non-null with a default',
    before: posts('first: Int'),
    after: posts('first: Int! = 20'),
    changes: [
      ['ARG_CHANGED_TYPE', 'Query.posts(first:)', 'breaking'],
      ['ARG_DEFAULT_VALUE_CHANGE', 'Query.posts(first:)', 'dangerous'],
    ],
    operations: [
      ['{ posts }', 'warned', ['ARG_DEFAULT_VALUE_CHANGE']],
      ['{ posts(first: null) }', 'broken', ['ARG_CHANGED_TYPE']],
      ['{ posts(first: 1) }', 'safe'],
    ],
  },
  {
    kind: 'argument no longer required',
    before: posts('first: Int!'),
    after: posts('first: Int'),
    changes: [['ARG_CHANGED_TYPE', 'Query.posts(first:)', 'safe']],
    operations: [['query ($n: Int!) { posts(first: $n) }', 'safe']],
  },
  {
    kind: 'items of a list argument become non-null',
    before: posts('ids: [ID]'),
    after: posts('ids: [ID!]'),
    changes: [['ARG_CHANGED_TYPE', 'Query.posts(ids:)', 'breaking']],
    operations: [
      ['{ posts(ids: ["a"]) }', 'safe'],
      ['{ posts(ids: ["a", null]) }', 'broken', ['ARG_CHANGED_TYPE']],
      ['query ($a: ID!) { posts(ids: [$a]) }', 'safe'],
      ['query ($a: ID = "a") { posts(ids: [$a]) }', 'broken', ['ARG_CHANGED_TYPE']],
      ['query ($ids: [ID]) { posts(ids: $ids) }', 'broken', ['ARG_CHANGED_TYPE']],
      ['{ posts(ids: []) }', 'broken', ['ARG_CHANGED_TYPE']],
    ],
  },
  {
    kind: 'default of an argument changed',
    before: posts('first: Int = 10'),
    after: posts('first: Int = 20'),
    changes: [['ARG_DEFAULT_VALUE_CHANGE', 'Query.posts(first:)', 'dangerous']],
    operations: [
      ['{ posts }', 'warned', ['ARG_DEFAULT_VALUE_CHANGE']],
      ['{ posts(first: 10) }', 'safe'],
      ['query ($n: Int) { posts(first: $n) }', 'warned', ['ARG_DEFAULT_VALUE_CHANGE']],
      ['query ($n: Int = 5) { posts(first: $n) }', 'safe'],
      ['query ($n: Int!) { posts(first: $n) }', 'safe'],
    ],
  },
  {
    kind: 'default of an argument behind an interface changed',
    before:
      'type Query { node: Node } interface Node { n: Int } type A implements Node { n(k: Int = 1): Int } type B { n: Int }',
    after:
      'type Query { node: Node } interface Node { n: Int } type A implements Node { n(k: Int = 2): Int } type B { n: Int }',
    changes: [['ARG_DEFAULT_VALUE_CHANGE', 'A.n(k:)', 'dangerous']],
    operations: [['{ node { n } }', 'warned', ['ARG_DEFAULT_VALUE_CHANGE']]],
  },
  {
    kind: 'default of an argument added',
    before: posts('first: Int'),
    after: posts('first: Int = 20'),
    changes: [['ARG_DEFAULT_VALUE_CHANGE', 'Query.posts(first:)', 'dangerous']],
    operations: [['{ posts }', 'warned', ['ARG_DEFAULT_VALUE_CHANGE']]],
  },
  {
    kind: 'default of a required argument added',
    before: posts('first: Int!'),
    after: posts('first: Int! = 20'),
    changes: [['ARG_DEFAULT_VALUE_CHANGE', 'Query.posts(first:)', 'safe']],
    operations: [['{ posts(first: 1) }', 'safe']],
  },
  {
    kind: 'default of an argument removed',
    before: posts('first: Int = 20'),
    after: posts('first: Int'),
    changes: [['ARG_DEFAULT_VALUE_CHANGE', 'Query.posts(first:)', 'dangerous']],
    operations: [['{ posts }', 'warned', ['ARG_DEFAULT_VALUE_CHANGE']]],
  },
  {
    kind: 'default of a non-null argument removed',
    before: posts('first: Int! = 20'),
    after: posts('first: Int!'),
    changes: [['ARG_CHANGED_TYPE_OPTIONAL_TO_REQUIRED', 'Query.posts(first:)', 'breaking']],
    operations: [
      ['{ posts }', 'broken', ['ARG_CHANGED_TYPE_OPTIONAL_TO_REQUIRED']],
      ['{ posts(first: 1) }', 'safe'],
    ],
  },
  {
    kind: 'default of a non-null argument removed behind an interface that keeps it',
    before: `type Query { node: Node } interface Node { n(k: Int! = 1): Int } type A implements Node { n(k: Int! = 1): Int }`,
    after: `type Query { node: Node } interface Node { n(k: Int! = 1): Int } type A implements Node { n(k: Int!): Int }`,
    changes: [['ARG_CHANGED_TYPE_OPTIONAL_TO_REQUIRED', 'A.n(k:)', 'breaking']],
    operations: [
      // It is valid, and fails in execution.
      ['{ node { n } }', 'broken', ['ARG_CHANGED_TYPE_OPTIONAL_TO_REQUIRED']],
      ['{ node { n(k: 1) } }', 'safe'],
    ],
  },
  {
    kind: 'argument of another type becomes required',
    before: posts('first: Int'),
    after: posts('first: ID!'),
    changes: [['ARG_CHANGED_TYPE_OPTIONAL_TO_REQUIRED', 'Query.posts(first:)', 'breaking']],
    operations: [
      ['{ posts }', 'broken', ['ARG_CHANGED_TYPE_OPTIONAL_TO_REQUIRED']],
      ['{ posts(first: 1) }', 'broken', ['ARG_CHANGED_TYPE_OPTIONAL_TO_REQUIRED']],
    ],
  },
  {
    kind: 'default written in another order',
    before: `${posts('by: Order = { field: AGE, down: true }')} input Order { field: Field down: Boolean } enum Field { AGE }`,
    after: `${posts('by: Order = { down: true, field: AGE }')} input Order { field: Field down: Boolean } enum Field { AGE }`,
    changes: [],
  },
  {
    kind: 'argument deprecated, undeprecated, with another reason, described',
    before: posts('a: Int b: Int @deprecated c: Int @deprecated(reason: "Old.") d: Int'),
    after: posts('a: Int @deprecated b: Int c: Int @deprecated(reason: "Older.") "How many." d: Int'),
    changes: [
      ['FIELD_DEPRECATED', 'Query.posts(a:)', 'safe'],
      ['FIELD_DEPRECATION_REMOVED', 'Query.posts(b:)', 'safe'],
      ['FIELD_DEPRECATED_REASON_CHANGE', 'Query.posts(c:)', 'safe'],
      ['ARG_DESCRIPTION_CHANGE', 'Query.posts(d:)', 'safe'],
    ],
    operations: [['{ posts(a: 1, b: 2, c: 3, d: 4) }', 'safe']],
  },
];
