import {
  type ConstDirectiveNode,
  type DirectiveDefinitionNode,
  type DocumentNode,
  type EnumValueDefinitionNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  isTypeDefinitionNode,
  isTypeExtensionNode,
  Kind,
  type NameNode,
  type StringValueNode,
  type TypeDefinitionNode,
  type TypeExtensionNode,
  type TypeNode,
} from 'graphql';
import { isMachinery } from './machinery.ts';

interface Common {
  /** https://spec.graphql.org/draft/#sec-Schema-Coordinates */
  coordinate: string;
  name: NameNode;
  description: StringValueNode | undefined;
  directives: readonly ConstDirectiveNode[];
}

export interface TypeElement extends Common {
  kind: 'type';
  node: TypeDefinitionNode | TypeExtensionNode;
}

export interface FieldElement extends Common {
  kind: 'field';
  node: FieldDefinitionNode;
  parent: TypeElement;
}

export interface InputElement extends Common {
  kind: 'inputField' | 'argument';
  node: InputValueDefinitionNode;
}

export interface ValueElement extends Common {
  kind: 'enumValue';
  node: EnumValueDefinitionNode;
}

export interface DirectiveElement extends Common {
  kind: 'directive';
  node: DirectiveDefinitionNode;
}

/** Something that a schema defines; an extension of a type counts as an element of its own. */
export type Element = TypeElement | FieldElement | InputElement | ValueElement | DirectiveElement;

/** Everything that a document defines, in its own order, without what federation defines. */
export function elementsIn(document: DocumentNode): Element[] {
  return document.definitions.flatMap((node): Element[] => {
    if (node.kind === Kind.DIRECTIVE_DEFINITION) return isMachinery.directive(node.name.value) ? [] : ofDirective(node);
    if (!isTypeDefinitionNode(node) && !isTypeExtensionNode(node)) return [];
    return isMachinery.type(node.name.value) ? [] : ofType(node);
  });
}

function ofDirective(node: DirectiveDefinitionNode): Element[] {
  const coordinate = `@${node.name.value}`;
  const directive: DirectiveElement = { kind: 'directive', node, ...common(coordinate, node) };
  return [directive, ...ofArguments(coordinate, node.arguments)];
}

function ofType(node: TypeDefinitionNode | TypeExtensionNode): Element[] {
  const name = node.name.value;
  const type: TypeElement = { kind: 'type', node, ...common(name, node) };
  const fields = 'fields' in node ? (node.fields ?? []) : [];
  const values = 'values' in node ? (node.values ?? []) : [];
  return [
    type,
    ...fields.flatMap((field): Element[] => {
      const coordinate = `${name}.${field.name.value}`;
      if (isMachinery.field(field.name.value)) return [];
      if (field.kind !== Kind.FIELD_DEFINITION) {
        return [{ kind: 'inputField', node: field, ...common(coordinate, field) }];
      }
      const element: FieldElement = { kind: 'field', node: field, parent: type, ...common(coordinate, field) };
      return [element, ...ofArguments(coordinate, field.arguments)];
    }),
    ...values.map((value): ValueElement => {
      return { kind: 'enumValue', node: value, ...common(`${name}.${value.name.value}`, value) };
    }),
  ];
}

const ofArguments = (coordinate: string, nodes: readonly InputValueDefinitionNode[] = []): InputElement[] =>
  nodes.map((node) => ({ kind: 'argument', node, ...common(`${coordinate}(${node.name.value}:)`, node) }));

const common = (
  coordinate: string,
  node: { name: NameNode; description?: StringValueNode; directives?: readonly ConstDirectiveNode[] },
): Common => ({ coordinate, name: node.name, description: node.description, directives: node.directives ?? [] });

/** The type that a list or non-null type is of. */
export const namedType = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
