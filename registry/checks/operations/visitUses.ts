import {
  type ArgumentNode,
  type ASTNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLArgument,
  type GraphQLSchema,
  getNamedType,
  isIntrospectionType,
  Kind,
  type NamedTypeNode,
  TypeInfo,
  type TypeNode,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { argumentCoordinate, directiveCoordinate, memberCoordinate } from '../changes/coordinate.ts';
import type { OnUse } from './use.ts';
import { visitValue } from './valueUses.ts';
import { variableRanges } from './variables.ts';

/**
 * Tells every use that a document makes of a schema, in one pass. The document must be valid for it. Introspection uses
 * nothing: what it answers is the schema itself, and its own types never change.
 */
export const visitUses = (document: DocumentNode, schema: GraphQLSchema, onUse: OnUse): void => {
  const typeInfo = new TypeInfo(schema);
  const variables = variableRanges(document);
  const conditions = fragmentConditions(document);

  const visitArguments = (
    owner: string,
    node: ASTNode & { readonly arguments?: readonly ArgumentNode[] | undefined },
    definitions: readonly GraphQLArgument[],
    place: { readonly within?: string; readonly field?: string } = {},
  ): void => {
    for (const { name, type } of definitions) {
      const coordinate = argumentCoordinate(owner, name);
      const leftOut = { coordinate, manner: 'leftOut', node, ...place, argument: name } as const;
      const given = node.arguments?.find((argument) => argument.name.value === name);
      if (given === undefined) {
        onUse(leftOut);
      } else {
        onUse({ coordinate, manner: 'sent', node: given });
        visitValue(given.value, type, coordinate, variables, (use) =>
          onUse(use.manner === 'leftOut' && use.coordinate === coordinate ? { ...leftOut, node: use.node } : use),
        );
      }
    }
  };

  const visitCondition = (condition: string | undefined, node: ASTNode): void => {
    if (condition === undefined) return;
    const within = typeInfo.getParentType()?.name;
    onUse({ coordinate: condition, manner: 'narrowed', node, ...(within !== undefined && { within }) });
  };

  visit(
    document,
    visitWithTypeInfo(typeInfo, {
      OperationDefinition: (node) => {
        const root = schema.getRootType(node.operation);
        if (root) onUse({ coordinate: root.name, manner: 'received', node });
      },
      VariableDefinition: (node) => {
        onUse({ coordinate: namedTypeNode(node.type).name.value, manner: 'anything', node });
      },
      FragmentDefinition: (node) => {
        onUse({ coordinate: node.typeCondition.name.value, manner: 'narrowed', node });
      },
      InlineFragment: (node) => visitCondition(node.typeCondition?.name.value, node),
      FragmentSpread: (node) => visitCondition(conditions.get(node.name.value), node),
      Field: (node) => {
        const parent = typeInfo.getParentType();
        const definition = typeInfo.getFieldDef();
        if (!parent || !definition || isIntrospectionType(parent) || definition.name.startsWith('__')) return;
        const place = { within: parent.name, field: definition.name };
        const coordinate = memberCoordinate(parent.name, definition.name);
        onUse({ coordinate, manner: 'asked', node, ...place });
        onUse({ coordinate: getNamedType(definition.type).name, manner: 'received', node });
        visitArguments(coordinate, node, definition.args, place);
      },
      Directive: (node) => {
        const definition = typeInfo.getDirective();
        if (!definition) return;
        const coordinate = directiveCoordinate(definition.name);
        onUse({ coordinate, manner: 'applied', node });
        visitArguments(coordinate, node, definition.args);
      },
    }),
  );
};

const namedTypeNode = (type: TypeNode): NamedTypeNode =>
  type.kind === Kind.NAMED_TYPE ? type : namedTypeNode(type.type);

const fragmentConditions = (document: DocumentNode): ReadonlyMap<string, string> =>
  new Map(
    document.definitions
      .filter((definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map(({ name, typeCondition }) => [name.value, typeCondition.name.value]),
  );
