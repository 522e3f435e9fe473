import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  getNamedType,
  getOperationAST,
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionNode,
  type SelectionSetNode,
  validate,
} from 'graphql';
import { type Caller, isMet } from './conditions.ts';
import { filterOperation } from './filterOperation.ts';
import { randomOperation, randomSupergraph } from './randomOperation.ts';
import { answer, schemaOf } from './reference.ts';
import { type Requirements, readRequirements } from './requirements.ts';
import { AccessRules } from './rules.ts';

test('what is left of random operations is valid, all that may be read, and nothing else', () => {
  let [removedSome, ran] = [0, 0];
  fc.assert(
    fc.property(fc.gen(), (generate) => {
      const pick = (below: number) => generate(fc.nat, { max: below - 1 });
      const sdl = randomSupergraph(pick);
      const schema = schemaOf(sdl);
      const document = parse(randomOperation(schema, pick));
      fc.pre(validate(schema, document).length === 0);
      const requirements = readRequirements(sdl);
      const rules = new AccessRules(schema, requirements);
      const [caller, other] = [randomCaller(pick), randomCaller(pick)];
      const filtered = filterOperation(document, undefined, rules, caller);
      ran++;
      if (filtered.removed.length > 0) removedSome++;

      // The same as taking out, field by field, from the operation with its fragments written out.
      const expected = oracle(schema, requirements, caller, expand(document));
      expect(filtered.document && print(expand(filtered.document))).toEqual(expected && print(expected));
      expect(print(expand(filtered.projection))).toEqual(print(expand(document)));
      expect(validate(schema, filtered.projection)).toEqual([]);
      if (filtered.document) expect(validate(schema, filtered.document)).toEqual([]);

      // Nothing that is resolved, of whatever type it turns out to be, is beyond the caller.
      const variableValues = { on: pick(2) === 0, off: pick(2) === 0 };
      const answers = [answer(schema, filtered.projection, { refused: filtered.refused, variableValues })];
      if (filtered.document) answers.push(answer(schema, filtered.document, { variableValues }));
      for (const { read } of answers) {
        expect([...read].filter((coordinate) => !mayRead(schema, requirements, caller, coordinate))).toEqual([]);
      }

      // One outcome, one plan.
      const forOther = filterOperation(document, undefined, rules, other);
      if (forOther.outcome === filtered.outcome) {
        expect(forOther.document && print(forOther.document)).toEqual(filtered.document && print(filtered.document));
        expect(forOther.removed).toEqual(filtered.removed);
      }
    }),
    { numRuns: 300, interruptAfterTimeLimit: 20_000 },
  );
  expect(removedSome / ran).toBeGreaterThan(0.2);
});

function randomCaller(pick: (below: number) => number): Caller {
  const some = () => new Set(['a', 'b', 'c'].filter(() => pick(2) === 0));
  return { isAuthenticated: pick(2) === 0, scopes: some(), policies: some() };
}

/** The document with named fragments as inline ones. */
function expand(document: DocumentNode): DocumentNode {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  const inSet = (set: SelectionSetNode): SelectionSetNode => ({ ...set, selections: set.selections.map(inSelection) });
  const inSelection = (node: SelectionNode): SelectionNode => {
    const fragment = node.kind === Kind.FRAGMENT_SPREAD ? fragments.get(node.name.value) : undefined;
    if (fragment) {
      const { typeCondition, selectionSet } = fragment;
      return {
        kind: Kind.INLINE_FRAGMENT,
        typeCondition,
        directives: node.directives,
        selectionSet: inSet(selectionSet),
      };
    }
    return 'selectionSet' in node && node.selectionSet
      ? ({ ...node, selectionSet: inSet(node.selectionSet) } as SelectionNode)
      : node;
  };
  const operation = operationOf(document);
  return { ...document, definitions: [{ ...operation, selectionSet: inSet(operation.selectionSet) }] };
}

function operationOf(document: DocumentNode): OperationDefinitionNode {
  const operation = getOperationAST(document);
  if (!operation) throw new Error('no operation');
  return operation;
}

/** Whether a caller may read a field of an object type, by the letter of the requirements. */
function mayRead(schema: GraphQLSchema, requirements: Requirements, caller: Caller, coordinate: string): boolean {
  const [typeName = '', fieldName = ''] = coordinate.split('.');
  const type = schema.getType(typeName);
  const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
  const returned = field && getNamedType(field.type);
  const met = (requirement: Requirements['types'] extends ReadonlyMap<string, infer R> ? R | undefined : never) =>
    (requirement ?? []).every((condition) => isMet(condition, caller));
  if (!met(requirements.types.get(typeName)) || !met(requirements.fields.get(coordinate))) return false;
  return !isAbstractType(returned)
    ? met(requirements.types.get(returned?.name ?? ''))
    : schema.getPossibleTypes(returned).some(({ name }) => met(requirements.types.get(name)));
}

/** What should be left of an expanded operation. */
function oracle(schema: GraphQLSchema, requirements: Requirements, caller: Caller, document: DocumentNode) {
  const namesOf = (type: GraphQLCompositeType) =>
    (isAbstractType(type) ? schema.getPossibleTypes(type) : [type]).map(({ name }) => name);
  const visitSet = (
    set: SelectionSetNode,
    parent: GraphQLCompositeType,
    types: string[],
  ): SelectionSetNode | undefined => {
    const selections = set.selections.flatMap((node) => visitNode(node, parent, types) ?? []);
    return selections.length > 0 ? { ...set, selections } : undefined;
  };
  const visitNode = (node: SelectionNode, parent: GraphQLCompositeType, types: string[]): SelectionNode | undefined => {
    if (node.kind === Kind.FRAGMENT_SPREAD) throw new Error('not expanded');
    if (node.kind === Kind.INLINE_FRAGMENT) {
      const condition = node.typeCondition ? schema.getType(node.typeCondition.name.value) : parent;
      if (!isCompositeType(condition)) throw new Error('not composite');
      const both = namesOf(condition).filter((name) => types.includes(name));
      const selectionSet = visitSet(node.selectionSet, condition, both.length > 0 ? both : namesOf(condition));
      return selectionSet && { ...node, selectionSet };
    }
    const name = node.name.value;
    const allowed = types.map((type) => mayRead(schema, requirements, caller, `${type}.${name}`));
    if (name === '__typename') return allowed.includes(true) ? node : undefined;
    if (allowed.includes(false)) return undefined;
    const field = 'getFields' in parent ? parent.getFields()[name] : undefined;
    const type = field && getNamedType(field.type);
    if (!node.selectionSet || !isCompositeType(type)) return node;
    const [typename] = operationOf(parse('{ __typename }')).selectionSet.selections;
    const selectionSet = visitSet(node.selectionSet, type, namesOf(type));
    return {
      ...node,
      selectionSet: selectionSet ?? { kind: Kind.SELECTION_SET, selections: typename ? [typename] : [] },
    };
  };
  const operation = operationOf(document);
  const query = schema.getQueryType();
  const selectionSet = query && visitSet(operation.selectionSet, query, [query.name]);
  if (!selectionSet) return undefined;
  const text = print(selectionSet);
  const variableDefinitions = operation.variableDefinitions?.filter(({ variable }) =>
    text.includes(`${print(variable)})`),
  );
  return { ...document, definitions: [{ ...operation, variableDefinitions, selectionSet }] };
}
