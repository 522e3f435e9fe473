import { type RequestContext, UserMistake } from '@banyan/kit';

export interface SpamCheckOptions {
  /** Spam's GraphQL endpoint. */
  url: string;
  budgetMs: number;
}

/** Asks spam about a text, as the person who writes it. */
export type SpamCheck = (text: string, context: RequestContext) => Promise<void>;

const query = 'query CheckSpam($text: String!) { checkSpam(text: $text) { isSpam } }';

/**
 * The one question between domains: known spam is refused before it is written. Without an answer within the budget the text is accepted, and
 * spam checks it by its event.
 * @throws UserMistake for known spam.
 */
export function createSpamCheck({ url, budgetMs }: SpamCheckOptions): SpamCheck {
  async function isSpam(text: string, { authorization, traceparent, log }: RequestContext): Promise<boolean> {
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization, traceparent },
        body: JSON.stringify({ query, variables: { text } }),
        signal: AbortSignal.timeout(budgetMs),
      });
      const { data } = (await response.json()) as { data?: { checkSpam?: { isSpam?: boolean } | null } | null };
      return data?.checkSpam?.isSpam === true;
    } catch (error) {
      log.warn({ err: error }, 'spam did not answer in time: accepted, to be checked later');
      return false;
    }
  }

  return async (text, context) => {
    if (text && (await isSpam(text, context))) {
      throw new UserMistake('BAD_USER_INPUT', 'text', 'This text links to something that is known as spam.');
    }
  };
}
