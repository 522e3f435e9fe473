/** The texts of a printed schema's types and fields, descriptions included. */
export interface Texts {
  types: Map<string, string>;
  /** By `Type.field`; the values of an enum are its fields. */
  fields: Map<string, string>;
}

const typePattern = /^(?:type|interface|union|enum|input|scalar) ([_A-Za-z]\w*)/;
const fieldPattern = /^ {2}([_A-Za-z]\w*)/;
const quotes = '"""';

/**
 * Takes apart a schema as graphql-js's `printSchema` prints it: what begins without indentation is a type, with two spaces a field,
 * each under its description. Parsing says the same and takes ten times as long, for which everybody who asks for anything waits.
 */
export function textsOf(sdl: string): Texts {
  const texts: Texts = { types: new Map(), fields: new Map() };
  let type: { name: string; start: number } | undefined;
  let field: { name: string; start: number } | undefined;
  /** Where the description of what comes next begins. */
  let words: number | undefined;
  let isInWords = false;
  let isInBody = false;

  function endField(at: number): void {
    if (field) texts.fields.set(field.name, sdl.slice(field.start, at).trimEnd());
    field = undefined;
  }

  function endType(at: number): void {
    endField(at);
    if (type) texts.types.set(type.name, sdl.slice(type.start, at).trimEnd());
    type = undefined;
    isInBody = false;
  }

  for (let start = 0, end = 0; start < sdl.length; start = end + 1) {
    const next = sdl.indexOf('\n', start);
    end = next === -1 ? sdl.length : next;
    if (isInWords) {
      isInWords = !endsWords(sdl, start, end);
      continue;
    }
    const indent = indentOf(sdl, start);
    if (sdl.startsWith(quotes, start + indent)) {
      isInWords = !endsWords(sdl, start + indent + quotes.length, end);
      if (indent > 2) continue;
      endField(start);
      words ??= start;
    } else if (indent === 2) {
      const name = type && fieldPattern.exec(sdl.slice(start, end))?.[1];
      if (!name) continue;
      endField(start);
      field = { name: `${type?.name}.${name}`, start: words ?? start };
      words = undefined;
    } else if (indent === 0 && !(isInBody && start === end)) {
      endType(words ?? start);
      const line = sdl.slice(start, end);
      const name = typePattern.exec(line)?.[1];
      if (name) type = { name, start: words ?? start };
      isInBody = line.endsWith('{');
      words = undefined;
    }
  }
  endType(sdl.length);
  return texts;
}

/** Whether a description that goes on at `start` comes to its end in this line. */
const endsWords = (sdl: string, start: number, end: number): boolean =>
  end - start >= quotes.length &&
  sdl.endsWith(quotes, end) &&
  !(end - start > quotes.length && sdl[end - quotes.length - 1] === '\\');

function indentOf(sdl: string, start: number): number {
  let at = start;
  while (sdl[at] === ' ') at++;
  return at - start;
}
