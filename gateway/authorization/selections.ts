import {
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  type GraphQLCompositeType,
  type GraphQLField,
  getNamedType,
  type InlineFragmentNode,
  isCompositeType,
  isListType,
  isNonNullType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { type Caller, type Condition, isMet, type RefusalCode, refusalCode } from './conditions.ts';
import { fieldOf, typeConditionOf } from './operation.ts';
import type { Part, Refusal, Site, Switch } from './part.ts';
import { type AccessRules, type Scope, unmetOf } from './rules.ts';
import { FragmentVariants, type Variant } from './variants.ts';

/** Where the walk is. */
interface Place {
  parent: GraphQLCompositeType;
  scope: Scope;
  /** Set below a refused field: everything there is refused with it. */
  refused?: RefusalCode;
}

/** What becomes of one selection. */
interface Outcome {
  whole: SelectionNode;
  kept: SelectionNode | undefined;
  site?: Site;
  signature: string;
}

/** What `document` asks of an object of which nothing that was asked for may be read: whether it is there. */
const NOTHING_BUT_ITSELF: SelectionSetNode = {
  kind: Kind.SELECTION_SET,
  selections: [{ kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } }],
};

/** Goes through an operation and takes out what one caller may not read. */
export class SelectionFilter {
  readonly refused = new Map<FieldNode, Refusal>();
  readonly variants: FragmentVariants;
  readonly #rules: AccessRules;
  readonly #isMet: (condition: Condition) => boolean;

  constructor(rules: AccessRules, fragments: ReadonlyMap<string, FragmentDefinitionNode>, caller: Caller) {
    this.#rules = rules;
    this.#isMet = (condition) => isMet(condition, caller);
    this.variants = new FragmentVariants(fragments);
  }

  filter(set: SelectionSetNode, place: Place): Part {
    const outcomes = set.selections.map((selection) => this.#selection(selection, place));
    const sites = outcomes.flatMap(({ site }) => site ?? []);
    if (sites.length === 0) return { whole: set, kept: set, sites, signature: '' };
    const kept = outcomes.flatMap((outcome) => outcome.kept ?? []);
    return {
      whole: { ...set, selections: outcomes.map(({ whole }) => whole) },
      kept: kept.length > 0 ? { ...set, selections: kept } : undefined,
      sites,
      signature: outcomes.map(({ signature }) => signature || '.').join(''),
    };
  }

  #selection(selection: SelectionNode, place: Place): Outcome {
    if (selection.kind === Kind.FIELD) return this.#field(selection, place);
    return selection.kind === Kind.INLINE_FRAGMENT ? this.#inline(selection, place) : this.#spread(selection, place);
  }

  #field(node: FieldNode, place: Place): Outcome {
    const field = fieldOf(this.#rules.schema, place.parent, node.name.value);
    if (!field) return { whole: node, kept: node, signature: '' };
    const code = place.refused ?? this.#refusal(node.name.value, place.scope);
    const part = this.#below(node, field, code);
    if (code) return this.#refuse(node, field, place, code, part);
    if (!part || part.sites.length === 0) return { whole: node, kept: node, signature: '' };
    const key = (node.alias ?? node.name).value;
    return {
      whole: { ...node, selectionSet: part.whole },
      kept: { ...node, selectionSet: part.kept ?? NOTHING_BUT_ITSELF },
      site: { scope: place.scope, switches: switchesOf(node), key, lists: listsOf(field), part },
      signature: `(${part.signature})`,
    };
  }

  #below(node: FieldNode, field: GraphQLField<unknown, unknown>, refused: RefusalCode | undefined): Part | undefined {
    const type = getNamedType(field.type);
    if (!node.selectionSet || !isCompositeType(type)) return undefined;
    return this.filter(node.selectionSet, { parent: type, scope: this.#rules.scopeOf(type), refused });
  }

  #refuse(
    node: FieldNode,
    field: GraphQLField<unknown, unknown>,
    { parent, scope }: Place,
    code: RefusalCode,
    part: Part | undefined,
  ): Outcome {
    const whole: FieldNode = part ? { ...node, selectionSet: part.whole } : { ...node };
    const coordinate = `${parent.name}.${field.name}`;
    const refusal: Refusal = { coordinate, code, nonNull: isNonNullType(field.type) };
    this.refused.set(whole, refusal);
    const site: Site = { scope, switches: switchesOf(node), refusal, field: whole };
    return { whole, kept: undefined, site, signature: code === 'FORBIDDEN' ? 'f' : 'u' };
  }

  #inline(node: InlineFragmentNode, place: Place): Outcome {
    const parent = typeConditionOf(node, place.parent, this.#rules.schema);
    const scope = this.#rules.narrow(place.scope, parent);
    const part = this.filter(node.selectionSet, { parent, scope, refused: place.refused });
    if (part.sites.length === 0) return { whole: node, kept: node, signature: '' };
    return {
      whole: { ...(part.kept ? node : undeferred(node)), selectionSet: part.whole },
      kept: part.kept && { ...node, selectionSet: part.kept },
      site: { scope, switches: switchesOf(node), key: undefined, lists: 0, part },
      signature: `{${part.signature}}`,
    };
  }

  #spread(node: FragmentSpreadNode, place: Place): Outcome {
    const variant = this.#variant(node.name.value, place);
    if (!variant) return { whole: node, kept: node, signature: '' };
    const { name, part, scope } = variant;
    if (part.sites.length === 0) return { whole: node, kept: node, signature: '' };
    const renamed = { ...node, name: { ...node.name, value: name } };
    return {
      whole: part.kept ? renamed : undeferred(renamed),
      kept: part.kept && renamed,
      site: { scope, switches: switchesOf(node), key: undefined, lists: 0, part },
      signature: `<${name}>`,
    };
  }

  #variant(name: string, place: Place): Variant | undefined {
    return this.variants.find(name, (definition, isMany) => {
      const parent = typeConditionOf(definition, place.parent, this.#rules.schema);
      const scope = isMany ? this.#rules.scopeOf(parent) : this.#rules.narrow(place.scope, parent);
      const key = `${place.refused ?? ''} ${scope.key}`;
      return {
        key,
        scope,
        filter: () => this.filter(definition.selectionSet, { parent, scope, refused: place.refused }),
      };
    });
  }

  /** @returns why the field may not be read on some of these types; undefined when it may on all. */
  #refusal(name: string, { types }: Scope): RefusalCode | undefined {
    // Introspection says nothing of the data. https://www.apollographql.com/docs/graphos/routing/security/authorization#introspection
    if (name === '__schema' || name === '__type') return undefined;
    const unmet: Condition[] = [];
    for (const type of types) {
      const unmetOnType = unmetOf(this.#rules.needOfField(type, name), this.#isMet);
      // That there is an object, and of which type, is no secret as long as it can be one that may be read.
      if (unmetOnType.length === 0 && name === '__typename') return undefined;
      unmet.push(...unmetOnType);
    }
    return unmet.length > 0 ? refusalCode(unmet) : undefined;
  }
}

/** A fragment of which nothing is left to fetch: its nulls need no later payload. */
const undeferred = <Node extends InlineFragmentNode | FragmentSpreadNode>(node: Node): Node => ({
  ...node,
  directives: node.directives?.filter(({ name }) => name.value !== 'defer'),
});

function listsOf({ type }: GraphQLField<unknown, unknown>): number {
  let lists = 0;
  for (let inner = type; isNonNullType(inner) || isListType(inner); inner = inner.ofType)
    if (isListType(inner)) lists++;
  return lists;
}

const switchesOf = ({ directives = [] }: { directives?: readonly DirectiveNode[] | undefined }): Switch[] =>
  directives.flatMap(({ name: { value: directive }, arguments: given }): Switch[] => {
    if (directive !== 'skip' && directive !== 'include') return [];
    const value = given?.find(({ name }) => name.value === 'if')?.value;
    if (value?.kind === Kind.BOOLEAN) return [{ directive, if: value.value }];
    return value?.kind === Kind.VARIABLE ? [{ directive, if: { variable: value.name.value } }] : [];
  });
