import type { Dice } from './dice.ts';
import { implement, inputNames, outputNames, randomField, randomInput, wrapped } from './randomSchema.ts';
import type { FieldModel, InputModel, ObjectModel, SchemaModel } from './schemaModel.ts';

type Edit = (dice: Dice, model: SchemaModel) => void;

/** Makes one random change. The result need not be a valid schema. */
export const randomEdit = (dice: Dice, model: SchemaModel): SchemaModel => {
  const edited = structuredClone(model);
  dice.pick(edits)(dice, edited);
  return edited;
};

const anyObject = (dice: Dice, model: SchemaModel): ObjectModel =>
  dice.pick([...Object.values(model.objects), ...Object.values(model.interfaces)]);
const anyField = (dice: Dice, model: SchemaModel): FieldModel =>
  dice.pick(Object.values(anyObject(dice, model).fields));
const anyInputs = (dice: Dice, model: SchemaModel): Record<string, InputModel> =>
  dice.chance(0.5) ? dice.pick(Object.values(model.inputs)) : anyField(dice, model).args;
const anyInput = (dice: Dice, model: SchemaModel): InputModel | undefined => {
  const inputs = Object.values(anyInputs(dice, model));
  return inputs.length > 0 ? dice.pick(inputs) : undefined;
};

/** Non-null to nullable or back, outside or inside a list. */
const toggle = (dice: Dice, type: string): string => {
  if (type.startsWith('[') && dice.chance(0.5)) {
    const end = type.lastIndexOf(']');
    return `[${toggle(dice, type.slice(1, end))}]${type.slice(end + 1)}`;
  }
  return type.endsWith('!') ? type.slice(0, -1) : `${type}!`;
};

const removeOne = (dice: Dice, record: Record<string, unknown>): void => {
  const names = Object.keys(record);
  if (names.length > 1 || (names.length === 1 && dice.chance(0.5))) delete record[dice.pick(names)];
};

const edits: readonly Edit[] = [
  (dice, model) => removeOne(dice, anyObject(dice, model).fields),
  (dice, model) => {
    anyObject(dice, model).fields.added = randomField(dice, model);
  },
  (dice, model) => {
    const field = anyField(dice, model);
    field.type = toggle(dice, field.type);
  },
  // Where an interface's field is loosened, its implementers' may be as well.
  (dice, model) => {
    const name = dice.pick(Object.keys(dice.pick(Object.values(model.interfaces)).fields));
    for (const { fields } of [...Object.values(model.interfaces), ...Object.values(model.objects)]) {
      const field = fields[name];
      if (field) field.type = dice.chance(0.8) ? field.type.replace(/!$/, '') : toggle(dice, field.type);
    }
  },
  (dice, model) => {
    anyField(dice, model).type = wrapped(dice, dice.pick(outputNames(model)));
  },
  (dice, model) => {
    anyField(dice, model).args[`a${dice.roll(2)}`] = randomInput(dice, model);
  },
  (dice, model) => removeOne(dice, anyInputs(dice, model)),
  (dice, model) => {
    dice.pick(Object.values(model.inputs))[`f${dice.roll(4)}`] = randomInput(dice, model);
  },
  (dice, model) => {
    const input = anyInput(dice, model);
    if (input) input.type = toggle(dice, input.type);
  },
  (dice, model) => {
    const input = anyInput(dice, model);
    if (input) input.type = wrapped(dice, dice.pick(inputNames(model)));
  },
  (dice, model) => {
    const input = anyInput(dice, model);
    if (input?.default !== undefined && dice.chance(0.5)) delete input.default;
    else if (input) input.default = dice.pick(['4', 'null', '"t"', '[]', 'A']);
  },
  (dice, model) => {
    dice.pick(Object.values(model.enums)).push(dice.pick(['D', 'E']));
  },
  (dice, model) => {
    const values = dice.pick(Object.values(model.enums));
    values.splice(dice.roll(values.length), 1);
  },
  (dice, model) => {
    const members = dice.pick(Object.values(model.unions));
    const member = dice.pick(['T0', 'T1', 'T2', 'T3']);
    if (members.includes(member)) members.splice(members.indexOf(member), 1);
    else members.push(member);
  },
  (dice, model) => {
    const type = dice.pick(Object.values(model.objects));
    const name = dice.pick(Object.keys(model.interfaces));
    if (type.implements.includes(name)) type.implements.splice(type.implements.indexOf(name), 1);
    else implement(dice, model, type, name);
  },
  (dice, model) => {
    const name = dice.pick(Object.keys(model.interfaces));
    const type: ObjectModel = { implements: [], fields: {} };
    implement(dice, model, type, name);
    model.objects.T9 = type;
  },
  (dice, model) => {
    model.directive = model.directive && dice.chance(0.5) ? undefined : { n: { type: dice.pick(['Int', 'Int!']) } };
  },
];
