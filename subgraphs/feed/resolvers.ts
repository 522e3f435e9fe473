import type { Resolvers } from './__generated__/resolvers.ts';
import { Mutation } from './resolvers/mutation.ts';
import { Query } from './resolvers/query.ts';
import { Comment, Post, User } from './resolvers/types.ts';

export const resolvers: Resolvers = { Query, Mutation, Post, Comment, User };
