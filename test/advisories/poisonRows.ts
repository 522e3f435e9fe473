import { answered, inPart, type Outcome } from './outcome.ts';
import { inherited } from './row.ts';

/** What a subgraph answers: to root fields, and to entities. */
export interface Poison {
  root?: string;
  entity?: string;
  /** Beside its data. */
  beside?: string;
}

/** What is tried and with what it is answered, what comes of it, and what the same subgraph may well answer, with its outcome. */
export type PoisonRow = [
  what: string,
  query: string,
  poison: Poison,
  outcome: Outcome,
  harmless: Poison,
  itsOutcome: Outcome,
];

const bad = '{"polluted":true,"prototype":{"polluted":true}}';

/** Answers of a subgraph with such names for keys, where they are merged: https://github.com/advisories/GHSA-pfjj-6f4p-rvmh */
export const poisonRows: PoisonRow[] = inherited.flatMap((name): PoisonRow[] => {
  const evil = `"${name}":${bad}`;
  const gift = `{"value":"a",${evil},"inner":{"value":"b",${evil}},"list":[{"value":"c",${evil}}]}`;
  const clean = '{"value":"a","inner":{"value":"b"},"list":[{"value":"c"}]}';
  const query = '{ gift { value inner { value } list { value } } me { nick } }';
  const right = `{"gift":${clean},"me":{"nick":"n"}}`;
  const sound: Poison = { root: `{"gift":${clean}}`, entity: '{"nick":"n"}' };
  return [
    [
      `a key ${name} at the root, nested, in lists and in entities`,
      query,
      { root: `{${evil},"gift":${gift}}`, entity: `{${evil},"nick":"n"}` },
      answered(right),
      sound,
      answered(right),
    ],
    [
      `a key ${name} under which something was asked for`,
      `{ ${name}: gift { ${name}: inner { ${name}: value } } me { ... @include(if: true) { ${name}: gift { ${name}: value } } } }`,
      {
        root: `{"${name}":{"${name}":{"${name}":"b","polluted":true},"polluted":true},"polluted":true}`,
        entity: `{"${name}":{"${name}":"g","polluted":true}}`,
      },
      answered(`{"${name}":{"${name}":{"${name}":"b"}},"me":{"${name}":{"${name}":"g"}}}`),
      { root: `{"${name}":{"${name}":null}}`, entity: `{"${name}":null}` },
      answered(`{"${name}":{"${name}":null},"me":{"${name}":null}}`),
    ],
    [
      `a key ${name} that was asked for and is not there`,
      `{ ${name}: gift { ${name}: value } me { nick } }`,
      { root: '{}', entity: '{"nick":"n"}' },
      answered(`{"${name}":null,"me":{"nick":"n"}}`),
      { root: `{"${name}":{}}`, entity: '{"nick":"n"}' },
      answered(`{"${name}":{"${name}":null},"me":{"nick":"n"}}`),
    ],
    [
      `a key ${name} in a value of any shape`,
      '{ gift { any } me { gift { any } } }',
      { root: `{"gift":{"any":{${evil}}}}`, entity: `{"gift":{"any":[{${evil}}]}}` },
      answered(`{"gift":{"any":{${evil}}},"me":{"gift":{"any":[{${evil}}]}}}`),
      { root: '{"gift":{"any":{"key":1}}}', entity: '{"gift":{"any":[]}}' },
      answered('{"gift":{"any":{"key":1}},"me":{"gift":{"any":[]}}}'),
    ],
    [
      `a key ${name} in extensions, and beside the data`,
      query,
      { ...sound, beside: `"extensions":{${evil},"ftv1":{${evil}}},${evil}` },
      answered(right),
      { ...sound, beside: '"extensions":{}' },
      answered(right),
    ],
    [
      `a type ${name}`,
      '{ gift { __typename value } me { nick } }',
      { root: `{"gift":{"__typename":"${name}","value":"a"}}`, entity: `{"__typename":"${name}","nick":"n"}` },
      (told) => expectNoInside(told.text),
      { root: '{"gift":{"__typename":"Gift","value":"a"}}', entity: '{"nick":"n"}' },
      answered('{"gift":{"__typename":"Gift","value":"a"},"me":{"nick":"n"}}'),
    ],
    [
      `an error with the code, a path and extensions ${name}`,
      query,
      {
        root: `{"gift":null}`,
        entity: '{"nick":"n"}',
        beside: `"errors":[{"message":"No.","path":["${name}",0,"${name}"],${evil},"extensions":{"code":"${name}",${evil}}}]`,
      },
      inPart('{"gift":null,"me":{"nick":"n"}}', 'INTERNAL_SERVER_ERROR'),
      {
        root: '{"gift":null}',
        entity: '{"nick":"n"}',
        beside: '"errors":[{"message":"No.","path":["gift"],"extensions":{"code":"NOT_FOUND"}}]',
      },
      inPart('{"gift":null,"me":{"nick":"n"}}', 'NOT_FOUND'),
    ],
  ];
});

function expectNoInside(text: string): void {
  if (/TypeError|\.ts:|node_modules/.test(text)) throw new Error(text);
}
