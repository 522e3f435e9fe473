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

/** Which photo everybody may see. */
export type ApprovePhotoInput = {
  /** A photo that is held. */
  photoId: Scalars['ID']['input'];
};

/** A photo that was approved. */
export type ApprovePhotoPayload = {
  __typename?: 'ApprovePhotoPayload';
  /** The photo, ready. */
  photo?: Maybe<Photo>;
  /** What was wrong with the input. */
  userErrors: Array<UserError>;
};

/** Which upload has been sent. */
export type CompletePhotoUploadInput = {
  /** The photo that `requestPhotoUpload` answered. */
  photoId: Scalars['ID']['input'];
};

/** A photo whose upload is complete. */
export type CompletePhotoUploadPayload = {
  __typename?: 'CompletePhotoUploadPayload';
  /** The photo: being processed, or what has become of it already; null when it was rejected. */
  photo?: Maybe<Photo>;
  /** What was wrong with the input, or with what had been sent. */
  userErrors: Array<UserError>;
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Shows a held photo to everybody. For people with the scope `photo:moderate`. */
  approvePhoto?: Maybe<ApprovePhotoPayload>;
  /**
   * Says that the bytes are there, and has them processed: checked, drawn anew in three sizes without their metadata, and looked at. It
   * answers before that is done; `Photo.status` tells how far it is. Completing twice is completing once.
   */
  completePhotoUpload?: Maybe<CompletePhotoUploadPayload>;
  /** Rejects a held photo, for good. For people with the scope `photo:moderate`. */
  rejectPhoto?: Maybe<RejectPhotoPayload>;
  /** Opens an upload: send the bytes to the address that it answers, then call `completePhotoUpload`. */
  requestPhotoUpload?: Maybe<RequestPhotoUploadPayload>;
};


export type MutationApprovePhotoArgs = {
  input: ApprovePhotoInput;
};


export type MutationCompletePhotoUploadArgs = {
  input: CompletePhotoUploadInput;
};


export type MutationRejectPhotoArgs = {
  input: RejectPhotoInput;
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
  /** A BlurHash (https://blurha.sh), to show while the picture loads; null until it is processed. */
  blurHash?: Maybe<Scalars['String']['output']>;
  /** How many bytes it has: until it is processed, as announced; from then on, at `url`. */
  byteSize: Scalars['Int']['output'];
  /** Maker and model of the camera, where the file tells. */
  camera?: Maybe<Scalars['String']['output']>;
  /** What kind of image it is: until it is processed, the one that was announced; from then on, what `url` serves, which is WebP. */
  contentType: PhotoContentType;
  /** When its upload was asked for: ISO 8601, UTC. */
  createdAt: Scalars['String']['output'];
  /** Its main colours as `#rrggbb`, the most frequent first; none until it is processed. */
  dominantColors: Array<Scalars['String']['output']>;
  /** How many rows of pixels, at `url`; null until it is processed. */
  height?: Maybe<Scalars['Int']['output']>;
  /** Why it is held, or was; null to everybody but moderators. */
  holdReason?: Maybe<Scalars['String']['output']>;
  /** Opaque, ordered by the time when its upload was asked for. */
  id: Scalars['ID']['output'];
  /** What it shows, as machines see it: at most 10, the surest first, in small letters. */
  labels: Array<Scalars['String']['output']>;
  /** Whose photo it is. */
  owner?: Maybe<User>;
  /** The id of the owner, for the other subgraphs. */
  ownerId: Scalars['ID']['output'];
  /** Why it was rejected; null unless it was. */
  rejectionReason?: Maybe<Scalars['String']['output']>;
  /** One of its pictures; null where `url` is. */
  rendition?: Maybe<PhotoRendition>;
  /** How far it is. */
  status: PhotoStatus;
  /** When it was taken, where the file tells: ISO 8601, UTC; without a zone where the camera does not know its own. */
  takenAt?: Maybe<Scalars['String']['output']>;
  /**
   * Where its largest picture is: for anybody, until it expires within the hour. Null unless the photo is ready (to moderators: or held).
   * What is served is drawn anew, upright and without any metadata, and never the file that was uploaded.
   */
  url?: Maybe<Scalars['String']['output']>;
  /** Pixels a row, at `url`; null until it is processed. */
  width?: Maybe<Scalars['Int']['output']>;
};


/**
 * A photo of one person. Whoever refers to one says whose it is (`ownerId`), and gets nothing where that is wrong: there is no
 * key without the owner, as a query planner would take the shorter one and leave the owner out.
 */
export type PhotoRenditionArgs = {
  size: PhotoSize;
};

/** A page of photos. */
export type PhotoConnection = {
  __typename?: 'PhotoConnection';
  /** The photos with their cursors. */
  edges: Array<PhotoEdge>;
  /** Where this page lies in the list. */
  pageInfo: PageInfo;
};

/** The kinds of images that can be uploaded, of at most 64 megapixels. */
export type PhotoContentType =
  /** GIF, `image/gif`; of an animation, its first picture is shown. */
  | 'IMAGE_GIF'
  /** JPEG, `image/jpeg`. */
  | 'IMAGE_JPEG'
  /** PNG without animation, `image/png`. */
  | 'IMAGE_PNG'
  /** WebP, `image/webp`; of an animation, its first picture is shown. */
  | 'IMAGE_WEBP';

/** A photo in a list. */
export type PhotoEdge = {
  __typename?: 'PhotoEdge';
  /** The place in the list, for `after`. */
  cursor: Scalars['String']['output'];
  /** The photo. */
  node: Photo;
};

/** A picture of a photo: WebP, upright, without any metadata. */
export type PhotoRendition = {
  __typename?: 'PhotoRendition';
  /** How many bytes it has. */
  byteSize: Scalars['Int']['output'];
  /** How many rows of pixels. */
  height: Scalars['Int']['output'];
  /** Where it is: for anybody, until it expires within the hour. */
  url: Scalars['String']['output'];
  /** Pixels a row. */
  width: Scalars['Int']['output'];
};

/** How large a picture is. None is larger than what was uploaded. */
export type PhotoSize =
  /** At most 2,048 pixels a side, for whole screens. */
  | 'LARGE'
  /** At most 1,080 pixels a side, for feeds. */
  | 'MEDIUM'
  /** At most 320 pixels a side, for lists. */
  | 'SMALL';

/** How far a photo is. */
export type PhotoStatus =
  /** The bytes have not arrived, or `completePhotoUpload` has not been called. After a day it is forgotten. */
  | 'AWAITING_UPLOAD'
  /** A machine took it for something that not everybody should see: a moderator decides. */
  | 'HELD'
  /** The bytes have arrived and are being processed, which takes seconds. */
  | 'PROCESSING'
  /** It can be seen. */
  | 'READY'
  /** It cannot be shown; `rejectionReason` says why. After 30 days it is forgotten. */
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
  /** The photos that wait for a moderator's decision, newest first. For people with the scope `photo:moderate`. */
  heldPhotos?: Maybe<PhotoConnection>;
  /**
   * A photo by id. One that is not ready is shown to its owner alone (a held one to moderators too), and null to everybody else. Blocks
   * between people hide posts, not photos: whoever has the id of one that is ready sees it.
   */
  photo?: Maybe<Photo>;
  /** The ready photos that show something, newest first. */
  photosByLabel?: Maybe<PhotoConnection>;
};


export type QueryHeldPhotosArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryPhotoArgs = {
  id: Scalars['ID']['input'];
};


export type QueryPhotosByLabelArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  label: Scalars['String']['input'];
};

/** Which photo nobody may see. */
export type RejectPhotoInput = {
  /** A photo that is held. */
  photoId: Scalars['ID']['input'];
  /** Why, in words for its owner: 1 to 300 characters. */
  reason: Scalars['String']['input'];
};

/** A photo that a moderator has rejected. */
export type RejectPhotoPayload = {
  __typename?: 'RejectPhotoPayload';
  /** The photo, rejected. */
  photo?: Maybe<Photo>;
  /** What was wrong with the input. */
  userErrors: Array<UserError>;
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
  /** The photos of this person that are ready, newest first; to their owner as well. Blocks hide the person, not these. */
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
  ApprovePhotoInput: ApprovePhotoInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  ApprovePhotoPayload: ResolverTypeWrapper<Omit<ApprovePhotoPayload, 'photo'> & { photo?: Maybe<ResolversTypes['Photo']> }>;
  CompletePhotoUploadInput: CompletePhotoUploadInput;
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
  PhotoRendition: ResolverTypeWrapper<PhotoRendition>;
  PhotoSize: PhotoSize;
  PhotoStatus: PhotoStatus;
  PhotoUpload: ResolverTypeWrapper<PhotoUpload>;
  PhotoUploadHeader: ResolverTypeWrapper<PhotoUploadHeader>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RejectPhotoInput: RejectPhotoInput;
  RejectPhotoPayload: ResolverTypeWrapper<Omit<RejectPhotoPayload, 'photo'> & { photo?: Maybe<ResolversTypes['Photo']> }>;
  RequestPhotoUploadInput: RequestPhotoUploadInput;
  RequestPhotoUploadPayload: ResolverTypeWrapper<Omit<RequestPhotoUploadPayload, 'photo'> & { photo?: Maybe<ResolversTypes['Photo']> }>;
  User: ResolverTypeWrapper<UserSource>;
  UserError: ResolverTypeWrapper<UserError>;
  UserErrorCode: UserErrorCode;
}>;

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = ResolversObject<{
  ApprovePhotoInput: ApprovePhotoInput;
  ID: Scalars['ID']['output'];
  ApprovePhotoPayload: Omit<ApprovePhotoPayload, 'photo'> & { photo?: Maybe<ResolversParentTypes['Photo']> };
  CompletePhotoUploadInput: CompletePhotoUploadInput;
  CompletePhotoUploadPayload: Omit<CompletePhotoUploadPayload, 'photo'> & { photo?: Maybe<ResolversParentTypes['Photo']> };
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  String: Scalars['String']['output'];
  Boolean: Scalars['Boolean']['output'];
  Photo: PhotoSource;
  Int: Scalars['Int']['output'];
  PhotoConnection: Omit<PhotoConnection, 'edges'> & { edges: Array<ResolversParentTypes['PhotoEdge']> };
  PhotoEdge: Omit<PhotoEdge, 'node'> & { node: ResolversParentTypes['Photo'] };
  PhotoRendition: PhotoRendition;
  PhotoUpload: PhotoUpload;
  PhotoUploadHeader: PhotoUploadHeader;
  Query: Record<PropertyKey, never>;
  RejectPhotoInput: RejectPhotoInput;
  RejectPhotoPayload: Omit<RejectPhotoPayload, 'photo'> & { photo?: Maybe<ResolversParentTypes['Photo']> };
  RequestPhotoUploadInput: RequestPhotoUploadInput;
  RequestPhotoUploadPayload: Omit<RequestPhotoUploadPayload, 'photo'> & { photo?: Maybe<ResolversParentTypes['Photo']> };
  User: UserSource;
  UserError: UserError;
}>;

export type ApprovePhotoPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApprovePhotoPayload'] = ResolversParentTypes['ApprovePhotoPayload']> = ResolversObject<{
  photo?: Resolver<Maybe<ResolversTypes['Photo']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
}>;

export type CompletePhotoUploadPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CompletePhotoUploadPayload'] = ResolversParentTypes['CompletePhotoUploadPayload']> = ResolversObject<{
  photo?: Resolver<Maybe<ResolversTypes['Photo']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
}>;

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = ResolversObject<{
  approvePhoto?: Resolver<Maybe<ResolversTypes['ApprovePhotoPayload']>, ParentType, ContextType, RequireFields<MutationApprovePhotoArgs, 'input'>>;
  completePhotoUpload?: Resolver<Maybe<ResolversTypes['CompletePhotoUploadPayload']>, ParentType, ContextType, RequireFields<MutationCompletePhotoUploadArgs, 'input'>>;
  rejectPhoto?: Resolver<Maybe<ResolversTypes['RejectPhotoPayload']>, ParentType, ContextType, RequireFields<MutationRejectPhotoArgs, 'input'>>;
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
  blurHash?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  byteSize?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  camera?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  contentType?: Resolver<ResolversTypes['PhotoContentType'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  dominantColors?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  height?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  holdReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  labels?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  ownerId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  rejectionReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rendition?: Resolver<Maybe<ResolversTypes['PhotoRendition']>, ParentType, ContextType, RequireFields<PhotoRenditionArgs, 'size'>>;
  status?: Resolver<ResolversTypes['PhotoStatus'], ParentType, ContextType>;
  takenAt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  width?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
}>;

export type PhotoConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PhotoConnection'] = ResolversParentTypes['PhotoConnection']> = ResolversObject<{
  edges?: Resolver<Array<ResolversTypes['PhotoEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
}>;

export type PhotoEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PhotoEdge'] = ResolversParentTypes['PhotoEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Photo'], ParentType, ContextType>;
}>;

export type PhotoRenditionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PhotoRendition'] = ResolversParentTypes['PhotoRendition']> = ResolversObject<{
  byteSize?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  height?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  width?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
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
  heldPhotos?: Resolver<Maybe<ResolversTypes['PhotoConnection']>, ParentType, ContextType, Partial<QueryHeldPhotosArgs>>;
  photo?: Resolver<Maybe<ResolversTypes['Photo']>, ParentType, ContextType, RequireFields<QueryPhotoArgs, 'id'>>;
  photosByLabel?: Resolver<Maybe<ResolversTypes['PhotoConnection']>, ParentType, ContextType, RequireFields<QueryPhotosByLabelArgs, 'label'>>;
}>;

export type RejectPhotoPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RejectPhotoPayload'] = ResolversParentTypes['RejectPhotoPayload']> = ResolversObject<{
  photo?: Resolver<Maybe<ResolversTypes['Photo']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
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
  ApprovePhotoPayload?: ApprovePhotoPayloadResolvers<ContextType>;
  CompletePhotoUploadPayload?: CompletePhotoUploadPayloadResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Photo?: PhotoResolvers<ContextType>;
  PhotoConnection?: PhotoConnectionResolvers<ContextType>;
  PhotoEdge?: PhotoEdgeResolvers<ContextType>;
  PhotoRendition?: PhotoRenditionResolvers<ContextType>;
  PhotoUpload?: PhotoUploadResolvers<ContextType>;
  PhotoUploadHeader?: PhotoUploadHeaderResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RejectPhotoPayload?: RejectPhotoPayloadResolvers<ContextType>;
  RequestPhotoUploadPayload?: RequestPhotoUploadPayloadResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
}>;

