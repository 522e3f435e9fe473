import type { Dice } from './dice.ts';
import type { FieldModel, InputModel, ObjectModel, SchemaModel } from './schemaModel.ts';

const scalars = ['Int', 'Float', 'String', 'Boolean', 'ID', 'Date'];

/** A type name in random wrappers. */
export const wrapped = (dice: Dice, name: string): string => {
  const inner = dice.chance(0.3) ? `${name}!` : name;
  const listed = dice.chance(0.2) ? `[${inner}]` : inner;
  return dice.chance(0.2) && !listed.endsWith('!') ? `${listed}!` : listed;
};

export const outputNames = (model: SchemaModel): string[] => [
  ...scalars,
  ...Object.keys(model.enums),
  ...Object.keys(model.enums),
  ...[...Object.keys(model.interfaces), ...Object.keys(model.unions)].flatMap((name) => [name, name, name]),
  ...Object.keys(model.objects).filter((name) => name !== 'Query'),
];

export const inputNames = (model: SchemaModel): string[] => [
  ...scalars.slice(0, 5),
  ...Object.keys(model.enums).flatMap((name) => [name, name]),
  ...Object.keys(model.inputs).flatMap((name) => [name, name]),
];

/** An argument or input field. Not every type allows the default that it may get: such a model makes no schema. */
export const randomInput = (dice: Dice, model: SchemaModel): InputModel => {
  const type = wrapped(dice, dice.pick(inputNames(model)));
  const fixed: Record<string, string> = { Int: '3', Float: '1.5', String: '"s"', Boolean: 'true' };
  const value = fixed[type.replace('!', '')];
  return value !== undefined && dice.chance(0.5) ? { type, default: value } : { type };
};

export const randomField = (dice: Dice, model: SchemaModel): FieldModel => ({
  type: wrapped(dice, dice.pick(outputNames(model))),
  args: dice.chance(0.4) ? { [`a${dice.roll(2)}`]: randomInput(dice, model) } : {},
});

const randomFields = (dice: Dice, model: SchemaModel, prefix: string): Record<string, FieldModel> =>
  Object.fromEntries(
    Array.from({ length: 2 + dice.roll(3) }, (_, index) => [`${prefix}${index}`, randomField(dice, model)]),
  );

/** A small schema with a few of everything, often recursive. */
export const randomModel = (dice: Dice): SchemaModel => {
  const named = <T>(prefix: string, count: number, make: (name: string) => T): Record<string, T> =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`${prefix}${index}`, make(`${prefix}${index}`)]));
  const empty = (): ObjectModel => ({ implements: [], fields: {} });
  const model: SchemaModel = {
    enums: named('E', 2, () => ['A', 'B', 'C'].slice(0, 2 + dice.roll(2))),
    inputs: named('I', 3, () => ({})),
    interfaces: named('N', 2, empty),
    objects: { ...named('T', 4, empty), Query: empty() },
    unions: named('U', 2, () => ['T0', 'T1', 'T2', 'T3'].filter(() => dice.chance(0.6))),
    directive: dice.chance(0.5) ? { n: randomInput(dice, { ...emptyModel, enums: {} }) } : undefined,
  };
  for (const members of Object.values(model.unions)) if (members.length === 0) members.push('T0');
  for (const fields of Object.values(model.inputs)) {
    for (let index = 0; index < 2 + dice.roll(2); index++) fields[`f${index}`] = randomInput(dice, model);
  }
  for (const [name, type] of Object.entries(model.interfaces)) type.fields = randomFields(dice, model, `n${name}`);
  for (const [name, type] of Object.entries(model.objects)) {
    type.fields = randomFields(dice, model, 'x');
    if (name !== 'Query')
      for (const other of Object.keys(model.interfaces)) if (dice.chance(0.5)) implement(dice, model, type, other);
  }
  for (const [index, name] of [...Object.keys(model.interfaces), ...Object.keys(model.unions)].entries()) {
    const query = model.objects.Query;
    if (query) query.fields[`q${index}`] = { type: wrapped(dice, name), args: {} };
  }
  return model;
};

const emptyModel: SchemaModel = {
  enums: {},
  inputs: {},
  interfaces: {},
  objects: {},
  unions: {},
  directive: undefined,
};

/** Gives a type an interface and its fields, now and then with a type that promises more. */
export const implement = (dice: Dice, model: SchemaModel, type: ObjectModel, name: string): void => {
  const fields = model.interfaces[name]?.fields ?? {};
  if (!type.implements.includes(name)) type.implements.push(name);
  for (const [field, { type: promised, args }] of Object.entries(fields)) {
    const narrower = dice.chance(0.3) && !promised.endsWith('!') ? `${promised}!` : promised;
    type.fields[field] = { type: narrower, args: structuredClone(args) };
  }
};
