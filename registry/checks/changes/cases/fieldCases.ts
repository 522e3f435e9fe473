import type { ChangeCase } from './case.ts';

const query = (user: string): string => `type Query { user: User users: [User] } type User { ${user} }`;

export const fieldCases: readonly ChangeCase[] = [
  {
    kind: 'nothing',
    before: query('id: ID!'),
    after: query('id: ID!'),
    changes: [],
    operations: [['{ user { id } }', 'safe']],
  },
  {
    kind: 'field removed',
    before: query('id: ID! name: String'),
    after: query('id: ID!'),
    changes: [['FIELD_REMOVED', 'User.name', 'breaking']],
    operations: [
      ['{ user { name } }', 'broken', ['FIELD_REMOVED']],
      ['{ users { title: name } }', 'broken', ['FIELD_REMOVED']],
      ['{ user { ...F } } fragment F on User { name }', 'broken', ['FIELD_REMOVED']],
      ['query A { user { id } } query B { user { ... { name } } }', 'broken', ['FIELD_REMOVED']],
      ['{ user { id __typename } }', 'safe'],
      ['{ __schema { types { name } } __type(name: "User") { name } }', 'safe'],
    ],
  },
  {
    kind: 'field added',
    before: query('id: ID!'),
    after: query('id: ID! name: String'),
    changes: [['FIELD_ADDED', 'User.name', 'safe']],
    operations: [
      ['{ user { id } }', 'safe'],
      ['{ user { name } }', 'ignored'],
      ['{ user { id }', 'ignored'],
      ['type Query { a: Int }', 'ignored'],
    ],
  },
  {
    kind: 'field of another leaf type',
    before: query('id: ID! age: Int'),
    after: query('id: ID! age: Float'),
    changes: [['FIELD_CHANGED_TYPE', 'User.age', 'breaking']],
    operations: [
      ['{ user { age } }', 'broken', ['FIELD_CHANGED_TYPE']],
      ['{ user { id } }', 'safe'],
    ],
  },
  {
    kind: 'field from leaf to object',
    before: `${query('id: ID! name: String')} type Name { text: String }`,
    after: `${query('id: ID! name: Name')} type Name { text: String }`,
    changes: [['FIELD_CHANGED_TYPE', 'User.name', 'breaking']],
    operations: [['{ user { name } }', 'broken', ['FIELD_CHANGED_TYPE']]],
  },
  {
    kind: 'field from one value to a list',
    before: query('id: ID! name: String'),
    after: query('id: ID! name: [String]'),
    changes: [['FIELD_CHANGED_TYPE', 'User.name', 'breaking']],
    operations: [['{ user { name } }', 'broken', ['FIELD_CHANGED_TYPE']]],
  },
  {
    kind: 'field nullable to non-null',
    before: query('id: ID! tags: [String]'),
    after: query('id: ID! tags: [String!]!'),
    changes: [['FIELD_CHANGED_TYPE', 'User.tags', 'safe']],
    operations: [['{ user { tags } }', 'safe']],
  },
  {
    kind: 'field nullable to non-null, merged with a nullable one',
    before: 'type Query { pet: Pet } union Pet = Cat | Dog type Cat { n: Int } type Dog { n: Int }',
    after: 'type Query { pet: Pet } union Pet = Cat | Dog type Cat { n: Int } type Dog { n: Int! }',
    changes: [['FIELD_CHANGED_TYPE', 'Dog.n', 'safe']],
    operations: [
      ['{ pet { ... on Cat { n } ... on Dog { n } } }', 'broken', ['FIELD_CHANGED_TYPE']],
      ['{ pet { ... on Cat { n } ... on Dog { m: n } } }', 'safe'],
    ],
  },
  {
    kind: 'field non-null to nullable',
    before: query('id: ID!'),
    after: query('id: ID'),
    changes: [['FIELD_CHANGED_TYPE', 'User.id', 'breaking']],
    operations: [
      ['{ user { id } }', 'broken', ['FIELD_CHANGED_TYPE']],
      ['{ user { __typename } }', 'safe'],
    ],
  },
  {
    kind: 'field of lists whose items become nullable',
    before: query('id: ID! tags: [[String!]!]!'),
    after: query('id: ID! tags: [[String]!]!'),
    changes: [['FIELD_CHANGED_TYPE', 'User.tags', 'breaking']],
    operations: [['{ user { tags } }', 'broken', ['FIELD_CHANGED_TYPE']]],
  },
  {
    kind: 'field of an object type becomes nullable behind a nullable field of its interface',
    before: 'type Query { node: Node } interface Node { id: ID } type User implements Node { id: ID! }',
    after: 'type Query { node: Node } interface Node { id: ID } type User implements Node { id: ID }',
    changes: [['FIELD_CHANGED_TYPE', 'User.id', 'breaking']],
    operations: [
      ['{ node { id } }', 'broken', ['FIELD_CHANGED_TYPE']],
      ['{ node { __typename } }', 'safe'],
    ],
  },
  {
    kind: 'field deprecated',
    before: query('id: ID!'),
    after: query('id: ID! @deprecated(reason: "Use key.")'),
    changes: [['FIELD_DEPRECATED', 'User.id', 'safe']],
    operations: [['{ user { id } }', 'safe']],
  },
  {
    kind: 'field no longer deprecated',
    before: query('id: ID! @deprecated'),
    after: query('id: ID!'),
    changes: [['FIELD_DEPRECATION_REMOVED', 'User.id', 'safe']],
  },
  {
    kind: 'field deprecated for another reason',
    before: query('id: ID! @deprecated(reason: "Use key.")'),
    after: query('id: ID! @deprecated(reason: "Use handle.")'),
    changes: [['FIELD_DEPRECATED_REASON_CHANGE', 'User.id', 'safe']],
  },
  {
    kind: 'description of a field',
    before: query('"The key." id: ID!'),
    after: query('"The identity." id: ID!'),
    changes: [['FIELD_DESCRIPTION_CHANGE', 'User.id', 'safe']],
    operations: [['{ user { id } }', 'safe']],
  },
];
