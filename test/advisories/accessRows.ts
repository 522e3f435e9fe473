import { answered, inPart } from './outcome.ts';
import type { Row } from './row.ts';

const secret = '{"node":{"secret":"s3cret"}}';
const unauthenticated = 'UNAUTHENTICATED';

/**
 * What needs a caller, by a directive with another name than its specification's, asked for on every way round:
 * https://github.com/advisories/GHSA-mx7m-j9xf-62hw, https://github.com/advisories/GHSA-m8jr-fxqx-8xx6
 */
export const accessRows = (token: string): Row[] => [
  [
    'a protected field through the interface',
    { query: '{ node { ... @include(if: true) { secret } id } }' },
    inPart('{"node":{"secret":null,"id":"1"}}', unauthenticated),
    { query: '{ node { secret } }', token },
    answered(secret),
  ],
  [
    'a protected field through the type',
    { query: '{ node { ... on Person { secret } id } me { id ... @include(if: true) { secret } } }' },
    inPart('{"node":{"secret":null,"id":"1"},"me":{"id":"1","secret":null}}', unauthenticated),
    { query: '{ node { ... on Person { secret } } }', token },
    answered(secret),
  ],
  [
    'a protected field under the name of another',
    { query: '{ node { id: secret ...F } } fragment F on Node { __typename: secret }' },
    inPart('{"node":{"id":null,"__typename":null}}', unauthenticated),
    { query: '{ node { secret: id } }' },
    answered('{"node":{"secret":"1"}}'),
  ],
  [
    'a protected field under the name constructor',
    { query: '{ node { constructor: secret toString: id } __proto__: private }' },
    inPart('{"node":{"constructor":null,"toString":"1"},"__proto__":null}', unauthenticated),
    { query: '{ node { constructor: secret } __proto__: private }', token },
    answered('{"node":{"constructor":"s3cret"},"__proto__":"s3cret"}'),
  ],
  [
    'a protected field twice, behind a condition that a variable decides',
    {
      query: 'query ($toString: Boolean!) { private @skip(if: $toString) private @include(if: $toString) me { id } }',
      variables: '{"toString":true}',
    },
    inPart('{"private":null,"me":{"id":"1"}}', unauthenticated),
    { query: 'query ($b: Boolean!) { private @skip(if: $b) me { id } }', variables: '{"b":true}' },
    answered('{"me":{"id":"1"}}'),
  ],
  [
    'a protected field by which friends are found',
    { query: '{ me { friends { posts { title } secret } } }' },
    inPart(
      '{"me":{"friends":[{"posts":[{"title":"On engines"},{"title":"On numbers"}],"secret":null}]}}',
      unauthenticated,
    ),
    { query: '{ me { friends { secret } } }', token },
    answered('{"me":{"friends":[{"secret":"s3cret"}]}}'),
  ],
];
