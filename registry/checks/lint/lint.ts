import { GraphQLError, Kind, parse } from 'graphql';
import { elementsIn } from './elements.ts';
import { federationIn } from './federation.ts';
import { defaultLevels } from './levels.ts';
import { createLocator, type Location } from './locations.ts';
import type { Level, LintRule, Rule, Subject, Violation } from './rule.ts';
import { rules } from './rules.ts';

export interface LintOptions {
  /** How each rule counts, where it is not as usual. That what does not parse is an error cannot be changed. */
  levels?: Partial<Record<LintRule, Level>>;
  /** What was there before: what is wrong with it already is left out. */
  baseSdl?: string | null;
  /** The tags that `@tag` may use; all, when absent. */
  approvedTags?: readonly string[];
}

export interface Diagnostic {
  level: Level;
  rule: LintRule;
  message: string;
  /** https://spec.graphql.org/draft/#sec-Schema-Coordinates; empty for the schema as a whole. */
  coordinate: string;
  /** Never empty. */
  locations: Location[];
}

export interface LintResult {
  /** In the order of the text. */
  diagnostics: Diagnostic[];
  errorsCount: number;
  warningsCount: number;
}

/**
 * Checks the SDL of a subgraph, or of a schema without federation, against the rules. Never throws for what is in the SDL: one that does not
 * parse is one error, DOES_NOT_PARSE, where reading stopped.
 */
export function lint(sdl: string, { levels = {}, baseSdl, approvedTags }: LintOptions): LintResult {
  const level = (rule: LintRule) => (rule === 'DOES_NOT_PARSE' ? 'ERROR' : (levels[rule] ?? defaultLevels[rule]));
  const locate = createLocator(sdl);
  const subject = read(sdl, approvedTags);
  if (subject instanceof GraphQLError) {
    const at = subject.positions?.[0] ?? 0;
    const rule = 'DOES_NOT_PARSE';
    return resultOf([
      { level: level(rule), rule, message: subject.message, coordinate: '', locations: [locate(at, at + 1)] },
    ]);
  }

  const wanted = rules.filter(({ name }) => level(name) !== 'IGNORED');
  const known = baseSdl == null ? new Set<string>() : violationsOf(baseSdl, wanted, approvedTags);
  const diagnostics = wanted.flatMap((rule) =>
    rule
      .check(subject)
      .filter((violation) => !known.has(keyOf(rule, violation)))
      .map(({ coordinate, message, node }) => ({
        level: level(rule.name),
        rule: rule.name,
        message,
        coordinate,
        locations: [locate(node.loc?.start ?? 0, node.loc?.end ?? 0)],
      })),
  );
  return resultOf(diagnostics);
}

function read(sdl: string, approvedTags: readonly string[] | undefined): Subject | GraphQLError {
  try {
    const document = parse(sdl);
    const elements = elementsIn(document);
    return {
      document,
      elements,
      rootTypes: rootTypesIn(document),
      federation: federationIn(document, elements),
      approvedTags: approvedTags && new Set(approvedTags),
    };
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

function rootTypesIn({ definitions }: Subject['document']): Set<string> {
  const named = definitions
    .flatMap((node) => (node.kind === Kind.SCHEMA_DEFINITION || node.kind === Kind.SCHEMA_EXTENSION ? [node] : []))
    .flatMap(({ operationTypes }) => operationTypes ?? []);
  // Without a schema definition these are the names. https://spec.graphql.org/draft/#sec-Root-Operation-Types.Default-Root-Operation-Type-Names
  return new Set(named.length > 0 ? named.map(({ type }) => type.name.value) : ['Query', 'Mutation', 'Subscription']);
}

function violationsOf(sdl: string, wanted: readonly Rule[], approvedTags: readonly string[] | undefined): Set<string> {
  const subject = read(sdl, approvedTags);
  if (subject instanceof GraphQLError) return new Set();
  return new Set(wanted.flatMap((rule) => rule.check(subject).map((violation) => keyOf(rule, violation))));
}

/** A violation is the same when it is of the same rule at the same element, wherever in the text that is. */
const keyOf = ({ name }: Rule, { coordinate }: Violation) => `${name} ${coordinate}`;

function resultOf(diagnostics: Diagnostic[]): LintResult {
  const start = ({ locations }: Diagnostic) => locations[0]?.start.byteOffset ?? 0;
  return {
    diagnostics: diagnostics.toSorted((a, b) => start(a) - start(b)),
    errorsCount: diagnostics.filter(({ level }) => level === 'ERROR').length,
    warningsCount: diagnostics.filter(({ level }) => level === 'WARNING').length,
  };
}
