import { answered, either, refused } from './outcome.ts';
import type { Row } from './row.ts';

const repeated = (count: number, text: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => text(at)).join(' ');
const nested = (depth: number, open: string, inside: string) =>
  `${`${open} { `.repeat(depth)}${inside}${' }'.repeat(depth)}`;
/** Fragments of which each uses the next one twice. */
const doubling = (count: number, link: (next: string) => string) =>
  `{ me { ...f0 } } ${repeated(count, (at) => `fragment f${at} on Person { ${link(`f${at + 1}`)} }`)} fragment f${count} on Person { id }`;

const tooCostly = refused('OPERATION_TOO_COSTLY');
const me = { query: '{ me { id } }' };
const mine = answered('{"me":{"id":"1"}}');
const shared = (count: number) => ({ query: `{ me { ${repeated(count, (at) => `i${at}: info { x y }`)} } }` });
const sharedData = (count: number) =>
  `{"me":{${Array.from({ length: count }, (_, at) => `"i${at}":{"x":1,"y":2}`).join(',')}}}`;

/** Friends of friends, each step of which takes two subgraphs. */
const chain = (length: number): string =>
  length === 0 ? 'id' : `friends { name posts { title } info { x } ${chain(length - 1)} }`;
const chainData = (length: number): string =>
  length === 0
    ? '"id":"1"'
    : `"friends":[{"name":"Ada","posts":[{"title":"On engines"},{"title":"On numbers"}],"info":{"x":1},${chainData(length - 1)}}]`;

/** Operations that cost more to plan than to write. */
export const sizeRows: Row[] = [
  [
    'fields that several subgraphs have, many times: https://github.com/advisories/GHSA-fmj9-77q8-g6c4 (CVE-2024-43414)',
    shared(1_000),
    either(tooCostly, answered(sharedData(1_000))),
    shared(2),
    answered(sharedData(2)),
  ],
  [
    'an operation that is nested 300 deep',
    { query: `{ me { ${nested(300, 'info', 'x')} } }` },
    tooCostly,
    { query: `{ me { ${nested(3, 'info', 'x')} } }` },
    answered('{"me":{"info":{"info":{"info":{"x":1}}}}}'),
  ],
  ...[600, 1_200, 2_400, 4_800].map(
    (depth): Row => [
      `an operation that is nested ${depth} deep`,
      { query: `{ me { ${nested(depth, 'info', 'x')} } }` },
      refused('OPERATION_TOO_COSTLY', 'GRAPHQL_PARSE_FAILED'),
      me,
      mine,
    ],
  ),
  [
    'lists in a literal that are nested 6,000 deep',
    { query: `{ keep(value: ${'['.repeat(6_000)}${']'.repeat(6_000)}) }` },
    refused('OPERATION_TOO_COSTLY', 'GRAPHQL_PARSE_FAILED'),
    { query: '{ keep(value: [[]]) }' },
    answered('{"keep":[[]]}'),
  ],
  [
    'an operation of more than 15,000 tokens',
    { query: `{ me { ${repeated(7_000, (at) => `a${at}: id`)} } }` },
    refused('GRAPHQL_PARSE_FAILED'),
    me,
    mine,
  ],
  [
    'fragments that double: https://github.com/advisories/GHSA-q2f9-x4p4-7xmh (CVE-2025-32030)',
    { query: doubling(30, (next) => `a: friends { ...${next} } b: friends { ...${next} }`) },
    tooCostly,
    { query: doubling(1, (next) => `a: friends { ...${next} } b: friends { ...${next} }`) },
    answered('{"me":{"a":[{"id":"1"}],"b":[{"id":"1"}]}}'),
  ],
  [
    'fragments that double and say the same',
    { query: doubling(30, (next) => `...${next} info { x } ... on Person { ...${next} }`) },
    tooCostly,
    { query: doubling(2, (next) => `...${next} info { x } ... on Person { ...${next} }`) },
    answered('{"me":{"id":"1","info":{"x":1}}}'),
  ],
  [
    'a fragment that contains itself',
    { query: '{ me { ...F } } fragment F on Person { info { x } ...F }' },
    refused('GRAPHQL_VALIDATION_FAILED'),
    { query: '{ me { ...F } } fragment F on Person { info { x } }' },
    answered('{"me":{"info":{"x":1}}}'),
  ],
  [
    'selections that no single subgraph has: https://github.com/advisories/GHSA-p2q6-pwh5-m6jr (CVE-2025-32031)',
    { query: `{ me { ${chain(60)} } }` },
    tooCostly,
    { query: `{ me { ${chain(2)} } }` },
    answered(`{"me":{${chainData(2)}}}`),
  ],
];
