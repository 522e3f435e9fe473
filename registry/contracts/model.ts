import {
  type ConstDirectiveNode,
  type DirectiveDefinitionNode,
  type DocumentNode,
  type EnumValueDefinitionNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  isTypeDefinitionNode,
  Kind,
  type TypeDefinitionNode,
  type TypeNode,
} from 'graphql';

interface Element {
  /** https://spec.graphql.org/draft/#sec-Schema-Coordinates */
  coordinate: string;
  tags: readonly string[];
  /** Whether the source leaves it out of every API schema already. */
  inaccessible: boolean;
}

/** A field, an input field, an argument or an enum value. */
export interface Part extends Element {
  name: string;
  node: FieldDefinitionNode | InputValueDefinitionNode | EnumValueDefinitionNode;
  /** The name of its type; none for an enum value. */
  type: string | undefined;
  /** Whether who uses its parent has to give it: a non-null argument or input field without a default. */
  required: boolean;
  args: readonly Part[];
}

export interface Type extends Element {
  node: TypeDefinitionNode;
  /** Fields, input fields or enum values. */
  parts: readonly Part[];
  interfaces: readonly string[];
  /** The types of a union. */
  members: readonly string[];
}

/** A supergraph as far as a filter looks at it: without the built-in types and those of federation itself. */
export interface Model {
  types: ReadonlyMap<string, Type>;
  /** Query, Mutation and Subscription, by whatever name. */
  roots: ReadonlyMap<string, string>;
  /** The types of the arguments of directives that operations can carry. */
  directiveTypes: readonly string[];
}

/** How this supergraph calls the directives (`@link` can rename them), and which definitions are federation's own. */
export interface Names {
  tag: string | undefined;
  inaccessible: string | undefined;
  isMachinery(name: string, kind: 'type' | 'directive'): boolean;
}

const executable =
  /^(QUERY|MUTATION|SUBSCRIPTION|FIELD|FRAGMENT_DEFINITION|FRAGMENT_SPREAD|INLINE_FRAGMENT)$|^VARIABLE/;

/** Reads a composed supergraph: composition writes each type once, without extensions. */
export function modelOf(document: DocumentNode, names: Names): Model {
  const types = document.definitions
    .filter(isTypeDefinitionNode)
    .filter((node) => !names.isMachinery(node.name.value, 'type'))
    .map((node) => typeOf(node, names));
  const directives = document.definitions.filter(
    (node): node is DirectiveDefinitionNode =>
      node.kind === Kind.DIRECTIVE_DEFINITION &&
      !names.isMachinery(node.name.value, 'directive') &&
      node.locations.some(({ value }) => executable.test(value)),
  );
  const schema = document.definitions.find((node) => node.kind === Kind.SCHEMA_DEFINITION);
  return {
    types: new Map(types.map((type) => [type.coordinate, type])),
    roots: new Map(schema?.operationTypes.map(({ operation, type }) => [operation, type.name.value])),
    directiveTypes: directives.flatMap((node) => (node.arguments ?? []).map(({ type }) => namedType(type))),
  };
}

function typeOf(node: TypeDefinitionNode, names: Names): Type {
  const name = node.name.value;
  return {
    ...elementOf(name, node.directives, names),
    node,
    parts: partsOf(node).map((part) => partOf(`${name}.${part.name.value}`, part, names)),
    interfaces: 'interfaces' in node ? (node.interfaces ?? []).map((each) => each.name.value) : [],
    members: 'types' in node ? (node.types ?? []).map((each) => each.name.value) : [],
  };
}

const partsOf = (node: TypeDefinitionNode): readonly Part['node'][] =>
  ('fields' in node ? node.fields : 'values' in node ? node.values : undefined) ?? [];

function partOf(coordinate: string, node: Part['node'], names: Names): Part {
  const args = node.kind === Kind.FIELD_DEFINITION ? (node.arguments ?? []) : [];
  return {
    ...elementOf(coordinate, node.directives, names),
    name: node.name.value,
    node,
    type: 'type' in node ? namedType(node.type) : undefined,
    required: node.kind === Kind.INPUT_VALUE_DEFINITION && node.type.kind === Kind.NON_NULL_TYPE && !node.defaultValue,
    args: args.map((arg) => partOf(`${coordinate}(${arg.name.value}:)`, arg, names)),
  };
}

const elementOf = (
  coordinate: string,
  directives: readonly ConstDirectiveNode[] | undefined,
  names: Names,
): Element => ({
  coordinate,
  tags: (directives ?? [])
    .filter((directive) => directive.name.value === names.tag)
    .flatMap((directive) => directive.arguments ?? [])
    .flatMap(({ name, value }) => (name.value === 'name' && value.kind === Kind.STRING ? [value.value] : [])),
  inaccessible: (directives ?? []).some((directive) => directive.name.value === names.inaccessible),
});

const namedType = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type));
