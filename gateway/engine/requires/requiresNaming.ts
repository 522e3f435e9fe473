import {
  type ArgumentNode,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  parse,
  print,
  type SelectionNode,
  type SelectionSetNode,
  stripIgnoredCharacters,
  type TypeNode,
} from 'graphql';
import { argument, type Composite, isComposite, joinFields, servicesOf, text } from './joinDirectives.ts';
import type { Needs, RequiredField } from './requiredFields.ts';

/** For each type and name: the subgraphs, as in `join__Graph`, that require a field of the type under that name. */
export type Uses = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;

/** The `@requires` whose fields are being given names. */
interface Place {
  graph: string;
  found: Map<string, string[]>;
}

/** Names the fields with arguments in every `@requires` of a supergraph. */
export class RequiresNaming {
  readonly byName = new Map<string, RequiredField>();
  /** By subgraph, type and field. */
  readonly needs = new Map<string, Needs>();
  readonly uses = new Map<string, Map<string, Set<string>>>();
  readonly #types: ReadonlyMap<string, Composite>;
  readonly #services: ReadonlyMap<string, string>;
  readonly #prefix: string;
  readonly #names = new Map<string, string>();

  constructor(supergraph: DocumentNode) {
    const types = supergraph.definitions.filter(isComposite);
    this.#types = new Map(types.map((type) => [type.name.value, type]));
    this.#services = servicesOf(supergraph);
    const fields = types.flatMap((type) => type.fields ?? []);
    let prefix = '_required';
    while (fields.some(({ name }) => name.value.startsWith(prefix))) prefix = `_${prefix}`;
    this.#prefix = prefix;
  }

  /** The type with these names in what its fields require. */
  rename<T extends Composite>(type: T): T {
    const fields = type.fields?.map((field) => ({
      ...field,
      directives: field.directives?.map((each) => this.#renameIn(each, type.name.value, field.name.value)),
    }));
    return { ...type, fields };
  }

  #renameIn(directive: ConstDirectiveNode, type: string, field: string): ConstDirectiveNode {
    const given = argument(directive, 'requires');
    const graph = text(directive, 'graph');
    if (directive.name.value !== 'join__field' || given?.value.kind !== Kind.STRING || !graph) return directive;
    const [operation] = parse(`{${given.value.value}}`, { noLocation: true }).definitions;
    if (operation?.kind !== Kind.OPERATION_DEFINITION) return directive;
    const found = new Map<string, string[]>();
    const renamed = this.#renameAll(operation.selectionSet, type, '', { graph, found });
    if (found.size === 0) return directive;
    this.needs.set(`${this.#services.get(graph)} ${type}.${field}`, found);
    const value = stripIgnoredCharacters(print(renamed)).slice(1, -1);
    const changed = { ...given, value: { ...given.value, value, block: false } };
    return { ...directive, arguments: directive.arguments?.map((each) => (each === given ? changed : each)) };
  }

  #renameAll(set: SelectionSetNode, type: string, path: string, place: Place): SelectionSetNode {
    const selections = set.selections.map((node): SelectionNode => {
      if (node.kind === Kind.FRAGMENT_SPREAD) return node;
      if (node.kind === Kind.INLINE_FRAGMENT) {
        const inner = node.typeCondition?.name.value ?? type;
        return { ...node, selectionSet: this.#renameAll(node.selectionSet, inner, path, place) };
      }
      const definition = this.#types.get(type)?.fields?.find(({ name }) => name.value === node.name.value);
      if (!definition) return node;
      const below = `${path}.${node.name.value}`;
      const selectionSet =
        node.selectionSet && this.#renameAll(node.selectionSet, named(definition.type), below, place);
      if (!this.#collides(definition)) return { ...node, selectionSet };
      const value = this.#nameOf(node.name.value, node.arguments ?? []);
      place.found.set(below, [...(place.found.get(below) ?? []), value]);
      this.#use(type, value, place.graph);
      return { ...node, name: { kind: Kind.NAME, value }, arguments: [], selectionSet };
    });
    return { ...set, selections };
  }

  /** Whether the field can be asked for with other arguments. */
  #collides(field: FieldDefinitionNode): boolean {
    if (!field.arguments?.length) return false;
    return joinFields(field).every((join) => !argument(join, 'contextArguments'));
  }

  #nameOf(field: string, given: readonly ArgumentNode[]): string {
    const sorted = given.toSorted((one, other) => (one.name.value < other.name.value ? -1 : 1));
    const key = `${field}(${sorted.map(print).join()})`;
    const name = this.#names.get(key) ?? `${this.#prefix}${this.#names.size}_${field}`;
    this.#names.set(key, name);
    this.byName.set(name, { field, arguments: sorted });
    return name;
  }

  #use(type: string, name: string, graph: string): void {
    const ofType = this.uses.get(type) ?? new Map<string, Set<string>>();
    this.uses.set(type, ofType);
    ofType.set(name, (ofType.get(name) ?? new Set()).add(graph));
  }
}

const named = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : named(type.type));
