import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ConstDirectiveNode, type FieldDefinitionNode, Kind, parse, parseConstValue, print, visit } from 'graphql';
import type { MovingSubgraph } from './world.ts';

/** Which fields of `Photo` move from the monolith, and by which label. */
const labels = new Map([
  ['width', 'photo-move'],
  ['height', 'photo-move'],
  ['camera', 'percent(25)'],
]);

/** The photo domain's own schema as it is while fields move to it; its answers show that they are its own. */
export async function overridingPhoto(): Promise<MovingSubgraph> {
  const sdl = await readFile(join(import.meta.dirname, '../../subgraphs/photo/schema.graphql'), 'utf8');
  const own = { ownerId: 'ann', width: 2, height: 2, camera: 'photo' };
  return {
    name: 'photo',
    schema: withOverrides(sdl),
    resolvers: {
      Query: { photo: (_: unknown, { id }: { id: string }) => ({ id, ...own }) },
      Photo: { __resolveReference: (reference: object) => ({ ...own, ...reference }) },
    },
  };
}

const withOverrides = (sdl: string): string =>
  print(
    visit(parse(sdl), {
      [Kind.OBJECT_TYPE_DEFINITION]: (type) =>
        type.name.value === 'Photo' ? { ...type, fields: type.fields?.map(withOverride) } : false,
    }),
  );

function withOverride(field: FieldDefinitionNode): FieldDefinitionNode {
  const label = labels.get(field.name.value);
  return label ? { ...field, directives: [...(field.directives ?? []), override(label)] } : field;
}

/** By its full name it needs no import. https://specs.apollo.dev/link/v1.0/#Namespacing */
const override = (label: string): ConstDirectiveNode => ({
  kind: Kind.DIRECTIVE,
  name: { kind: Kind.NAME, value: 'federation__override' },
  arguments: Object.entries({ from: 'monolith', label }).map(([name, value]) => ({
    kind: Kind.ARGUMENT,
    name: { kind: Kind.NAME, value: name },
    value: parseConstValue(JSON.stringify(value)),
  })),
});
