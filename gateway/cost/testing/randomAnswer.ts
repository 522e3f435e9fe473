import {
  type DocumentNode,
  executeSync,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isListType,
} from 'graphql';
import type { DataObject } from '../../engine/ownProperty.ts';
import type { Path } from '../costs.ts';
import type { Costed } from './costed.ts';
import type { Pick } from './randomCosts.ts';

/** An object of the answer, and how long the lists below it may be by what a field above has said. */
interface Source {
  __typename: string;
  sized: readonly { path: Path; most: number }[];
}

/** For tests: an answer by graphql-js whose lists obey what the schema says of them: as large as they may be, or not. */
export function randomAnswer(
  { schema, costs }: Costed,
  document: DocumentNode,
  variableValues: DataObject,
  options: { pick: Pick; largest: boolean; listSize: number },
): DataObject | null | undefined {
  const { pick, largest, listSize } = options;
  const isMissing = () => !largest && pick(5) === 0;
  const make = (type: GraphQLOutputType, most: number, sized: Source['sized']): unknown => {
    const nullable = getNullableType(type);
    if (isMissing() && nullable === type) return null;
    if (isListType(nullable)) {
      const length = largest ? most : pick(most + 1);
      return Array.from({ length }, () => make(nullable.ofType, listSize, sized));
    }
    if (!isCompositeType(nullable)) return 'getValues' in nullable ? 'K' : 1;
    const types = isAbstractType(nullable) ? schema.getPossibleTypes(nullable) : [nullable];
    return { __typename: types[pick(types.length)]?.name, sized };
  };
  const { data, errors } = executeSync({
    schema,
    document,
    variableValues,
    fieldResolver: (source: Source | undefined, args: DataObject, _context, { parentType, fieldName, returnType }) => {
      const above = (source?.sized ?? []).filter(({ path }) => path[0] === fieldName);
      const said = listSizeOf(costs.listSizes, parentType, fieldName);
      const own = said && (sizeAsked(args, said.slicingArguments) ?? said.assumedSize ?? listSize);
      const most = above.find(({ path }) => path.length === 1)?.most;
      const below = above.flatMap(({ path, most }) => (path.length > 1 ? [{ path: path.slice(1), most }] : []));
      for (const path of said?.sizedFields ?? []) below.push({ path: [...path], most: own ?? listSize });
      return make(returnType, most ?? (said?.sizedFields.length ? undefined : own) ?? listSize, below);
    },
  });
  if (errors) throw new Error(errors.join('\n'));
  return data && (JSON.parse(JSON.stringify(data)) as DataObject);
}

const listSizeOf = <Said>(listSizes: ReadonlyMap<string, Said>, type: GraphQLObjectType, field: string) =>
  listSizes.get(`${type.name}.${field}`) ??
  type.getInterfaces().flatMap(({ name }) => listSizes.get(`${name}.${field}`) ?? [])[0];

function sizeAsked(args: DataObject, paths: readonly Path[]): number | undefined {
  const sizes = paths
    .map((path) => path.reduce<unknown>((value, name) => (value as DataObject | null | undefined)?.[name], args))
    .filter((size) => typeof size === 'number');
  return sizes.length > 0 ? Math.max(0, ...sizes) : undefined;
}
