import type { GraphQLResolveInfo } from 'graphql';
import type { Photo as PhotoSource, UserReference as UserSource } from '../photo.ts';
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

/** Which upload has been sent. */
export type CompletePhotoUploadInput = {
  /** The photo that `requestPhotoUpload` answered. */
  photoId: Scalars['ID']['input'];
};

/** A photo whose upload is complete. */
export type CompletePhotoUploadPayload = {
  __typename?: 'CompletePhotoUploadPayload';
  /** The photo, ready; null when it was rejected, which `photo` shows with the reason. */
  photo?: Maybe<Photo>;
  /** What was wrong with the input, or with what had been sent. */
  userErrors: Array<UserError>;
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Checks what has arrived and makes the photo ready. Completing twice is completing once. */
  completePhotoUpload?: Maybe<CompletePhotoUploadPayload>;
  /** Opens an upload: send the bytes to the address that it answers, then call `completePhotoUpload`. */
  requestPhotoUpload?: Maybe<RequestPhotoUploadPayload>;
};


export type MutationCompletePhotoUploadArgs = {
  input: CompletePhotoUploadInput;
};


export type MutationRequestPhotoUploadArgs = {
  input: RequestPhotoUploadInput;
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

/**
 * A photo of one person. Whoever refers to one says whose it is (`ownerId`), and gets nothing where that is wrong: there is no
 * key without the owner, as a query planner would take the shorter one and leave the owner out.
 */
export type Photo = {
  __typename?: 'Photo';
  /** How many bytes it has. */
  byteSize: Scalars['Int']['output'];
  /** What kind of image it is. */
  contentType: PhotoContentType;
  /** When its upload was asked for: ISO 8601, UTC. */
  createdAt: Scalars['String']['output'];
  /** Opaque, ordered by the time when its upload was asked for. */
  id: Scalars['ID']['output'];
  /** Whose photo it is. */
  owner?: Maybe<User>;
  /** The id of the owner, for the other subgraphs. */
  ownerId: Scalars['ID']['output'];
  /** Why it was rejected; null unless it was. */
  rejectionReason?: Maybe<Scalars['String']['output']>;
  /** How far it is. */
  status: PhotoStatus;
  /** Where the bytes are: for anybody, until it expires within the hour. Null unless the photo is ready. */
  url?: Maybe<Scalars['String']['output']>;
};

/** A page of photos. */
export type PhotoConnection = {
  __typename?: 'PhotoConnection';
  /** The photos with their cursors. */
  edges: Array<PhotoEdge>;
  /** Where this page lies in the list. */
  pageInfo: PageInfo;
};

/** The kinds of images that can be uploaded. */
export type PhotoContentType =
  /** GIF, `image/gif`. */
  | 'IMAGE_GIF'
  /** JPEG, `image/jpeg`. */
  | 'IMAGE_JPEG'
  /** PNG without animation, `image/png`. */
  | 'IMAGE_PNG'
  /** WebP, `image/webp`. */
  | 'IMAGE_WEBP';

/** A photo in a list. */
export type PhotoEdge = {
  __typename?: 'PhotoEdge';
  /** The place in the list, for `after`. */
  cursor: Scalars['String']['output'];
  /** The photo. */
  node: Photo;
};

/** How far a photo is. */
export type PhotoStatus =
  /** The bytes have not arrived, or `completePhotoUpload` has not been called. After a day it is forgotten. */
  | 'AWAITING_UPLOAD'
  /** It can be seen. */
  | 'READY'
  /** What arrived was not what had been announced. After a day it is forgotten. */
  | 'REJECTED';

/**
 * A request that takes the bytes of one photo. It must be sent exactly so, with a body of the announced size; everything else is
 * refused. It can be repeated until it expires, but what is sent after completion changes nothing.
 */
export type PhotoUpload = {
  __typename?: 'PhotoUpload';
  /** Until when the address can be used: ISO 8601, UTC. */
  expiresAt: Scalars['String']['output'];
  /** The headers to set; `content-length` is set by every HTTP client itself. */
  headers: Array<PhotoUploadHeader>;
  /** The HTTP method. */
  method: Scalars['String']['output'];
  /** The address, which needs no other authorization. */
  url: Scalars['String']['output'];
};

/** A header of an HTTP request. */
export type PhotoUploadHeader = {
  __typename?: 'PhotoUploadHeader';
  /** Its name, in small letters. */
  name: Scalars['String']['output'];
  /** Its value. */
  value: Scalars['String']['output'];
};

export type Query = {
  __typename?: 'Query';
  /** A photo by id. One that is not ready is shown to its owner alone, and null to everybody else. */
  photo?: Maybe<Photo>;
};


export type QueryPhotoArgs = {
  id: Scalars['ID']['input'];
};

/** What will be uploaded. */
export type RequestPhotoUploadInput = {
  /** How many bytes it has, exactly: 1 to 20,971,520 (20 MiB). */
  byteSize: Scalars['Int']['input'];
  /** What kind of image it is: the contents must be of that kind. */
  contentType: PhotoContentType;
};

/** An open upload. */
export type RequestPhotoUploadPayload = {
  __typename?: 'RequestPhotoUploadPayload';
  /** The photo, which awaits its upload. */
  photo?: Maybe<Photo>;
  /** Where to send the bytes. */
  upload?: Maybe<PhotoUpload>;
  /** What was wrong with the input. */
  userErrors: Array<UserError>;
};

export type User = {
  __typename?: 'User';
  id: Scalars['ID']['output'];
  /** The photos of this person that are ready, newest first; to their owner as well. */
  photos?: Maybe<PhotoConnection>;
};


export type UserPhotosArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
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
  Photo: Photo;
  User: User;
}>;

/** Mapping of federation reference types */
export type FederationReferenceTypes = ResolversObject<{
  Photo:
    ( { __typename: 'Photo' }
    & GraphQLRecursivePick<FederationTypes['Photo'], {"id":true,"ownerId":true}> );
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
}>;



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = ResolversObject<{
  CompletePhotoUploadInput: CompletePhotoUploadInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  CompletePhotoUploadPayload: ResolverTypeWrapper<Omit<CompletePhotoUploadPayload, 'photo'> & { photo?: Maybe<ResolversTypes['Photo']> }>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Photo: ResolverTypeWrapper<PhotoSource>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  PhotoConnection: ResolverTypeWrapper<Omit<PhotoConnection, 'edges'> & { edges: Array<ResolversTypes['PhotoEdge']> }>;
  PhotoContentType: PhotoContentType;
  PhotoEdge: ResolverTypeWrapper<Omit<PhotoEdge, 'node'> & { node: ResolversTypes['Photo'] }>;
  PhotoStatus: PhotoStatus;
  PhotoUpload: ResolverTypeWrapper<PhotoUpload>;
  PhotoUploadHeader: ResolverTypeWrapper<PhotoUploadHeader>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RequestPhotoUploadInput: RequestPhotoUploadInput;
  RequestPhotoUploadPayload: ResolverTypeWrapper<Omit<RequestPhotoUploadPayload, 'photo'> & { photo?: Maybe<ResolversTypes['Photo']> }>;
  User: ResolverTypeWrapper<UserSource>;
  UserError: ResolverTypeWrapper<UserError>;
  UserErrorCode: UserErrorCode;
}>;

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = ResolversObject<{
  CompletePhotoUploadInput: CompletePhotoUploadInput;
  ID: Scalars['ID']['output'];
  CompletePhotoUploadPayload: Omit<CompletePhotoUploadPayload, 'photo'> & { photo?: Maybe<ResolversParentTypes['Photo']> };
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  String: Scalars['String']['output'];
  Boolean: Scalars['Boolean']['output'];
  Photo: PhotoSource;
  Int: Scalars['Int']['output'];
  PhotoConnection: Omit<PhotoConnection, 'edges'> & { edges: Array<ResolversParentTypes['PhotoEdge']> };
  PhotoEdge: Omit<PhotoEdge, 'node'> & { node: ResolversParentTypes['Photo'] };
  PhotoUpload: PhotoUpload;
  PhotoUploadHeader: PhotoUploadHeader;
  Query: Record<PropertyKey, never>;
  RequestPhotoUploadInput: RequestPhotoUploadInput;
  RequestPhotoUploadPayload: Omit<RequestPhotoUploadPayload, 'photo'> & { photo?: Maybe<ResolversParentTypes['Photo']> };
  User: UserSource;
  UserError: UserError;
}>;

export type CompletePhotoUploadPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CompletePhotoUploadPayload'] = ResolversParentTypes['CompletePhotoUploadPayload']> = ResolversObject<{
  photo?: Resolver<Maybe<ResolversTypes['Photo']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
}>;

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = ResolversObject<{
  completePhotoUpload?: Resolver<Maybe<ResolversTypes['CompletePhotoUploadPayload']>, ParentType, ContextType, RequireFields<MutationCompletePhotoUploadArgs, 'input'>>;
  requestPhotoUpload?: Resolver<Maybe<ResolversTypes['RequestPhotoUploadPayload']>, ParentType, ContextType, RequireFields<MutationRequestPhotoUploadArgs, 'input'>>;
}>;

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = ResolversObject<{
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type PhotoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Photo'] = ResolversParentTypes['Photo'], FederationReferenceType extends FederationReferenceTypes['Photo'] = FederationReferenceTypes['Photo']> = ResolversObject<{
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Photo']> | FederationReferenceType, FederationReferenceType, ContextType>;
  byteSize?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  contentType?: Resolver<ResolversTypes['PhotoContentType'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  ownerId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  rejectionReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['PhotoStatus'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type PhotoConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PhotoConnection'] = ResolversParentTypes['PhotoConnection']> = ResolversObject<{
  edges?: Resolver<Array<ResolversTypes['PhotoEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
}>;

export type PhotoEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PhotoEdge'] = ResolversParentTypes['PhotoEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Photo'], ParentType, ContextType>;
}>;

export type PhotoUploadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PhotoUpload'] = ResolversParentTypes['PhotoUpload']> = ResolversObject<{
  expiresAt?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  headers?: Resolver<Array<ResolversTypes['PhotoUploadHeader']>, ParentType, ContextType>;
  method?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type PhotoUploadHeaderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PhotoUploadHeader'] = ResolversParentTypes['PhotoUploadHeader']> = ResolversObject<{
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = ResolversObject<{
  photo?: Resolver<Maybe<ResolversTypes['Photo']>, ParentType, ContextType, RequireFields<QueryPhotoArgs, 'id'>>;
}>;

export type RequestPhotoUploadPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RequestPhotoUploadPayload'] = ResolversParentTypes['RequestPhotoUploadPayload']> = ResolversObject<{
  photo?: Resolver<Maybe<ResolversTypes['Photo']>, ParentType, ContextType>;
  upload?: Resolver<Maybe<ResolversTypes['PhotoUpload']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
}>;

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = ResolversObject<{
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  photos?: Resolver<Maybe<ResolversTypes['PhotoConnection']>, ParentType, ContextType, Partial<UserPhotosArgs>>;
}>;

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = ResolversObject<{
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type Resolvers<ContextType = Context> = ResolversObject<{
  CompletePhotoUploadPayload?: CompletePhotoUploadPayloadResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Photo?: PhotoResolvers<ContextType>;
  PhotoConnection?: PhotoConnectionResolvers<ContextType>;
  PhotoEdge?: PhotoEdgeResolvers<ContextType>;
  PhotoUpload?: PhotoUploadResolvers<ContextType>;
  PhotoUploadHeader?: PhotoUploadHeaderResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RequestPhotoUploadPayload?: RequestPhotoUploadPayloadResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
}>;

