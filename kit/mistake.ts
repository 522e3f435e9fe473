import type { RequestContext } from './context.ts';

/** The codes that a mutation's `userErrors` may carry: what the person who asked can mend. */
export type UserErrorCode = 'BAD_USER_INPUT' | 'CONFLICT' | 'FORBIDDEN' | 'NOT_FOUND';

export interface UserError {
  code: UserErrorCode;
  /** The input field at fault, where it is one. */
  field: string | null;
  message: string;
}

/** Thrown by a domain's rule when the person who asked can mend the input; a mutation answers it in `userErrors`. */
export class UserMistake extends Error {
  readonly code: UserErrorCode;
  readonly field: string | null;

  constructor(code: UserErrorCode, field: string | null, message: string) {
    super(message);
    this.code = code;
    this.field = field;
  }
}

/**
 * Makes a mutation's resolver of a function of its input: its payload comes back with empty `userErrors`,
 * a `UserMistake` as the only entry of `userErrors` (and as a log line), everything else is thrown on.
 */
export function mutation<Input, Context extends RequestContext, Payload extends object>(
  run: (input: Input, context: Context) => Promise<Payload>,
) {
  return async (
    _parent: unknown,
    args: { input: Input },
    context: Context,
  ): Promise<Partial<Payload> & { userErrors: UserError[] }> => {
    try {
      return { ...(await run(args.input, context)), userErrors: [] };
    } catch (error) {
      if (!(error instanceof UserMistake)) throw error;
      const { code, field, message } = error;
      context.log.info({ code, field }, 'user error');
      return { userErrors: [{ code, field, message }] } as unknown as Partial<Payload> & { userErrors: UserError[] };
    }
  };
}
