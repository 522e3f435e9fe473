import { checkTypes, checkValidations, db, type Request, type Types, validationOf } from './dynalite.ts';
import { options } from './store.ts';

const onConditionFailure = {
  ReturnValuesOnConditionCheckFailure: { type: 'String', enum: ['ALL_OLD', 'NONE'] },
};

const singleWrites = new Set(['PutItem', 'UpdateItem', 'DeleteItem']);

/** Checks a request as dynalite does, which also parses its expressions in place. */
export function validate(operation: string, body: Request): Request {
  const { types, custom } = validationOf(operation);
  const known = singleWrites.has(operation) ? { ...types, ...onConditionFailure } : types;
  return validateAs(known, body, custom);
}

/** Checks a request against a description of its members, in dynalite's language. */
export function validateAs(types: Types, body: Request, custom?: unknown): Request {
  const data = checkTypes(body, types);
  checkValidations(data, types, custom, { options });
  return data;
}

/** The members of a list of actions in a transaction, each the description of one of dynalite's operations in part. */
export function transactionTypes(
  actions: Record<string, { operation: string; members: string[]; needs?: string }>,
): Types {
  const kinds = Object.entries(actions).map(([kind, { operation, members, needs }]) => {
    const known: Types = { ...validationOf(operation).types, ...onConditionFailure };
    const children = Object.fromEntries(members.map((member) => [member, known[member]]));
    if (needs) children[needs] = { type: 'String', notNull: true };
    return [kind, { type: `FieldStruct<${kind}>`, children }];
  });
  return {
    TransactItems: {
      type: 'List',
      notNull: true,
      lengthGreaterThanOrEqual: 1,
      lengthLessThanOrEqual: 100,
      children: { type: 'ValueStruct<TransactItem>', notNull: true, children: Object.fromEntries(kinds) },
    },
    ClientRequestToken: { type: 'String', lengthGreaterThanOrEqual: 1, lengthLessThanOrEqual: 36 },
  };
}

/** Runs the part of dynalite's validation that looks at values and parses expressions. */
export function parseExpressions(operation: string, data: Request): void {
  const message = validationOf(operation).custom?.(data, { options });
  if (message) throw db.validationError(message);
}
