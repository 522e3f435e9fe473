import {
  type ConstArgumentNode,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
} from 'graphql';

export type Composite = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

export const isComposite = (node: { kind: Kind }): node is Composite =>
  node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION;

/** What a supergraph says of a field, for each subgraph that has it. */
export const joinFields = ({ directives = [] }: FieldDefinitionNode): ConstDirectiveNode[] =>
  directives.filter(({ name }) => name.value === 'join__field');

export const argument = (directive: ConstDirectiveNode, wanted: string): ConstArgumentNode | undefined =>
  directive.arguments?.find(({ name }) => name.value === wanted);

/** The argument's text, or its name of the enum `join__Graph`. */
export function text(directive: ConstDirectiveNode, wanted: string): string | undefined {
  const value = argument(directive, wanted)?.value;
  return value?.kind === Kind.STRING || value?.kind === Kind.ENUM ? value.value : undefined;
}

export function isExternal(join: ConstDirectiveNode): boolean {
  const value = argument(join, 'external')?.value;
  return value?.kind === Kind.BOOLEAN && value.value;
}

/** The names of subgraphs, by what a supergraph has for them in its enum `join__Graph`. */
export function servicesOf(supergraph: DocumentNode): Map<string, string> {
  const services = new Map<string, string>();
  for (const node of supergraph.definitions) {
    if (node.kind !== Kind.ENUM_TYPE_DEFINITION || node.name.value !== 'join__Graph') continue;
    for (const { name, directives = [] } of node.values ?? []) {
      const graph = directives.find((each) => each.name.value === 'join__graph');
      services.set(name.value, (graph && text(graph, 'name')) ?? name.value);
    }
  }
  return services;
}
