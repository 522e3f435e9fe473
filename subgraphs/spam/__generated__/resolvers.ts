import type { GraphQLResolveInfo } from 'graphql';
import type { TextToJudge as PostSource, TextToJudge as CommentSource } from '../verdict.ts';
import type { BlockedUrl as BlockedUrlSource } from '../blocklist.ts';
import type { Target as SpamCaseSource } from '../target.ts';
import type { Review as ReviewSource } from '../store/work.ts';
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

/** A blocked domain, and how often it was found. */
export type BlockedDomain = {
  __typename?: 'BlockedDomain';
  /** The host of what is blocked. */
  domain: Scalars['String']['output'];
  /** How many texts with it were refused or hidden; the least that it can be, as an hour remembers its first 100 domains. */
  hits: Scalars['Int']['output'];
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
  /** Whether this comment is spam: by its words, unless a moderator has decided. */
  spamVerdict?: Maybe<SpamVerdict>;
  text: Scalars['String']['output'];
};

/** What to decide. */
export type DecideReviewInput = {
  /** Why, 1 to 500 characters. */
  reason: Scalars['String']['input'];
  /** The review. */
  reviewId: Scalars['ID']['input'];
  /** What it is. */
  verdict: ReviewVerdict;
};

/** A decision. */
export type DecideReviewPayload = {
  __typename?: 'DecideReviewPayload';
  /** What was decided about. */
  case?: Maybe<SpamCase>;
  /** What was wrong with the input. */
  userErrors: Array<UserError>;
};

export type Mutation = {
  __typename?: 'Mutation';
  /**
   * Blocks a URL. For moderators (scope `spam:moderate`).
   * A domain is blocked with everything on it and under it (`example.com`); a folder with everything in it, when it is among the first
   * three levels (`example.com/a/`); anything else as it is, with any query where it has none (`example.com/a`). Scheme, user, port and
   * fragment play no part. What is as wide as `com` or `co.kr` is refused.
   * Blocking what is blocked changes nothing: the first record stays.
   * What was checked before stays as it was found: a block hides what is published from now on, not the past.
   */
  blockUrl?: Maybe<BlockUrlPayload>;
  /**
   * Decides what waits for a review, and ends the review. For moderators (scope `spam:moderate`).
   * The decision stands whatever is blocked or unblocked later: spam is hidden, what is clean is shown.
   */
  decideReview?: Maybe<DecideReviewPayload>;
  /** Tells moderators that a comment may be spam. A person's first report of a comment counts, later ones change nothing. */
  reportComment?: Maybe<ReportCommentPayload>;
  /** Tells moderators that a post may be spam. A person's first report of a post counts, later ones change nothing. */
  reportPost?: Maybe<ReportPostPayload>;
  /**
   * Takes the block of exactly this URL, in any spelling, back. For moderators (scope `spam:moderate`).
   * What it had hidden is shown again soon after, unless something else that is blocked holds it too, or the URL is blocked again meanwhile.
   */
  unblockUrl?: Maybe<UnblockUrlPayload>;
};


export type MutationBlockUrlArgs = {
  input: BlockUrlInput;
};


export type MutationDecideReviewArgs = {
  input: DecideReviewInput;
};


export type MutationReportCommentArgs = {
  input: ReportCommentInput;
};


export type MutationReportPostArgs = {
  input: ReportPostInput;
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
  /** Whether this post is spam: by its words, unless a moderator has decided. */
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
   * Korean particles follow directly. An email address is no URL. Short links count with where they lead, as far as that is known: nothing
   * is asked of the Internet here. Texts that are found to be spam here are counted as refused (`spamStatus`).
   */
  checkSpam?: Maybe<SpamVerdict>;
  /** What waits for a moderator, the longest first. For moderators (scope `spam:moderate`). */
  reviews?: Maybe<ReviewConnection>;
  /** What spam knows of a post or a comment; null when it has not arrived here. For moderators (scope `spam:moderate`). */
  spamCase?: Maybe<SpamCase>;
  /** How the work against spam goes. For moderators (scope `spam:moderate`). */
  spamStatus?: Maybe<SpamStatus>;
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


export type QueryReviewsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QuerySpamCaseArgs = {
  targetId: Scalars['ID']['input'];
  targetType: SpamTargetType;
};

/** What to report. */
export type ReportCommentInput = {
  /** The comment; not one's own. */
  commentId: Scalars['ID']['input'];
  /** Why, 1 to 500 characters. */
  reason: Scalars['String']['input'];
};

/** A report. */
export type ReportCommentPayload = {
  __typename?: 'ReportCommentPayload';
  /** The comment that was reported. */
  comment?: Maybe<Comment>;
  /** What was wrong with the input. */
  userErrors: Array<UserError>;
};

/** What to report. */
export type ReportPostInput = {
  /** The post; not one's own. */
  postId: Scalars['ID']['input'];
  /** Why, 1 to 500 characters. */
  reason: Scalars['String']['input'];
};

/** A report. */
export type ReportPostPayload = {
  __typename?: 'ReportPostPayload';
  /** The post that was reported. */
  post?: Maybe<Post>;
  /** What was wrong with the input. */
  userErrors: Array<UserError>;
};

/** A text that waits for a moderator. */
export type Review = {
  __typename?: 'Review';
  /** What is to be decided; null when it was decided this moment. */
  case?: Maybe<SpamCase>;
  /** Why it waits. */
  cause: ReviewCause;
  /** Opaque, time-ordered. */
  id: Scalars['ID']['output'];
  /** Since when: ISO 8601, UTC. */
  openedAt: Scalars['String']['output'];
};

/** Why a text waits for a moderator. */
export type ReviewCause =
  /** Several people have reported it. */
  | 'REPORTS'
  /** It was hidden for its many URLs alone. */
  | 'TOO_MANY_URLS'
  /** It has short links that could not be followed however often it was tried. */
  | 'UNKNOWN_LINKS';

/** A page of what waits for a moderator. */
export type ReviewConnection = {
  __typename?: 'ReviewConnection';
  /** The reviews with their cursors. */
  edges: Array<ReviewEdge>;
  /** Where this page lies in the list. */
  pageInfo: PageInfo;
};

/** A review in a list. */
export type ReviewEdge = {
  __typename?: 'ReviewEdge';
  /** The place in the list, for `after`. */
  cursor: Scalars['String']['output'];
  /** The review. */
  node: Review;
};

/** What a moderator can decide. */
export type ReviewVerdict =
  /** It is none, and shown. */
  | 'CLEAN'
  /** It is spam, and hidden. */
  | 'SPAM';

/** What spam knows of a post or a comment. */
export type SpamCase = {
  __typename?: 'SpamCase';
  /** Who wrote it. */
  author?: Maybe<User>;
  /** The comment; null for a post, and when the comment cannot be seen. */
  comment?: Maybe<Comment>;
  /** What was decided, the latest first. One read a case. */
  decisions: SpamDecisionConnection;
  /** The expression of the blocklist that it is hidden by, when it is. */
  heldBy?: Maybe<Scalars['String']['output']>;
  /** Opaque. */
  id: Scalars['ID']['output'];
  /** The post; null for a comment, and when the post cannot be seen. */
  post?: Maybe<Post>;
  /** How many people have reported it since a moderator last decided; none are counted while a review is open or it is hidden. */
  reportCount: Scalars['Int']['output'];
  /** What people have reported. One read a case. */
  reports: SpamReportConnection;
  /** Where it stands. */
  status: SpamCaseStatus;
  /** What was checked; null some time after it was found clean. */
  text?: Maybe<Scalars['String']['output']>;
};


/** What spam knows of a post or a comment. */
export type SpamCaseDecisionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** What spam knows of a post or a comment. */
export type SpamCaseReportsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Where a text stands. */
export type SpamCaseStatus =
  /** Nothing was found, or a moderator decided so. It is shown. */
  | 'CLEAN'
  /** Its author has deleted it. */
  | 'DELETED'
  /** It has short links that are about to be followed. It is shown. */
  | 'PENDING'
  /** It is hidden. */
  | 'SPAM'
  /** It has short links that could not be followed; they are tried again, and at last a review is raised. It is shown. */
  | 'UNKNOWN';

/** What was decided about a text. */
export type SpamDecision = {
  __typename?: 'SpamDecision';
  /** When: ISO 8601, UTC. */
  at: Scalars['String']['output'];
  /** The moderator who decided; null when no person did. */
  by?: Maybe<User>;
  /** Why, in words: what was found, what failed, or what the moderator said. */
  detail: Scalars['String']['output'];
  /** Why it is spam; null when it is not. */
  reason?: Maybe<SpamReason>;
  /** What. */
  status: SpamCaseStatus;
};

/** A page of what was decided. */
export type SpamDecisionConnection = {
  __typename?: 'SpamDecisionConnection';
  /** The decisions with their cursors. */
  edges: Array<SpamDecisionEdge>;
  /** Where this page lies in the list. */
  pageInfo: PageInfo;
};

/** A decision in a list. */
export type SpamDecisionEdge = {
  __typename?: 'SpamDecisionEdge';
  /** The place in the list, for `after`. */
  cursor: Scalars['String']['output'];
  /** The decision. */
  node: SpamDecision;
};

/** What was counted in an hour. */
export type SpamHour = {
  __typename?: 'SpamHour';
  /** Posts and comments that were checked after they were published, each once. */
  checked: Scalars['Int']['output'];
  /** Posts and comments that were shown again. */
  cleared: Scalars['Int']['output'];
  /** Posts and comments that were hidden. */
  hidden: Scalars['Int']['output'];
  /** When it began: ISO 8601, UTC. */
  hour: Scalars['String']['output'];
  /** Texts that `checkSpam` found to be spam; a crash loses about a second of them. */
  refused: Scalars['Int']['output'];
  /** Posts and comments whose short links could not be followed at the first try. */
  unknown: Scalars['Int']['output'];
};

/** A blocked URL in a text. */
export type SpamMatch = {
  __typename?: 'SpamMatch';
  /** The narrowest expression of the blocklist that holds it, or where it leads: a canonical URL without its scheme. */
  expression: Scalars['String']['output'];
  /** The URL as it stands in the text. */
  url: Scalars['String']['output'];
};

/** Why a text is spam. */
export type SpamReason =
  /** It contains a blocked URL. */
  | 'BLOCKED_URL'
  /** A moderator decided so. */
  | 'MODERATOR'
  /**
   * It contains so many URLs that they are not looked up: more than 50 different links (with a scheme, `www.`, a path or a query), or
   * more than 500 different expressions to look up for links, where they lead, and bare domains together.
   */
  | 'TOO_MANY_URLS';

/** What a person has reported. */
export type SpamReport = {
  __typename?: 'SpamReport';
  /** When: ISO 8601, UTC. */
  at: Scalars['String']['output'];
  /** Who. */
  by?: Maybe<User>;
  /** Why. */
  reason: Scalars['String']['output'];
};

/** A page of reports. */
export type SpamReportConnection = {
  __typename?: 'SpamReportConnection';
  /** The reports with their cursors. */
  edges: Array<SpamReportEdge>;
  /** Where this page lies in the list. */
  pageInfo: PageInfo;
};

/** A report in a list. */
export type SpamReportEdge = {
  __typename?: 'SpamReportEdge';
  /** The place in the list, for `after`. */
  cursor: Scalars['String']['output'];
  /** The report. */
  node: SpamReport;
};

/** The texts whose links could not be followed yet. */
export type SpamRetries = {
  __typename?: 'SpamRetries';
  /** How long the first of them is overdue, in seconds. */
  lagSeconds: Scalars['Float']['output'];
  /** How many; counted up to 4,000. */
  length: Scalars['Int']['output'];
};

/** How the work against spam goes. */
export type SpamStatus = {
  __typename?: 'SpamStatus';
  /** This hour and the 23 before it, the latest first. */
  hours: Array<SpamHour>;
  /** Blocks that were taken back and of which something is still to be shown again; counted up to 100. */
  releases: Scalars['Int']['output'];
  /** The texts whose links could not be followed yet. */
  retries: SpamRetries;
  /** The blocked domains that were found in most texts during these hours, at most 20, the most first. */
  topBlockedDomains: Array<BlockedDomain>;
};

/** A kind of text that is checked for spam. */
export type SpamTargetType =
  /** A comment. */
  | 'COMMENT'
  /** A post. */
  | 'POST';

/** What is thought of a text. */
export type SpamVerdict = {
  __typename?: 'SpamVerdict';
  /** Whether it is spam. */
  isSpam: Scalars['Boolean']['output'];
  /**
   * Whether it cannot be said yet: nothing in the text is known to be spam, and it has short links of which nobody knows where they lead.
   * Never true together with `isSpam`.
   */
  isUnknown: Scalars['Boolean']['output'];
  /** The URLs in the text that are blocked or lead to what is, at most 50; those with a scheme first, each kind in the order of the text. */
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
  BlockedDomain: ResolverTypeWrapper<BlockedDomain>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  BlockedUrl: ResolverTypeWrapper<BlockedUrlSource>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  BlockedUrlConnection: ResolverTypeWrapper<Omit<BlockedUrlConnection, 'edges'> & { edges: Array<ResolversTypes['BlockedUrlEdge']> }>;
  BlockedUrlEdge: ResolverTypeWrapper<Omit<BlockedUrlEdge, 'node'> & { node: ResolversTypes['BlockedUrl'] }>;
  BlocklistAction: BlocklistAction;
  BlocklistChange: ResolverTypeWrapper<BlocklistChange>;
  BlocklistChangeConnection: ResolverTypeWrapper<BlocklistChangeConnection>;
  BlocklistChangeEdge: ResolverTypeWrapper<BlocklistChangeEdge>;
  Comment: ResolverTypeWrapper<CommentSource>;
  DecideReviewInput: DecideReviewInput;
  DecideReviewPayload: ResolverTypeWrapper<Omit<DecideReviewPayload, 'case'> & { case?: Maybe<ResolversTypes['SpamCase']> }>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Post: ResolverTypeWrapper<PostSource>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ReportCommentInput: ReportCommentInput;
  ReportCommentPayload: ResolverTypeWrapper<Omit<ReportCommentPayload, 'comment'> & { comment?: Maybe<ResolversTypes['Comment']> }>;
  ReportPostInput: ReportPostInput;
  ReportPostPayload: ResolverTypeWrapper<Omit<ReportPostPayload, 'post'> & { post?: Maybe<ResolversTypes['Post']> }>;
  Review: ResolverTypeWrapper<ReviewSource>;
  ReviewCause: ReviewCause;
  ReviewConnection: ResolverTypeWrapper<Omit<ReviewConnection, 'edges'> & { edges: Array<ResolversTypes['ReviewEdge']> }>;
  ReviewEdge: ResolverTypeWrapper<Omit<ReviewEdge, 'node'> & { node: ResolversTypes['Review'] }>;
  ReviewVerdict: ReviewVerdict;
  SpamCase: ResolverTypeWrapper<SpamCaseSource>;
  SpamCaseStatus: SpamCaseStatus;
  SpamDecision: ResolverTypeWrapper<SpamDecision>;
  SpamDecisionConnection: ResolverTypeWrapper<SpamDecisionConnection>;
  SpamDecisionEdge: ResolverTypeWrapper<SpamDecisionEdge>;
  SpamHour: ResolverTypeWrapper<SpamHour>;
  SpamMatch: ResolverTypeWrapper<SpamMatch>;
  SpamReason: SpamReason;
  SpamReport: ResolverTypeWrapper<SpamReport>;
  SpamReportConnection: ResolverTypeWrapper<SpamReportConnection>;
  SpamReportEdge: ResolverTypeWrapper<SpamReportEdge>;
  SpamRetries: ResolverTypeWrapper<SpamRetries>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  SpamStatus: ResolverTypeWrapper<SpamStatus>;
  SpamTargetType: SpamTargetType;
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
  BlockedDomain: BlockedDomain;
  Int: Scalars['Int']['output'];
  BlockedUrl: BlockedUrlSource;
  ID: Scalars['ID']['output'];
  Boolean: Scalars['Boolean']['output'];
  BlockedUrlConnection: Omit<BlockedUrlConnection, 'edges'> & { edges: Array<ResolversParentTypes['BlockedUrlEdge']> };
  BlockedUrlEdge: Omit<BlockedUrlEdge, 'node'> & { node: ResolversParentTypes['BlockedUrl'] };
  BlocklistChange: BlocklistChange;
  BlocklistChangeConnection: BlocklistChangeConnection;
  BlocklistChangeEdge: BlocklistChangeEdge;
  Comment: CommentSource;
  DecideReviewInput: DecideReviewInput;
  DecideReviewPayload: Omit<DecideReviewPayload, 'case'> & { case?: Maybe<ResolversParentTypes['SpamCase']> };
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  Post: PostSource;
  Query: Record<PropertyKey, never>;
  ReportCommentInput: ReportCommentInput;
  ReportCommentPayload: Omit<ReportCommentPayload, 'comment'> & { comment?: Maybe<ResolversParentTypes['Comment']> };
  ReportPostInput: ReportPostInput;
  ReportPostPayload: Omit<ReportPostPayload, 'post'> & { post?: Maybe<ResolversParentTypes['Post']> };
  Review: ReviewSource;
  ReviewConnection: Omit<ReviewConnection, 'edges'> & { edges: Array<ResolversParentTypes['ReviewEdge']> };
  ReviewEdge: Omit<ReviewEdge, 'node'> & { node: ResolversParentTypes['Review'] };
  SpamCase: SpamCaseSource;
  SpamDecision: SpamDecision;
  SpamDecisionConnection: SpamDecisionConnection;
  SpamDecisionEdge: SpamDecisionEdge;
  SpamHour: SpamHour;
  SpamMatch: SpamMatch;
  SpamReport: SpamReport;
  SpamReportConnection: SpamReportConnection;
  SpamReportEdge: SpamReportEdge;
  SpamRetries: SpamRetries;
  Float: Scalars['Float']['output'];
  SpamStatus: SpamStatus;
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

export type BlockedDomainResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BlockedDomain'] = ResolversParentTypes['BlockedDomain']> = ResolversObject<{
  domain?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  hits?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
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

export type DecideReviewPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DecideReviewPayload'] = ResolversParentTypes['DecideReviewPayload']> = ResolversObject<{
  case?: Resolver<Maybe<ResolversTypes['SpamCase']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
}>;

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = ResolversObject<{
  blockUrl?: Resolver<Maybe<ResolversTypes['BlockUrlPayload']>, ParentType, ContextType, RequireFields<MutationBlockUrlArgs, 'input'>>;
  decideReview?: Resolver<Maybe<ResolversTypes['DecideReviewPayload']>, ParentType, ContextType, RequireFields<MutationDecideReviewArgs, 'input'>>;
  reportComment?: Resolver<Maybe<ResolversTypes['ReportCommentPayload']>, ParentType, ContextType, RequireFields<MutationReportCommentArgs, 'input'>>;
  reportPost?: Resolver<Maybe<ResolversTypes['ReportPostPayload']>, ParentType, ContextType, RequireFields<MutationReportPostArgs, 'input'>>;
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
  reviews?: Resolver<Maybe<ResolversTypes['ReviewConnection']>, ParentType, ContextType, Partial<QueryReviewsArgs>>;
  spamCase?: Resolver<Maybe<ResolversTypes['SpamCase']>, ParentType, ContextType, RequireFields<QuerySpamCaseArgs, 'targetId' | 'targetType'>>;
  spamStatus?: Resolver<Maybe<ResolversTypes['SpamStatus']>, ParentType, ContextType>;
}>;

export type ReportCommentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReportCommentPayload'] = ResolversParentTypes['ReportCommentPayload']> = ResolversObject<{
  comment?: Resolver<Maybe<ResolversTypes['Comment']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
}>;

export type ReportPostPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReportPostPayload'] = ResolversParentTypes['ReportPostPayload']> = ResolversObject<{
  post?: Resolver<Maybe<ResolversTypes['Post']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
}>;

export type ReviewResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Review'] = ResolversParentTypes['Review']> = ResolversObject<{
  case?: Resolver<Maybe<ResolversTypes['SpamCase']>, ParentType, ContextType>;
  cause?: Resolver<ResolversTypes['ReviewCause'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  openedAt?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type ReviewConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReviewConnection'] = ResolversParentTypes['ReviewConnection']> = ResolversObject<{
  edges?: Resolver<Array<ResolversTypes['ReviewEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
}>;

export type ReviewEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReviewEdge'] = ResolversParentTypes['ReviewEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Review'], ParentType, ContextType>;
}>;

export type SpamCaseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SpamCase'] = ResolversParentTypes['SpamCase']> = ResolversObject<{
  author?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  comment?: Resolver<Maybe<ResolversTypes['Comment']>, ParentType, ContextType>;
  decisions?: Resolver<ResolversTypes['SpamDecisionConnection'], ParentType, ContextType, Partial<SpamCaseDecisionsArgs>>;
  heldBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  post?: Resolver<Maybe<ResolversTypes['Post']>, ParentType, ContextType>;
  reportCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reports?: Resolver<ResolversTypes['SpamReportConnection'], ParentType, ContextType, Partial<SpamCaseReportsArgs>>;
  status?: Resolver<ResolversTypes['SpamCaseStatus'], ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type SpamDecisionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SpamDecision'] = ResolversParentTypes['SpamDecision']> = ResolversObject<{
  at?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  by?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  detail?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['SpamReason']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['SpamCaseStatus'], ParentType, ContextType>;
}>;

export type SpamDecisionConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SpamDecisionConnection'] = ResolversParentTypes['SpamDecisionConnection']> = ResolversObject<{
  edges?: Resolver<Array<ResolversTypes['SpamDecisionEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
}>;

export type SpamDecisionEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SpamDecisionEdge'] = ResolversParentTypes['SpamDecisionEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SpamDecision'], ParentType, ContextType>;
}>;

export type SpamHourResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SpamHour'] = ResolversParentTypes['SpamHour']> = ResolversObject<{
  checked?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  cleared?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  hidden?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  hour?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  refused?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unknown?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type SpamMatchResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SpamMatch'] = ResolversParentTypes['SpamMatch']> = ResolversObject<{
  expression?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type SpamReportResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SpamReport'] = ResolversParentTypes['SpamReport']> = ResolversObject<{
  at?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  by?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type SpamReportConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SpamReportConnection'] = ResolversParentTypes['SpamReportConnection']> = ResolversObject<{
  edges?: Resolver<Array<ResolversTypes['SpamReportEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
}>;

export type SpamReportEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SpamReportEdge'] = ResolversParentTypes['SpamReportEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SpamReport'], ParentType, ContextType>;
}>;

export type SpamRetriesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SpamRetries'] = ResolversParentTypes['SpamRetries']> = ResolversObject<{
  lagSeconds?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  length?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type SpamStatusResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SpamStatus'] = ResolversParentTypes['SpamStatus']> = ResolversObject<{
  hours?: Resolver<Array<ResolversTypes['SpamHour']>, ParentType, ContextType>;
  releases?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  retries?: Resolver<ResolversTypes['SpamRetries'], ParentType, ContextType>;
  topBlockedDomains?: Resolver<Array<ResolversTypes['BlockedDomain']>, ParentType, ContextType>;
}>;

export type SpamVerdictResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SpamVerdict'] = ResolversParentTypes['SpamVerdict']> = ResolversObject<{
  isSpam?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isUnknown?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
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
  BlockedDomain?: BlockedDomainResolvers<ContextType>;
  BlockedUrl?: BlockedUrlResolvers<ContextType>;
  BlockedUrlConnection?: BlockedUrlConnectionResolvers<ContextType>;
  BlockedUrlEdge?: BlockedUrlEdgeResolvers<ContextType>;
  BlocklistChange?: BlocklistChangeResolvers<ContextType>;
  BlocklistChangeConnection?: BlocklistChangeConnectionResolvers<ContextType>;
  BlocklistChangeEdge?: BlocklistChangeEdgeResolvers<ContextType>;
  Comment?: CommentResolvers<ContextType>;
  DecideReviewPayload?: DecideReviewPayloadResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Post?: PostResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  ReportCommentPayload?: ReportCommentPayloadResolvers<ContextType>;
  ReportPostPayload?: ReportPostPayloadResolvers<ContextType>;
  Review?: ReviewResolvers<ContextType>;
  ReviewConnection?: ReviewConnectionResolvers<ContextType>;
  ReviewEdge?: ReviewEdgeResolvers<ContextType>;
  SpamCase?: SpamCaseResolvers<ContextType>;
  SpamDecision?: SpamDecisionResolvers<ContextType>;
  SpamDecisionConnection?: SpamDecisionConnectionResolvers<ContextType>;
  SpamDecisionEdge?: SpamDecisionEdgeResolvers<ContextType>;
  SpamHour?: SpamHourResolvers<ContextType>;
  SpamMatch?: SpamMatchResolvers<ContextType>;
  SpamReport?: SpamReportResolvers<ContextType>;
  SpamReportConnection?: SpamReportConnectionResolvers<ContextType>;
  SpamReportEdge?: SpamReportEdgeResolvers<ContextType>;
  SpamRetries?: SpamRetriesResolvers<ContextType>;
  SpamStatus?: SpamStatusResolvers<ContextType>;
  SpamVerdict?: SpamVerdictResolvers<ContextType>;
  UnblockUrlPayload?: UnblockUrlPayloadResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
}>;

