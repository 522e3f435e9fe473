import { type ASTVisitor, GraphQLError, type ValidationContext } from 'graphql';

/** What a document of the registry's own API may have. SDLs travel as variables, so that a real one has a few hundred tokens. */
export interface DocumentLimits {
  tokens: number;
  /** Fields that are asked for under another name: with different arguments each is a request of its own. */
  aliases: number;
}

/** Refuses documents that ask for many things at once by aliases. */
export const limitAliases =
  (limit: number) =>
  (context: ValidationContext): ASTVisitor => {
    let count = 0;
    return {
      Field({ alias }) {
        if (!alias) return;
        count++;
        if (count === limit + 1) context.reportError(new GraphQLError(`A document may have ${limit} aliases.`));
      },
    };
  };
