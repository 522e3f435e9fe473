import type { ChangeCase } from './case.ts';

const enumOf = (values: string): string =>
  `type Query { kind: Kind find(kind: Kind, by: Filter): Int named: Named pet: Pet }
   interface Named { kind: Kind } type Cat implements Named { kind: Kind } type Eel { kinds: [Kind!]! } union Pet = Cat | Eel
   input Filter { kind: Kind text: String } enum Kind { ${values} }`;
const union = (members: string): string =>
  `type Query { pet: Pet cat: Cat named: Named } union Pet = ${members} interface Named { name: String }
   type Cat implements Named { name: String lives: Int } type Dog implements Named { name: String } type Eel { name: String }`;
const interfaces = (cat: string, more = ''): string =>
  `type Query { named: Named pet: Pet } union Pet = Cat | Dog interface Named { name: String } interface Being { age: Int }
   type Cat ${cat} { name: String age: Int } type Dog implements Named { name: String } ${more}`;

/** Enum values, the members of unions and the implementers of interfaces. */
export const memberCases: readonly ChangeCase[] = [
  {
    kind: 'enum value removed',
    before: enumOf('CAT DOG'),
    after: enumOf('CAT'),
    changes: [['VALUE_REMOVED_FROM_ENUM', 'Kind.DOG', 'breaking']],
    operations: [
      // Responses that could be read before come no more, whatever the field is asked of.
      ['{ kind }', 'broken', ['VALUE_REMOVED_FROM_ENUM']],
      ['{ named { kind } }', 'broken', ['VALUE_REMOVED_FROM_ENUM']],
      ['{ named { ... on Cat { kind } } }', 'broken', ['VALUE_REMOVED_FROM_ENUM']],
      ['{ pet { ... on Eel { kinds } } }', 'broken', ['VALUE_REMOVED_FROM_ENUM']],
      ['{ named { __typename } pet { __typename } }', 'safe'],
      ['{ find(kind: DOG) }', 'broken', ['VALUE_REMOVED_FROM_ENUM']],
      ['{ find(kind: CAT, by: { kind: CAT }) }', 'safe'],
      ['{ find(by: { kind: DOG }) }', 'broken', ['VALUE_REMOVED_FROM_ENUM']],
      ['query ($k: Kind) { find(kind: $k) }', 'broken', ['VALUE_REMOVED_FROM_ENUM']],
      ['query ($k: Kind = DOG) { find(kind: $k) }', 'broken', ['VALUE_REMOVED_FROM_ENUM']],
      ['query ($f: Filter!) { find(by: $f) }', 'broken', ['VALUE_REMOVED_FROM_ENUM']],
      ['query ($t: String) { find(by: { text: $t }) }', 'safe'],
      ['{ find(by: {}) }', 'broken', ['VALUE_REMOVED_FROM_ENUM']],
    ],
  },
  {
    kind: 'enum value added',
    before: enumOf('CAT'),
    after: enumOf('CAT DOG'),
    changes: [['VALUE_ADDED_TO_ENUM', 'Kind.DOG', 'dangerous']],
    operations: [
      ['{ kind }', 'warned', ['VALUE_ADDED_TO_ENUM']],
      ['query ($k: Kind) { find(kind: $k) }', 'safe'],
    ],
  },
  {
    kind: 'enum value deprecated, undeprecated, with another reason, described',
    before: enumOf('A B @deprecated C @deprecated(reason: "Old.") D'),
    after: enumOf('A @deprecated B C @deprecated(reason: "Older.") "The fourth." D'),
    changes: [
      ['ENUM_DEPRECATED', 'Kind.A', 'safe'],
      ['ENUM_DEPRECATION_REMOVED', 'Kind.B', 'safe'],
      ['ENUM_DEPRECATED_REASON_CHANGE', 'Kind.C', 'safe'],
      ['ENUM_VALUE_DESCRIPTION_CHANGE', 'Kind.D', 'safe'],
    ],
    operations: [['query ($k: Kind) { kind find(kind: $k) }', 'safe']],
  },
  {
    kind: 'union member removed',
    before: union('Cat | Dog'),
    after: union('Cat'),
    changes: [['TYPE_REMOVED_FROM_UNION', 'Pet', 'breaking']],
    operations: [
      ['{ pet { ... on Dog { name } } }', 'broken', ['TYPE_REMOVED_FROM_UNION']],
      ['{ pet { ...D } } fragment D on Dog { name }', 'broken', ['TYPE_REMOVED_FROM_UNION']],
      ['{ pet { ... on Cat { name } ... on Named { name } } }', 'safe'],
      ['{ pet { __typename } }', 'safe'],
      ['{ named { ... on Dog { name } } }', 'safe'],
      // A dog still comes as something named, but not as a pet any more.
      ['{ named { __typename ... on Pet { ... on Cat { lives } } } }', 'broken', ['TYPE_REMOVED_FROM_UNION']],
    ],
  },
  {
    kind: 'union member added',
    before: union('Cat'),
    after: union('Cat | Dog'),
    changes: [['TYPE_ADDED_TO_UNION', 'Pet', 'dangerous']],
    operations: [
      ['{ pet { ... on Cat { name } } }', 'warned', ['TYPE_ADDED_TO_UNION']],
      ['{ named { ... on Pet { __typename } } }', 'warned', ['TYPE_ADDED_TO_UNION']],
      ['{ cat { ... on Pet { __typename } } }', 'safe'],
      ['{ cat { name } }', 'safe'],
    ],
  },
  {
    kind: 'interface no longer implemented',
    before: interfaces('implements Named'),
    after: interfaces(''),
    changes: [['TYPE_REMOVED_FROM_INTERFACE', 'Named', 'breaking']],
    operations: [
      ['{ named { name } }', 'safe'],
      ['{ named { ... on Cat { age } } }', 'broken', ['TYPE_REMOVED_FROM_INTERFACE']],
      // A cat still comes, but without the name that the fragment had brought.
      ['{ pet { ... on Named { name } } }', 'broken', ['TYPE_REMOVED_FROM_INTERFACE']],
      ['{ pet { ... on Cat { name } } }', 'safe'],
    ],
  },
  {
    kind: 'interface implemented',
    before: interfaces(''),
    after: interfaces('implements Named'),
    changes: [['TYPE_ADDED_TO_INTERFACE', 'Named', 'dangerous']],
    operations: [
      ['{ named { name } }', 'warned', ['TYPE_ADDED_TO_INTERFACE']],
      ['{ pet { ... on Named { name } } }', 'warned', ['TYPE_ADDED_TO_INTERFACE']],
      ['{ pet { __typename } }', 'safe'],
    ],
  },
  {
    kind: 'interface implemented by a new type',
    before: interfaces('implements Named'),
    after: interfaces('implements Named', 'type Eel implements Named { name: String }'),
    changes: [
      ['TYPE_ADDED', 'Eel', 'safe'],
      ['TYPE_ADDED_TO_INTERFACE', 'Named', 'dangerous'],
    ],
    operations: [
      ['{ named { name } }', 'warned', ['TYPE_ADDED_TO_INTERFACE']],
      // An eel is no pet, so it cannot come here.
      ['{ pet { ... on Named { name } } }', 'safe'],
    ],
  },
  {
    kind: 'interface implemented by an interface, and no longer so',
    before: `type Query { a: A } interface A { x: Int } interface B { x: Int } interface C implements B { x: Int }
      type T implements A & B & C { x: Int }`,
    after: `type Query { a: A } interface A implements B { x: Int } interface B { x: Int } interface C { x: Int }
      type T implements A & B & C { x: Int }`,
    changes: [
      ['TYPE_REMOVED_FROM_INTERFACE', 'B', 'safe'],
      ['TYPE_ADDED_TO_INTERFACE', 'B', 'safe'],
    ],
    operations: [['{ a { x ... on B { x ... on C { x } } } }', 'safe']],
  },
];
