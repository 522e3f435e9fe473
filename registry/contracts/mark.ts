import { INACCESSIBLE_VERSIONS } from '@apollo/federation-internals';
import { type DocumentNode, Kind } from 'graphql';
import type { Model, Part, Type } from './model.ts';

interface Insertion {
  at: number;
  text: string;
}

/**
 * Writes `@inaccessible` at what is hidden and is not marked yet. Nothing else changes, not by a byte, and nothing is deleted: the keys and
 * `@requires` of what stays may need what goes. https://specs.apollo.dev/inaccessible/v0.2
 * @param directive the name of `@inaccessible` in this supergraph; undefined when it does not link it yet.
 */
export function markInaccessible(
  sdl: string,
  document: DocumentNode,
  { types }: Model,
  hidden: ReadonlySet<string>,
  directive: string | undefined,
): string {
  const mark = `@${directive ?? 'inaccessible'}`;
  const insertions = [...types.values()].flatMap((type) => marksOf(type, hidden, mark));
  if (insertions.length === 0) return sdl;
  return insert(sdl, directive === undefined ? [...insertions, ...linkTo(document)] : insertions);
}

/** What is in a hidden type or field is hidden with it. */
function marksOf(type: Type, hidden: ReadonlySet<string>, mark: string): Insertion[] {
  if (hidden.has(type.coordinate)) return type.inaccessible ? [] : [{ at: endOfHead(type), text: `\n  ${mark}` }];
  return type.parts.flatMap((part) =>
    [part, ...(hidden.has(part.coordinate) ? [] : part.args)]
      .filter(({ coordinate, inaccessible }) => hidden.has(coordinate) && !inaccessible)
      .map((each) => ({ at: endOf(each), text: ` ${mark}` })),
  );
}

const endOf = ({ node }: Part) => node.loc?.end ?? 0;

/** Where a type's directives end: before its fields, values or members. */
function endOfHead({ node }: Type): number {
  const interfaces = 'interfaces' in node ? (node.interfaces ?? []) : [];
  return [node.name, ...interfaces, ...(node.directives ?? [])].at(-1)?.loc?.end ?? 0;
}

/** Links and defines the directive, as composition writes it. */
function linkTo(document: DocumentNode): Insertion[] {
  const spec = INACCESSIBLE_VERSIONS.latest();
  const schema = document.definitions.find((node) => node.kind === Kind.SCHEMA_DEFINITION);
  const link = `\n  @link(url: "${spec.url}", for: SECURITY)`;
  const definition = `\n\ndirective @inaccessible on ${spec.inaccessibleLocations.join(' | ')}`;
  return [
    { at: schema?.directives?.at(-1)?.loc?.end ?? 0, text: link },
    { at: schema?.loc?.end ?? 0, text: definition },
  ];
}

function insert(text: string, insertions: readonly Insertion[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { at, text: inserted } of insertions.toSorted((a, b) => a.at - b.at)) {
    pieces.push(text.slice(from, at), inserted);
    from = at;
  }
  return [...pieces, text.slice(from)].join('');
}
