import { answered, either, refused } from './outcome.ts';
import { inherited, type Row } from './row.ts';

const unknownOperation = refused('OPERATION_RESOLUTION_FAILURE');
const invalid = refused('GRAPHQL_VALIDATION_FAILED');
/** Bodies with the key `__proto__` are not read at all. https://fastify.dev/docs/latest/Reference/Server/#onprotopoisoning */
const unread = refused('BAD_REQUEST');

/** Names that mean something to JavaScript, wherever a client may choose one: https://github.com/advisories/GHSA-pfjj-6f4p-rvmh */
export const nameRows: Row[] = inherited.flatMap((name): Row[] => [
  [
    `an alias ${name}, at the root, nested, in lists and across subgraphs`,
    {
      query: `{ ${name}: me { ... @include(if: true) {
        ${name}: name friends { ${name}: posts { ${name}: title } } posts { ${name}: title }
      } } }`,
    },
    answered(`{"${name}":{"${name}":"Ada",
      "friends":[{"${name}":[{"${name}":"On engines"},{"${name}":"On numbers"}]}],
      "posts":[{"${name}":"On engines"},{"${name}":"On numbers"}]}}`),
    { query: '{ mine: me { called: name } }' },
    answered('{"mine":{"called":"Ada"}}'),
  ],
  [
    `an alias ${name} at two depths of one entity`,
    { query: `{ me { ${name}: friends { ${name}: friends { name posts { title } } } } }` },
    answered(
      `{"me":{"${name}":[{"${name}":[{"name":"Ada","posts":[{"title":"On engines"},{"title":"On numbers"}]}]}]}}`,
    ),
    { query: '{ me { all: friends { all: friends { name } } } }' },
    answered('{"me":{"all":[{"all":[{"name":"Ada"}]}]}}'),
  ],
  [
    `a variable ${name}`,
    { query: `query ($${name}: String) { echo(text: $${name}) }`, variables: `{"${name}":"hello"}` },
    either(unread, answered('{"echo":"hello"}')),
    { query: 'query ($text: String) { echo(text: $text) }', variables: '{"text":"hello"}' },
    answered('{"echo":"hello"}'),
  ],
  [
    `a variable ${name} that is not given`,
    { query: `query ($${name}: String) { echo(text: $${name}) me { ... @include(if: true) { posts { title } } } }` },
    answered('{"echo":"nothing","me":{"posts":[{"title":"On engines"},{"title":"On numbers"}]}}'),
    { query: `query ($${name}: String = "by default") { echo(text: $${name}) }`, variables: '{}' },
    answered('{"echo":"by default"}'),
  ],
  [
    `a condition on a variable ${name} that is not given`,
    { query: `query ($${name}: Boolean! = false) { me { id name @include(if: $${name}) } }` },
    answered('{"me":{"id":"1"}}'),
    { query: `query ($${name}: Boolean! = true) { me { id name @include(if: $${name}) } }` },
    answered('{"me":{"id":"1","name":"Ada"}}'),
  ],
  [
    `a key ${name} in a value of a variable`,
    { query: 'query ($value: Anything) { keep(value: $value) }', variables: `{"value":{"${name}":{"polluted":true}}}` },
    either(unread, answered(`{"keep":{"${name}":{"polluted":true}}}`)),
    { query: 'query ($value: Anything) { keep(value: $value) }', variables: '{"value":{"key":{"clean":true}}}' },
    answered('{"keep":{"key":{"clean":true}}}'),
  ],
  [
    `a key ${name} in a literal`,
    { query: `{ keep(value: { ${name}: { polluted: true, ${name}: [{ ${name}: 1 }] } }) }` },
    answered(`{"keep":{"${name}":{"polluted":true,"${name}":[{"${name}":1}]}}}`),
    { query: '{ keep(value: { key: { clean: true } }) }' },
    answered('{"keep":{"key":{"clean":true}}}'),
  ],
  [
    `an argument ${name} that is not there`,
    { query: `{ echo(${name}: "hello") }` },
    invalid,
    { query: '{ greet(constructor: "hello", toString: "you") }' },
    answered('{"greet":"hello you"}'),
  ],
  [
    `an operation ${name} that is not there`,
    { query: 'query Mine { me { id } }', operationName: name },
    unknownOperation,
    { query: `query ${name} { me { id } } query Other { me { name } }`, operationName: name },
    answered('{"me":{"id":"1"}}'),
  ],
  [
    `a fragment ${name} that is not there`,
    { query: `{ me { ...${name} } }` },
    invalid,
    { query: `{ me { ...${name} } } fragment ${name} on Person { id }` },
    answered('{"me":{"id":"1"}}'),
  ],
  [
    `a type ${name} that is not there`,
    { query: `{ me { ... on ${name} { id } } __type(name: "${name}") { name } }` },
    invalid,
    { query: `{ me { ... on Person { id } } __type(name: "${name}") { name } }` },
    answered('{"me":{"id":"1"},"__type":null}'),
  ],
  [
    `a directive ${name} that is not there`,
    { query: `{ me { id @${name} } }` },
    invalid,
    { query: '{ me { id @skip(if: false) } }' },
    answered('{"me":{"id":"1"}}'),
  ],
  [
    `an alias ${name} beside fields with such names`,
    { query: `{ ${name}: constructor me { valueOf ${name}: id posts { toString } } }` },
    answered(
      `{"${name}":"a field","me":{"valueOf":"a field","${name}":"1","posts":[{"toString":"a field"},{"toString":"a field"}]}}`,
    ),
    { query: '{ me { id } }' },
    answered('{"me":{"id":"1"}}'),
  ],
]);
