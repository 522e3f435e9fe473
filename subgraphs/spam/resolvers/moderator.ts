import { requireScope } from '@banyan/kit';
import type { Context } from '../context.ts';

/** @throws UNAUTHENTICATED or FORBIDDEN when it is not a moderator who asks. */
export const requireModerator = (context: Context): void => requireScope(context, 'spam:moderate');
