/** The formats of an answer in parts. */
export type IncrementalFormat = 'deferSpec' | 'incrementalSpec';

/** A media range of an Accept header. */
interface MediaRange {
  type: string;
  parameters: ReadonlyMap<string, string>;
  quality: number;
}

/** Longer headers are of nobody who wants an answer in parts. */
const maxLength = 4_096;

const mediaTypes: ReadonlySet<string> = new Set(['application/json', 'application/graphql-response+json']);

/**
 * Which format of parts a client wants, judged by its Accept header: one of them has to be named with its parameter, and no format of
 * a whole answer may be preferred to it. Of two that are equally good the one named first counts.
 * https://www.rfc-editor.org/rfc/rfc9110.html#name-accept, https://specs.apollo.dev/incremental/v0.2/
 */
export function wantsIncremental(accept: string | undefined): IncrementalFormat | undefined {
  if (!accept || accept.length > maxLength || !accept.toLowerCase().includes('multipart/mixed')) return undefined;
  let wanted: IncrementalFormat | undefined;
  let best = 0;
  let whole = 0;
  for (const range of mediaRanges(accept)) {
    if (mediaTypes.has(range.type)) whole = Math.max(whole, range.quality);
    const format = formatOf(range);
    if (!format || range.quality <= best) continue;
    wanted = format;
    best = range.quality;
  }
  return best >= whole ? wanted : undefined;
}

function formatOf({ type, parameters }: MediaRange): IncrementalFormat | undefined {
  if (type !== 'multipart/mixed') return undefined;
  if (parameters.get('deferspec') === '20220824') return 'deferSpec';
  return parameters.get('incrementalspec')?.toLowerCase() === 'v0.2' ? 'incrementalSpec' : undefined;
}

function* mediaRanges(accept: string): Generator<MediaRange> {
  for (const range of splitUnquoted(accept, ',')) {
    const [type = '', ...rest] = splitUnquoted(range, ';');
    const parameters = new Map<string, string>();
    for (const parameter of rest) {
      const equals = parameter.indexOf('=');
      if (equals < 0) continue;
      const name = parameter.slice(0, equals).trim().toLowerCase();
      if (!parameters.has(name)) parameters.set(name, unquoted(parameter.slice(equals + 1).trim()));
    }
    yield { type: type.trim().toLowerCase(), parameters, quality: qualityOf(parameters.get('q')) };
  }
}

/** What is not a weight is none: such a range is not wanted. */
function qualityOf(weight: string | undefined): number {
  if (weight === undefined) return 1;
  return /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(weight) ? Number(weight) : 0;
}

function splitUnquoted(text: string, separator: ',' | ';'): string[] {
  const parts: string[] = [];
  let isQuoted = false;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '"') isQuoted = !isQuoted;
    else if (isQuoted && character === '\\') at++;
    else if (!isQuoted && character === separator) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(text.slice(from));
  return parts;
}

const unquoted = (value: string): string =>
  value.length >= 2 && value.startsWith('"') && value.endsWith('"')
    ? value.slice(1, -1).replace(/\\(.)/g, '$1')
    : value;
