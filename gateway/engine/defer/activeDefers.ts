import { type ArgumentNode, type DirectiveNode, type DocumentNode, Kind, type ValueNode, visit } from 'graphql';
import { setOwn } from '../ownProperty.ts';

/** Which of the variables that a `@defer(if:)` names are true. */
export type DeferConditions = Readonly<Record<string, unknown>>;

/** What a document says of deferring. */
interface Facts {
  directives: readonly DirectiveNode[];
  /** The variables that `@defer(if:)` names, with what counts where the client does not give one. */
  conditions: ReadonlyMap<string, boolean>;
}

const facts = new WeakMap<DocumentNode, Facts>();

/**
 * What decides which fragments of a document are deferred; undefined where none is.
 * @param variables as the client sent them
 */
export function deferConditions(
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
): DeferConditions | undefined {
  let known = facts.get(document);
  if (!known) {
    known = factsOf(document);
    facts.set(document, known);
  }
  const { directives, conditions } = known;
  if (directives.length === 0) return undefined;
  const values: Record<string, boolean> = {};
  for (const [name, fallback] of conditions) setOwn(values, name, given(variables, name, fallback));
  return directives.some((directive) => isActive(directive, values)) ? values : undefined;
}

/** The directives of a document by which something is deferred. */
export const activeDefers = (document: DocumentNode, conditions: DeferConditions): DirectiveNode[] =>
  defersIn(document).filter((directive) => isActive(directive, conditions));

const given = (variables: Readonly<Record<string, unknown>>, name: string, fallback: boolean): boolean =>
  (Object.hasOwn(variables, name) ? (variables[name] ?? false) : fallback) === true;

function isActive(directive: DirectiveNode, conditions: DeferConditions): boolean {
  const value = argumentOf(directive, 'if');
  if (value?.kind === Kind.VARIABLE) return given(conditions, value.name.value, false);
  return value?.kind !== Kind.BOOLEAN || value.value;
}

/** The label of a `@defer`, which cannot be a variable. */
export function labelOf(directive: DirectiveNode): string | undefined {
  const value = argumentOf(directive, 'label');
  return value?.kind === Kind.STRING ? value.value : undefined;
}

export const isDefer = ({ name }: DirectiveNode): boolean => name.value === 'defer';

/** The same operation, answered at once. */
export const withoutDefers = (document: DocumentNode): DocumentNode =>
  defersIn(document).length === 0
    ? document
    : visit(document, { [Kind.DIRECTIVE]: (directive: DirectiveNode) => (isDefer(directive) ? null : undefined) });

function factsOf(document: DocumentNode): Facts {
  const directives = defersIn(document);
  const conditions = new Map<string, boolean>();
  for (const directive of directives) {
    const value = argumentOf(directive, 'if');
    if (value?.kind === Kind.VARIABLE) conditions.set(value.name.value, defaultOf(document, value.name.value));
  }
  return { directives, conditions };
}

function defersIn(document: DocumentNode): DirectiveNode[] {
  const found: DirectiveNode[] = [];
  visit(document, {
    [Kind.DIRECTIVE]: (directive: DirectiveNode) => {
      if (isDefer(directive)) found.push(directive);
    },
  });
  return found;
}

const argumentOf = ({ arguments: given = [] }: DirectiveNode, wanted: string): ValueNode | undefined =>
  given.find(({ name }: ArgumentNode) => name.value === wanted)?.value;

/** Without a default of the variable that of the argument counts: `@defer(if: Boolean! = true)`. */
function defaultOf(document: DocumentNode, wanted: string): boolean {
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const found = definition.variableDefinitions?.find(({ variable }) => variable.name.value === wanted);
    if (found?.defaultValue) return found.defaultValue.kind === Kind.BOOLEAN && found.defaultValue.value;
  }
  return true;
}
