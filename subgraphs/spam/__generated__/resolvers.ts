import type { GraphQLResolveInfo } from 'graphql';
import type { TextToJudge as PostSource, TextToJudge as CommentSource } from '../verdict.ts';
import type { BlockedUrl as BlockedUrlSource } from '../blocklist.ts';
import type { Context } from '../context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  _FieldSet: { input: unknown; output: unknown; }
};

/** What to block. */
export type BlockUrlInput = {
  /** Why, 1 to 500 characters. */
  reason: Scalars['String']['input'];
  /** An http(s) URL or a domain, up to 2,000 characters. */
  url: Scalars['String']['input'];
};

/** A block. */
export type BlockUrlPayload = {
  __typename?: 'BlockUrlPayload';
  /** The URL that is blocked now. */
  blockedUrl?: Maybe<BlockedUrl>;
  /** What was wrong with the input. */
  userErrors: Array<UserError>;
};

/** A URL that is blocked, or was once. */
export type BlockedUrl = {
  __typename?: 'BlockedUrl';
  /** When it was blocked last: ISO 8601, UTC. */
  blockedAt: Scalars['String']['output'];
  /** Who blocked it last. */
  blockedBy?: Maybe<User>;
  /** What is compared: the canonical URL without its scheme. */
  expression: Scalars['String']['output'];
  /** What moderators did to it, the latest first. One read an entry. */
  history: BlocklistChangeConnection;
  /** Opaque; the same for every spelling of the URL. */
  id: Scalars['ID']['output'];
  /** Whether it is blocked now. */
  isBlocked: Scalars['Boolean']['output'];
  /** Why it was blocked last. */
  reason: Scalars['String']['output'];
  /** The URL as it was given for the last block. */
  url: Scalars['String']['output'];
};


/** A URL that is blocked, or was once. */
export type BlockedUrlHistoryArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of blocked URLs. */
export type BlockedUrlConnection = {
  __typename?: 'BlockedUrlConnection';
  /** The blocked URLs with their cursors. */
  edges: Array<BlockedUrlEdge>;
  /** Where this page lies in the list. */
  pageInfo: PageInfo;
};

/** A blocked URL in a list. */
export type BlockedUrlEdge = {
  __typename?: 'BlockedUrlEdge';
  /** The place in the list, for `after`. */
  cursor: Scalars['String']['output'];
  /** The blocked URL. */
  node: BlockedUrl;
};

/** What a moderator can do to an entry of the blocklist. */
export type BlocklistAction =
  /** It was blocked. */
  | 'BLOCKED'
  /** The block was taken back. */
  | 'UNBLOCKED';

/** What a moderator did to an entry of the blocklist. */
export type BlocklistChange = {
  __typename?: 'BlocklistChange';
  /** What was done. */
  action: BlocklistAction;
  /** When: ISO 8601, UTC. */
  at: Scalars['String']['output'];
  /** Who did it. */
  by?: Maybe<User>;
  /** Why. */
  reason: Scalars['String']['output'];
  /** The URL as it was given. */
  url: Scalars['String']['output'];
};

/** A page of what moderators did. */
export type BlocklistChangeConnection = {
  __typename?: 'BlocklistChangeConnection';
  /** The changes with their cursors. */
  edges: Array<BlocklistChangeEdge>;
  /** Where this page lies in the list. */
  pageInfo: PageInfo;
};

/** A change in a list. */
export type BlocklistChangeEdge = {
  __typename?: 'BlocklistChangeEdge';
  /** The place in the list, for `after`. */
  cursor: Scalars['String']['output'];
  /** The change. */
  node: BlocklistChange;
};

export type Comment = {
  __typename?: 'Comment';
  id: Scalars['ID']['output'];
  /** Whether the words of this comment are spam. */
  spamVerdict?: Maybe<SpamVerdict>;
  text: Scalars['String']['output'];
};

export type Mutation = {
  __typename?: 'Mutation';
  /**
   * Blocks a URL. For moderators (scope `spam:moderate`).
   * A domain is blocked with everything on it and under it (`example.com`); a folder with everything in it, when it is among the first
   * three levels (`example.com/a/`); anything else as it is, with any query where it has none (`example.com/a`). Scheme, user, port and
   * fragment play no part. What is as wide as `com` or `co.kr` is refused.
   * Blocking what is blocked changes nothing: the first record stays.
   */
  blockUrl?: Maybe<BlockUrlPayload>;
  /** Takes the block of exactly this URL, in any spelling, back. For moderators (scope `spam:moderate`). */
  unblockUrl?: Maybe<UnblockUrlPayload>;
};


export type MutationBlockUrlArgs = {
  input: BlockUrlInput;
};


export type MutationUnblockUrlArgs = {
  input: UnblockUrlInput;
};

/** Where a page lies in its list. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** The cursor of the last edge. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether there is more behind this page. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether there is something before this page. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** The cursor of the first edge. */
  startCursor?: Maybe<Scalars['String']['output']>;
};

export type Post = {
  __typename?: 'Post';
  id: Scalars['ID']['output'];
  /** Whether the words of this post are spam. */
  spamVerdict?: Maybe<SpamVerdict>;
  text: Scalars['String']['output'];
};

export type Query = {
  __typename?: 'Query';
  /**
   * The entry of the blocklist for exactly this URL, in any spelling, blocked now or once; null when it was never blocked.
   * For moderators (scope `spam:moderate`).
   */
  blockedUrl?: Maybe<BlockedUrl>;
  /** What is blocked now, the latest block first. For moderators (scope `spam:moderate`). */
  blockedUrls?: Maybe<BlockedUrlConnection>;
  /**
   * Whether a text of up to 10,000 characters is spam.
   * URLs count with a scheme (`https://example.com/a`) and without one (`www.example.com`, `example.com/a`), in any spelling, also where
   * Korean particles follow directly. An email address is no URL.
   */
  checkSpam?: Maybe<SpamVerdict>;
};


export type QueryBlockedUrlArgs = {
  url: Scalars['String']['input'];
};


export type QueryBlockedUrlsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryCheckSpamArgs = {
  text: Scalars['String']['input'];
};

/** A blocked URL in a text. */
export type SpamMatch = {
  __typename?: 'SpamMatch';
  /** The narrowest expression of the blocklist that holds it: a canonical URL without its scheme. */
  expression: Scalars['String']['output'];
  /** The URL as it stands in the text. */
  url: Scalars['String']['output'];
};

/** Why a text is spam. */
export type SpamReason =
  /** It contains a blocked URL. */
  | 'BLOCKED_URL'
  /**
   * It contains so many URLs that they are not looked up: more than 50 different links (with a scheme, `www.`, a path or a query), or
   * more than 500 different expressions to look up for links and bare domains together.
   */
  | 'TOO_MANY_URLS';

/** What is thought of a text. */
export type SpamVerdict = {
  __typename?: 'SpamVerdict';
  /** Whether it is spam. */
  isSpam: Scalars['Boolean']['output'];
  /** The blocked URLs in the text, at most 50; those with a scheme first, each kind in the order of the text. */
  matches: Array<SpamMatch>;
  /** Why it is spam; null when it is not. */
  reason?: Maybe<SpamReason>;
};

/** What to unblock. */
export type UnblockUrlInput = {
  /** Why, 1 to 500 characters. */
  reason: Scalars['String']['input'];
  /** The URL that is blocked, in any spelling. */
  url: Scalars['String']['input'];
};

/** The end of a block. */
export type UnblockUrlPayload = {
  __typename?: 'UnblockUrlPayload';
  /** The URL that is not blocked any more. */
  blockedUrl?: Maybe<BlockedUrl>;
  /** What was wrong with the input. */
  userErrors: Array<UserError>;
};

export type User = {
  __typename?: 'User';
  id: Scalars['ID']['output'];
};

/** What the person who asked can mend. */
export type UserError = {
  __typename?: 'UserError';
  /** What kind of mistake. */
  code: UserErrorCode;
  /** The input field at fault, where it is one. */
  field?: Maybe<Scalars['String']['output']>;
  /** What is wrong, in words for people. */
  message: Scalars['String']['output'];
};

/** The kinds of mistakes that the person who asked can mend. */
export type UserErrorCode =
  /** A value is not allowed. */
  | 'BAD_USER_INPUT'
  /** It contradicts what is already there. */
  | 'CONFLICT'
  /** It is not yours to change. */
  | 'FORBIDDEN'
  /** There is no such thing, or it is hidden from you. */
  | 'NOT_FOUND';

export type WithIndex<TObject> = TObject & Record<string, any>;
export type ResolversObject<TObject> = WithIndex<TObject>;

export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = ResolversObject<{
  Comment: Comment;
  Post: Post;
}>;

/** Mapping of federation reference types */
export type FederationReferenceTypes = ResolversObject<{
  Comment:
    ( { __typename: 'Comment' }
    & GraphQLRecursivePick<FederationTypes['Comment'], {"id":true}>
    & ( Record<PropertyKey, never>
        | GraphQLRecursivePick<FederationTypes['Comment'], {"text":true}> ) );
  Post:
    ( { __typename: 'Post' }
    & GraphQLRecursivePick<FederationTypes['Post'], {"id":true}>
    & ( Record<PropertyKey, never>
        | GraphQLRecursivePick<FederationTypes['Post'], {"text":true}> ) );
}>;



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = ResolversObject<{
  BlockUrlInput: BlockUrlInput;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  BlockUrlPayload: ResolverTypeWrapper<Omit<BlockUrlPayload, 'blockedUrl'> & { blockedUrl?: Maybe<ResolversTypes['BlockedUrl']> }>;
  BlockedUrl: ResolverTypeWrapper<BlockedUrlSource>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  BlockedUrlConnection: ResolverTypeWrapper<Omit<BlockedUrlConnection, 'edges'> & { edges: Array<ResolversTypes['BlockedUrlEdge']> }>;
  BlockedUrlEdge: ResolverTypeWrapper<Omit<BlockedUrlEdge, 'node'> & { node: ResolversTypes['BlockedUrl'] }>;
  BlocklistAction: BlocklistAction;
  BlocklistChange: ResolverTypeWrapper<BlocklistChange>;
  BlocklistChangeConnection: ResolverTypeWrapper<BlocklistChangeConnection>;
  BlocklistChangeEdge: ResolverTypeWrapper<BlocklistChangeEdge>;
  Comment: ResolverTypeWrapper<CommentSource>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Post: ResolverTypeWrapper<PostSource>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  SpamMatch: ResolverTypeWrapper<SpamMatch>;
  SpamReason: SpamReason;
  SpamVerdict: ResolverTypeWrapper<SpamVerdict>;
  UnblockUrlInput: UnblockUrlInput;
  UnblockUrlPayload: ResolverTypeWrapper<Omit<UnblockUrlPayload, 'blockedUrl'> & { blockedUrl?: Maybe<ResolversTypes['BlockedUrl']> }>;
  User: ResolverTypeWrapper<User>;
  UserError: ResolverTypeWrapper<UserError>;
  UserErrorCode: UserErrorCode;
}>;

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = ResolversObject<{
  BlockUrlInput: BlockUrlInput;
  String: Scalars['String']['output'];
  BlockUrlPayload: Omit<BlockUrlPayload, 'blockedUrl'> & { blockedUrl?: Maybe<ResolversParentTypes['BlockedUrl']> };
  BlockedUrl: BlockedUrlSource;
  Int: Scalars['Int']['output'];
  ID: Scalars['ID']['output'];
  Boolean: Scalars['Boolean']['output'];
  BlockedUrlConnection: Omit<BlockedUrlConnection, 'edges'> & { edges: Array<ResolversParentTypes['BlockedUrlEdge']> };
  BlockedUrlEdge: Omit<BlockedUrlEdge, 'node'> & { node: ResolversParentTypes['BlockedUrl'] };
  BlocklistChange: BlocklistChange;
  BlocklistChangeConnection: BlocklistChangeConnection;
  BlocklistChangeEdge: BlocklistChangeEdge;
  Comment: CommentSource;
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  Post: PostSource;
  Query: Record<PropertyKey, never>;
  SpamMatch: SpamMatch;
  SpamVerdict: SpamVerdict;
  UnblockUrlInput: UnblockUrlInput;
  UnblockUrlPayload: Omit<UnblockUrlPayload, 'blockedUrl'> & { blockedUrl?: Maybe<ResolversParentTypes['BlockedUrl']> };
  User: User;
  UserError: UserError;
}>;

export type BlockUrlPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BlockUrlPayload'] = ResolversParentTypes['BlockUrlPayload']> = ResolversObject<{
  blockedUrl?: Resolver<Maybe<ResolversTypes['BlockedUrl']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
}>;

export type BlockedUrlResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BlockedUrl'] = ResolversParentTypes['BlockedUrl']> = ResolversObject<{
  blockedAt?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  blockedBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  expression?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  history?: Resolver<ResolversTypes['BlocklistChangeConnection'], ParentType, ContextType, Partial<BlockedUrlHistoryArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isBlocked?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type BlockedUrlConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BlockedUrlConnection'] = ResolversParentTypes['BlockedUrlConnection']> = ResolversObject<{
  edges?: Resolver<Array<ResolversTypes['BlockedUrlEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
}>;

export type BlockedUrlEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BlockedUrlEdge'] = ResolversParentTypes['BlockedUrlEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['BlockedUrl'], ParentType, ContextType>;
}>;

export type BlocklistChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BlocklistChange'] = ResolversParentTypes['BlocklistChange']> = ResolversObject<{
  action?: Resolver<ResolversTypes['BlocklistAction'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  by?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type BlocklistChangeConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BlocklistChangeConnection'] = ResolversParentTypes['BlocklistChangeConnection']> = ResolversObject<{
  edges?: Resolver<Array<ResolversTypes['BlocklistChangeEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
}>;

export type BlocklistChangeEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BlocklistChangeEdge'] = ResolversParentTypes['BlocklistChangeEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['BlocklistChange'], ParentType, ContextType>;
}>;

export type CommentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Comment'] = ResolversParentTypes['Comment'], FederationReferenceType extends FederationReferenceTypes['Comment'] = FederationReferenceTypes['Comment']> = ResolversObject<{
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Comment']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  spamVerdict?: Resolver<Maybe<ResolversTypes['SpamVerdict']>, ParentType, ContextType>;
}>;

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = ResolversObject<{
  blockUrl?: Resolver<Maybe<ResolversTypes['BlockUrlPayload']>, ParentType, ContextType, RequireFields<MutationBlockUrlArgs, 'input'>>;
  unblockUrl?: Resolver<Maybe<ResolversTypes['UnblockUrlPayload']>, ParentType, ContextType, RequireFields<MutationUnblockUrlArgs, 'input'>>;
}>;

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = ResolversObject<{
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type PostResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Post'] = ResolversParentTypes['Post'], FederationReferenceType extends FederationReferenceTypes['Post'] = FederationReferenceTypes['Post']> = ResolversObject<{
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Post']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  spamVerdict?: Resolver<Maybe<ResolversTypes['SpamVerdict']>, ParentType, ContextType>;
}>;

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = ResolversObject<{
  blockedUrl?: Resolver<Maybe<ResolversTypes['BlockedUrl']>, ParentType, ContextType, RequireFields<QueryBlockedUrlArgs, 'url'>>;
  blockedUrls?: Resolver<Maybe<ResolversTypes['BlockedUrlConnection']>, ParentType, ContextType, Partial<QueryBlockedUrlsArgs>>;
  checkSpam?: Resolver<Maybe<ResolversTypes['SpamVerdict']>, ParentType, ContextType, RequireFields<QueryCheckSpamArgs, 'text'>>;
}>;

export type SpamMatchResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SpamMatch'] = ResolversParentTypes['SpamMatch']> = ResolversObject<{
  expression?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type SpamVerdictResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SpamVerdict'] = ResolversParentTypes['SpamVerdict']> = ResolversObject<{
  isSpam?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  matches?: Resolver<Array<ResolversTypes['SpamMatch']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['SpamReason']>, ParentType, ContextType>;
}>;

export type UnblockUrlPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnblockUrlPayload'] = ResolversParentTypes['UnblockUrlPayload']> = ResolversObject<{
  blockedUrl?: Resolver<Maybe<ResolversTypes['BlockedUrl']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
}>;

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User']> = ResolversObject<{
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
}>;

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = ResolversObject<{
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type Resolvers<ContextType = Context> = ResolversObject<{
  BlockUrlPayload?: BlockUrlPayloadResolvers<ContextType>;
  BlockedUrl?: BlockedUrlResolvers<ContextType>;
  BlockedUrlConnection?: BlockedUrlConnectionResolvers<ContextType>;
  BlockedUrlEdge?: BlockedUrlEdgeResolvers<ContextType>;
  BlocklistChange?: BlocklistChangeResolvers<ContextType>;
  BlocklistChangeConnection?: BlocklistChangeConnectionResolvers<ContextType>;
  BlocklistChangeEdge?: BlocklistChangeEdgeResolvers<ContextType>;
  Comment?: CommentResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Post?: PostResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  SpamMatch?: SpamMatchResolvers<ContextType>;
  SpamVerdict?: SpamVerdictResolvers<ContextType>;
  UnblockUrlPayload?: UnblockUrlPayloadResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
}>;

