import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { GraphSource as GraphSource, GraphSource as GraphMutationSource, VariantSource as GraphVariantSource, VariantSource as GraphVariantMutationSource, SubgraphSource as GraphVariantSubgraphSource, KeySource as GraphOsKeySource, OrganizationSource as OrganizationSource, OrganizationSource as OrganizationMutationSource, UsageSource as UsageSource } from '../resolvers/sources.ts';
import type { Launch as LaunchSource, Launch as LaunchBuildSource, Launch as BuildSuccessSource, Launch as BuildFailureSource } from '../graphs/launch.ts';
import type { CheckRun as CheckWorkflowSource } from '../checks/checkRun.ts';
import type { SafeMark as SafeMarkSource } from '../checks/marks.ts';
import type { PersistedQueryList as PersistedQueryListSource, PersistedQueryList as PersistedQueryListMutationSource } from '../persistedQueries/list.ts';
import type { Webhook as WebhookSource } from '../webhooks/webhook.ts';
import type { Delivery as DeliverySource } from '../webhooks/delivery.ts';
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
  /** A document in GraphQL. */
  GraphQLDocument: { input: string; output: string; }
  /** A span of time in seconds: a number, or a number as text, as Rover sends it (`-1209600`). */
  Seconds: { input: number; output: number; }
  /** A moment in ISO 8601, UTC. */
  Timestamp: { input: string; output: string; }
};

/** Somebody, or something, that acts. */
export type Actor = {
  __typename?: 'Actor';
  /** Its id. */
  actorId: Scalars['ID']['output'];
  /** What kind it is. */
  type: ActorType;
};

/** Who asks for a check on whose behalf. */
export type ActorInput = {
  /** The id. */
  actorId: Scalars['ID']['input'];
  /** The kind. */
  type: ActorType;
};

/** Kinds of actors, as Rover knows them. */
export type ActorType =
  /** Somebody without a key. */
  | 'ANONYMOUS_USER'
  /** Never here. */
  | 'BACKFILL'
  /** Never here. */
  | 'CRON'
  /** A key that is bound to one graph. */
  | 'GRAPH'
  /** Never here. */
  | 'INTERNAL_IDENTITY'
  /** Never here. */
  | 'SERVICE_ACCOUNT'
  /** Never here. */
  | 'SYNCHRONIZATION'
  /** The registry itself. */
  | 'SYSTEM'
  /** A key that is bound to no graph. */
  | 'USER';

/** An operation that a change breaks. */
export type AffectedOperation = {
  __typename?: 'AffectedOperation';
  /** Who sent it. */
  clients: Array<ClientCount>;
  /** How often it was sent in the window. */
  count: Scalars['Float']['output'];
  /** Its id. */
  id: Scalars['ID']['output'];
  /** Its name. */
  name?: Maybe<Scalars['String']['output']>;
};

/** A page of API keys. */
export type ApiKeyConnection = {
  __typename?: 'ApiKeyConnection';
  /** The keys. */
  edges: Array<ApiKeyEdge>;
  /** Where the page stands. */
  pageInfo: PageInfo;
};

/** An API key in a page. */
export type ApiKeyEdge = {
  __typename?: 'ApiKeyEdge';
  /** Where it stands. */
  cursor: Scalars['String']['output'];
  /** The key. */
  node: GraphOsKey;
};

/** A graph, or a variant of it. */
export type ApiKeyGatewayInput = {
  /** The graph. */
  graphId: Scalars['ID']['input'];
  /** The variant; left out, all of them. */
  variantName?: InputMaybe<Scalars['String']['input']>;
};

/** What an API key is bound to; nothing named means everything. */
export type ApiKeyResourceInput = {
  /** Graphs and variants, for gateways. */
  gateways?: InputMaybe<Array<ApiKeyGatewayInput>>;
  /** Subgraphs of variants. */
  subgraphs?: InputMaybe<Array<ApiKeySubgraphInput>>;
};

/** A subgraph of a variant. */
export type ApiKeySubgraphInput = {
  /** The graph. */
  graphId: Scalars['ID']['input'];
  /** The subgraph. */
  subgraphName: Scalars['String']['input'];
  /** The variant. */
  variantName: Scalars['String']['input'];
};

/** Something that a build has to say. */
export type BuildError = {
  __typename?: 'BuildError';
  /** As Apollo's composition names it. */
  code?: Maybe<Scalars['String']['output']>;
  /** Where in the subgraphs. */
  locations: Array<SourceLocation>;
  /** In words, with the names of subgraphs and coordinates. */
  message: Scalars['String']['output'];
};

/** No supergraph was made. */
export type BuildFailure = {
  __typename?: 'BuildFailure';
  /** Every reason. */
  errorMessages: Array<BuildError>;
};

/** What a launch is made from. */
export type BuildInput = CompositionBuildInput | FilterBuildInput;

/** A supergraph, or why there is none. */
export type BuildResult = BuildFailure | BuildSuccess;

/** A supergraph was made. */
export type BuildSuccess = {
  __typename?: 'BuildSuccess';
  /** What is allowed and strange. */
  buildHints: Array<BuildError>;
  /** The supergraph. */
  coreSchema: CoreSchema;
};

/** An id stands for one document for ever. */
export type CannotModifyOperationBodyError = {
  __typename?: 'CannotModifyOperationBodyError';
  /** Which id. */
  message: Scalars['String']['output'];
};

/** A change of the API schema. */
export type Change = {
  __typename?: 'Change';
  /** The operations that it breaks, those sent most first; at most 100. */
  affectedOperations: Array<AffectedOperation>;
  /** Its kind. */
  code: Scalars['String']['output'];
  /** The schema coordinate that it is at. */
  coordinate: Scalars['String']['output'];
  /** In words; where operations break, with their names, clients and counts. */
  description: Scalars['String']['output'];
  /** Whether it can break an operation, or surprise a client. */
  effect: ChangeEffect;
  /** What came or went there where a coordinate cannot say it: a union's member, an interface's type, a directive's location. */
  member?: Maybe<Scalars['String']['output']>;
  /** Whether it fails the check. */
  severity: ChangeSeverity;
};

/** What a change can do. */
export type ChangeEffect =
  /** Break an operation. */
  | 'BREAKING'
  /** Surprise a client. */
  | 'DANGEROUS'
  /** Nothing. */
  | 'SAFE';

/** Whether a change fails a check. */
export type ChangeSeverity =
  /** It does. */
  | 'FAILURE'
  /** It does not. */
  | 'NOTICE';

/** A page of checks. */
export type CheckConnection = {
  __typename?: 'CheckConnection';
  /** The checks. */
  edges: Array<CheckEdge>;
  /** Where the page stands. */
  pageInfo: PageInfo;
};

/** A check in a page. */
export type CheckEdge = {
  __typename?: 'CheckEdge';
  /** Where it stands. */
  cursor: Scalars['String']['output'];
  /** The check. */
  node: CheckWorkflow;
};

/** What became of a request for a check. */
export type CheckRequestResult = CheckRequestSuccess | InvalidInputError | PermissionError | PlanError | RateLimitExceededError;

/** The check runs, or has run. */
export type CheckRequestSuccess = {
  __typename?: 'CheckRequestSuccess';
  /** Where to read more. */
  targetURL: Scalars['String']['output'];
  /** Its id. */
  workflowID: Scalars['ID']['output'];
};

/** What Rover says of a check of a whole schema. */
export type CheckSchemaAsyncInput = {
  /** How the check goes. */
  config: HistoricQueryParametersInput;
  /** The commit. */
  gitContext: GitContextInput;
  /** The graph ref. */
  graphRef?: InputMaybe<Scalars['ID']['input']>;
  /** Not used. */
  introspectionEndpoint?: InputMaybe<Scalars['String']['input']>;
  /** Not used. */
  isProposal?: InputMaybe<Scalars['Boolean']['input']>;
  /** Not used. */
  isSandbox: Scalars['Boolean']['input'];
  /** The API schema. */
  proposedSchemaDocument?: InputMaybe<Scalars['String']['input']>;
  /** Not used. */
  triggeredBy?: InputMaybe<ActorInput>;
};

/** How a variant's checks go where a check does not say. */
export type CheckSettings = {
  __typename?: 'CheckSettings';
  /** Clients that do not count. */
  excludedClients: Array<ExcludedClient>;
  /** Operations that do not count, by name. */
  excludedOperationNames: Array<Scalars['String']['output']>;
  /** Levels of lint rules, where they are not the default. */
  lintLevels: Array<LintLevel>;
  /** How often an operation must have been sent. */
  queryCountThreshold: Scalars['Int']['output'];
  /** Which share of all requests an operation must have, in percent. */
  queryCountThresholdPercentage: Scalars['Float']['output'];
  /** Whether every breaking change fails, sent or not. */
  strict: Scalars['Boolean']['output'];
  /** How many hours of operations count. */
  windowHours: Scalars['Int']['output'];
};

/** What to change of a variant's checks; what is left out stays. */
export type CheckSettingsInput = {
  /** Clients that do not count. */
  excludedClients?: InputMaybe<Array<ClientInfoFilter>>;
  /** Operations that do not count, by name. */
  excludedOperationNames?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Levels of lint rules. */
  lintLevels?: InputMaybe<Array<LintLevelInput>>;
  /** How often an operation must have been sent. */
  queryCountThreshold?: InputMaybe<Scalars['Int']['input']>;
  /** Which share of all requests an operation must have, in percent. */
  queryCountThresholdPercentage?: InputMaybe<Scalars['Float']['input']>;
  /** Whether every breaking change fails, sent or not. */
  strict?: InputMaybe<Scalars['Boolean']['input']>;
  /** How many hours of operations count, from 1 to 2160. */
  windowHours?: InputMaybe<Scalars['Int']['input']>;
};

/** A check of a schema change. */
export type CheckWorkflow = {
  __typename?: 'CheckWorkflow';
  /** The name of the API key behind it. */
  by: Scalars['String']['output'];
  /** When it was asked for. */
  createdAt: Scalars['Timestamp']['output'];
  /** The commit. */
  gitContext?: Maybe<GitContext>;
  /** The graph ref that it is against. */
  graphRef: Scalars['ID']['output'];
  /** Its id. */
  id: Scalars['ID']['output'];
  /** How it stands. */
  status: CheckWorkflowStatus;
  /** The subgraph that would change, if it is one. */
  subgraphName?: Maybe<Scalars['String']['output']>;
  /** Its questions, each with its answer. */
  tasks: Array<CheckWorkflowTask>;
};

/** How a check stands. */
export type CheckWorkflowStatus =
  /** The change is not safe, or the check could not be done. */
  | 'FAILED'
  /** The change is safe. */
  | 'PASSED'
  /** It runs. */
  | 'PENDING';

/** A question of a check. */
export type CheckWorkflowTask = {
  /** How it stands. */
  status: CheckWorkflowTaskStatus;
  /** Where to read more. */
  targetURL?: Maybe<Scalars['String']['output']>;
};

/** How a question of a check stands. */
export type CheckWorkflowTaskStatus =
  /** Another question must pass first. */
  | 'BLOCKED'
  /** The answer is no. */
  | 'FAILED'
  /** The answer is yes. */
  | 'PASSED'
  /** It is being answered. */
  | 'PENDING';

/** How often a client sent something. */
export type ClientCount = {
  __typename?: 'ClientCount';
  /** How often. */
  count: Scalars['Float']['output'];
  /** The client's name. */
  name: Scalars['String']['output'];
  /** The client's version. */
  version: Scalars['String']['output'];
};

/** A client. */
export type ClientInfoFilter = {
  /** Its name. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Its version; left out, every version. */
  version?: InputMaybe<Scalars['String']['input']>;
};

/** Subgraphs. */
export type CompositionBuildInput = {
  __typename?: 'CompositionBuildInput';
  /** The version of composition. */
  version?: Maybe<Scalars['String']['output']>;
};

/** Whether it composes. */
export type CompositionCheckResult = {
  __typename?: 'CompositionCheckResult';
  /** Every reason why not. */
  errors: Array<SchemaCompositionError>;
  /** What is allowed and strange. */
  hints: Array<SchemaCompositionError>;
};

/** Does it compose? */
export type CompositionCheckTask = CheckWorkflowTask & {
  __typename?: 'CompositionCheckTask';
  /** Whether the supergraph would change. */
  coreSchemaModified: Scalars['Boolean']['output'];
  /** The answer. */
  result?: Maybe<CompositionCheckResult>;
  /** How it stands. */
  status: CheckWorkflowTaskStatus;
  /** Where to read more. */
  targetURL?: Maybe<Scalars['String']['output']>;
};

/** A supergraph that was made. */
export type CompositionConfig = {
  __typename?: 'CompositionConfig';
  /** The sha256 of its SDL. */
  schemaHash: Scalars['String']['output'];
};

/** The contract cannot be. */
export type ContractVariantUpsertErrors = {
  __typename?: 'ContractVariantUpsertErrors';
  /** Why. */
  errorMessages: Array<Scalars['String']['output']>;
};

/** What became of a contract. */
export type ContractVariantUpsertResult = ContractVariantUpsertErrors | ContractVariantUpsertSuccess;

/** The contract is there. */
export type ContractVariantUpsertSuccess = {
  __typename?: 'ContractVariantUpsertSuccess';
  /** The contract. */
  contractVariant: GraphVariant;
  /** A sentence for the terminal. */
  launchCliCopy?: Maybe<Scalars['String']['output']>;
  /** Where to read more. */
  launchUrl?: Maybe<Scalars['String']['output']>;
};

/** A stretch of a document. */
export type Coordinate = {
  __typename?: 'Coordinate';
  /** Where it ends. */
  end: CoordinatePoint;
  /** Where it begins. */
  start: CoordinatePoint;
};

/** A place in a document. */
export type CoordinatePoint = {
  __typename?: 'CoordinatePoint';
  /** From 0, in UTF-8. */
  byteOffset: Scalars['Int']['output'];
  /** From 1. */
  column: Scalars['Int']['output'];
  /** From 1. */
  line: Scalars['Int']['output'];
};

/** A supergraph. A contract's has everything that its source's has, with what is hidden marked so: a gateway needs it to plan. */
export type CoreSchema = {
  __typename?: 'CoreSchema';
  /** The supergraph's SDL. */
  coreDocument: Scalars['String']['output'];
  /** The sha256 of the document, under which every stage knows it. */
  coreHash: Scalars['ID']['output'];
};

/** How bad something is. */
export type CustomCheckLevel =
  /** It fails a check. */
  | 'ERROR'
  /** It is told. */
  | 'INFO'
  /** It is told loudly. */
  | 'WARNING';

/** What rules of one's own say. */
export type CustomCheckResult = {
  __typename?: 'CustomCheckResult';
  /** One after the other. */
  violations: Array<CustomCheckViolation>;
};

/** Rules of one's own: none are run here. */
export type CustomCheckTask = CheckWorkflowTask & {
  __typename?: 'CustomCheckTask';
  /** The answer. */
  result?: Maybe<CustomCheckResult>;
  /** How it stands. */
  status: CheckWorkflowTaskStatus;
  /** Where to read more. */
  targetURL?: Maybe<Scalars['String']['output']>;
};

/** What a rule of one's own says. */
export type CustomCheckViolation = {
  __typename?: 'CustomCheckViolation';
  /** The schema coordinate. */
  coordinate?: Maybe<Scalars['String']['output']>;
  /** How bad it is. */
  level: CustomCheckLevel;
  /** In words. */
  message: Scalars['String']['output'];
  /** The rule. */
  rule: Scalars['String']['output'];
  /** Where. */
  sourceLocations?: Maybe<Array<SubgraphCoordinate>>;
};

/** One thing that a webhook tells of. */
export type Delivery = {
  __typename?: 'Delivery';
  /** When it was tried last, or made. */
  at: Scalars['Timestamp']['output'];
  /** How often it was tried. */
  attempts: Scalars['Int']['output'];
  /** What went wrong at the last attempt. */
  error?: Maybe<Scalars['String']['output']>;
  /** What it tells of. */
  happeningId: Scalars['ID']['output'];
  /** The id that its receiver gets with every attempt. */
  id: Scalars['ID']['output'];
  /** How it stands. */
  state: DeliveryState;
  /** In a line. */
  summary: Scalars['String']['output'];
};

/** A page of deliveries. */
export type DeliveryConnection = {
  __typename?: 'DeliveryConnection';
  /** The deliveries. */
  edges: Array<DeliveryEdge>;
  /** Where the page stands. */
  pageInfo: PageInfo;
};

/** A delivery in a page. */
export type DeliveryEdge = {
  __typename?: 'DeliveryEdge';
  /** Where it stands. */
  cursor: Scalars['String']['output'];
  /** The delivery. */
  node: Delivery;
};

/** How a delivery stands. */
export type DeliveryState =
  /** Every attempt failed. */
  | 'DEAD'
  /** It has arrived. */
  | 'DELIVERED'
  /** It is tried again. */
  | 'PENDING';

/** How a contract would fare. */
export type DownstreamCheckResult = {
  __typename?: 'DownstreamCheckResult';
  /** Changes that break its clients. */
  changes: Array<Change>;
  /** The contract's variant. */
  downstreamVariantName: Scalars['String']['output'];
  /** Why it would not build. */
  errors: Array<SchemaCompositionError>;
  /** Whether it fails the check. */
  failsUpstreamWorkflow?: Maybe<Scalars['Boolean']['output']>;
};

/** Do the contracts that derive from it still build, and are their operations safe? */
export type DownstreamCheckTask = CheckWorkflowTask & {
  __typename?: 'DownstreamCheckTask';
  /** One for each contract. */
  results?: Maybe<Array<DownstreamCheckResult>>;
  /** How it stands. */
  status: CheckWorkflowTaskStatus;
  /** Where to read more. */
  targetURL?: Maybe<Scalars['String']['output']>;
};

/** A client that does not count. */
export type ExcludedClient = {
  __typename?: 'ExcludedClient';
  /** Its name. */
  name?: Maybe<Scalars['String']['output']>;
  /** Its version; null means every version. */
  version?: Maybe<Scalars['String']['output']>;
};

/** How a field was used. */
export type FieldUsage = {
  __typename?: 'FieldUsage';
  /** Its coordinate, `Type.field`. */
  coordinate: Scalars['String']['output'];
  /** How often it failed. */
  errors: Scalars['Float']['output'];
  /** How often it was resolved, as far as was measured. */
  executions: Scalars['Float']['output'];
  /** How long it took, in milliseconds. */
  latency: Latency;
  /** How many requests asked for it. */
  requests: Scalars['Float']['output'];
};

/** Another variant, and a filter. */
export type FilterBuildInput = {
  __typename?: 'FilterBuildInput';
  /** The filter in words. */
  description: Scalars['String']['output'];
};

/** What is decided elsewhere: nothing here. */
export type FilterCheckTask = CheckWorkflowTask & {
  __typename?: 'FilterCheckTask';
  /** How it stands. */
  status: CheckWorkflowTaskStatus;
  /** Where to read more. */
  targetURL?: Maybe<Scalars['String']['output']>;
};

/** What of a source variant a contract shows. */
export type FilterConfigInput = {
  /** Tags; stronger than `include`. */
  exclude: Array<Scalars['String']['input']>;
  /** Whether types that no operation reaches are hidden. */
  hideUnreachableTypes?: InputMaybe<Scalars['Boolean']['input']>;
  /** Tags; none means everything. */
  include: Array<Scalars['String']['input']>;
};

/** A commit, and who made it. */
export type GitContext = {
  __typename?: 'GitContext';
  /** The branch. */
  branch?: Maybe<Scalars['String']['output']>;
  /** The commit's hash. */
  commit?: Maybe<Scalars['ID']['output']>;
  /** Who made it. */
  committer?: Maybe<Scalars['String']['output']>;
  /** Its message. */
  message?: Maybe<Scalars['String']['output']>;
  /** Where the repository is. */
  remoteUrl?: Maybe<Scalars['String']['output']>;
};

/** A commit, and who made it, as Rover sends it. */
export type GitContextInput = {
  /** The branch. */
  branch?: InputMaybe<Scalars['String']['input']>;
  /** The commit's hash. */
  commit?: InputMaybe<Scalars['ID']['input']>;
  /** Who made it. */
  committer?: InputMaybe<Scalars['String']['input']>;
  /** Its message. */
  message?: InputMaybe<Scalars['String']['input']>;
  /** Where the repository is. */
  remoteUrl?: InputMaybe<Scalars['String']['input']>;
};

/** A graph: everything that is published under one name. */
export type Graph = Identity & {
  __typename?: 'Graph';
  /** A graph as an actor: a key that is bound to it. */
  asActor: Actor;
  /** A check, by the id that its submission gave. */
  checkWorkflow?: Maybe<CheckWorkflow>;
  /** The part of a graph ref before the `@`. */
  id: Scalars['ID']['output'];
  /** A list of persisted queries. */
  persistedQueryList?: Maybe<PersistedQueryList>;
  /** The graph's name for people. */
  title: Scalars['String']['output'];
  /** One variant; null where nothing is published to it. */
  variant?: Maybe<GraphVariant>;
  /** The variants that have something published, by name. */
  variants: Array<GraphVariant>;
  /** Who is told of what happens to this graph. For admins. */
  webhooks?: Maybe<Array<Webhook>>;
};


/** A graph: everything that is published under one name. */
export type GraphCheckWorkflowArgs = {
  id: Scalars['ID']['input'];
};


/** A graph: everything that is published under one name. */
export type GraphPersistedQueryListArgs = {
  id: Scalars['ID']['input'];
};


/** A graph: everything that is published under one name. */
export type GraphVariantArgs = {
  name: Scalars['String']['input'];
};

/** What can be done to a graph. */
export type GraphMutation = {
  __typename?: 'GraphMutation';
  /** Makes a list of persisted queries that no variant follows yet. */
  createPersistedQueryList: PersistedQueryList;
  /** Tells an address of what happens to the graph, or to one variant. The secret that signs is in this answer alone. */
  createWebhook: WebhookCreation;
  /** Ends a webhook. False where there is none. */
  deleteWebhook: Scalars['Boolean']['output'];
  /** Looks for what a schema should not have, without publishing it. */
  lintSchema: LintResult;
  /** What can be done to a list of persisted queries. */
  persistedQueryList?: Maybe<PersistedQueryListMutation>;
  /** Publishes a subgraph, and with it a variant. A composition that fails keeps the last good supergraph. */
  publishSubgraph?: Maybe<SubgraphPublication>;
  /** Sends a delivery again. */
  redeliver: Scalars['Boolean']['output'];
  /** Takes a subgraph out of a variant; a dry run only tells what would happen. */
  removeImplementingServiceAndTriggerComposition: SubgraphRemoval;
  /** Signs with a new secret from now on. It is in this answer alone. */
  rotateWebhookSecret: Scalars['String']['output'];
  /** Sets all of a webhook anew. */
  updateWebhook: Webhook;
  /** Makes a contract variant, or changes one. */
  upsertContractVariant: ContractVariantUpsertResult;
  /** Whether operations are valid against a variant. */
  validateOperations: ValidateOperationsResult;
  /** What can be done to one of its variants. */
  variant?: Maybe<GraphVariantMutation>;
};


/** What can be done to a graph. */
export type GraphMutationCreatePersistedQueryListArgs = {
  name: Scalars['String']['input'];
};


/** What can be done to a graph. */
export type GraphMutationCreateWebhookArgs = {
  input: WebhookInput;
};


/** What can be done to a graph. */
export type GraphMutationDeleteWebhookArgs = {
  id: Scalars['ID']['input'];
};


/** What can be done to a graph. */
export type GraphMutationLintSchemaArgs = {
  baseSdl?: InputMaybe<Scalars['String']['input']>;
  sdl: Scalars['String']['input'];
};


/** What can be done to a graph. */
export type GraphMutationPersistedQueryListArgs = {
  id: Scalars['ID']['input'];
};


/** What can be done to a graph. */
export type GraphMutationPublishSubgraphArgs = {
  activePartialSchema: PartialSchemaInput;
  gitContext?: InputMaybe<GitContextInput>;
  graphVariant: Scalars['String']['input'];
  name: Scalars['String']['input'];
  revision: Scalars['String']['input'];
  url?: InputMaybe<Scalars['String']['input']>;
};


/** What can be done to a graph. */
export type GraphMutationRedeliverArgs = {
  happeningId: Scalars['ID']['input'];
  webhookId: Scalars['ID']['input'];
};


/** What can be done to a graph. */
export type GraphMutationRemoveImplementingServiceAndTriggerCompositionArgs = {
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  graphVariant: Scalars['String']['input'];
  name: Scalars['String']['input'];
};


/** What can be done to a graph. */
export type GraphMutationRotateWebhookSecretArgs = {
  id: Scalars['ID']['input'];
};


/** What can be done to a graph. */
export type GraphMutationUpdateWebhookArgs = {
  id: Scalars['ID']['input'];
  input: WebhookInput;
};


/** What can be done to a graph. */
export type GraphMutationUpsertContractVariantArgs = {
  contractVariantName: Scalars['String']['input'];
  filterConfig: FilterConfigInput;
  initiateLaunch?: InputMaybe<Scalars['Boolean']['input']>;
  sourceVariant?: InputMaybe<Scalars['String']['input']>;
};


/** What can be done to a graph. */
export type GraphMutationValidateOperationsArgs = {
  gitContext?: InputMaybe<GitContextInput>;
  operations: Array<OperationDocumentInput>;
  tag?: InputMaybe<Scalars['String']['input']>;
};


/** What can be done to a graph. */
export type GraphMutationVariantArgs = {
  name: Scalars['String']['input'];
};

/** An API key. */
export type GraphOsKey = {
  __typename?: 'GraphOsKey';
  /** When it was made. */
  createdAt: Scalars['Timestamp']['output'];
  /** When it ends. */
  expiresAt?: Maybe<Scalars['Timestamp']['output']>;
  /** Its id. */
  id: Scalars['ID']['output'];
  /** Its name. */
  keyName?: Maybe<Scalars['String']['output']>;
  /** When it was used last, to the minute. */
  lastUsedAt?: Maybe<Scalars['Timestamp']['output']>;
  /** The graphs or variants that it is bound to; empty means all. */
  resources: Array<Scalars['String']['output']>;
  /** What it may do. */
  role: KeyRole;
  /** The key itself where it was just made; else only its beginning, which is no secret. */
  token: Scalars['String']['output'];
};

/** What an API key is for, as Rover names it. */
export type GraphOsKeyType =
  /** A gateway: it follows its variant and reports usage. */
  | 'GATEWAY'
  /** What publishes for many: it checks and publishes. */
  | 'OPERATOR'
  /** A gateway: it follows its variant and reports usage. */
  | 'ROUTER'
  /** Never here. */
  | 'SCIM'
  /** A subgraph's CI: it checks and publishes. */
  | 'SUBGRAPH';

/** A variant of a graph: a stage of it, or a contract. */
export type GraphVariant = {
  __typename?: 'GraphVariant';
  /** How its checks go where a check does not say. */
  checkSettings: CheckSettings;
  /** Its checks of the last 90 days, newest first. */
  checks: CheckConnection;
  /** A contract's filter in words; null where the variant is no contract. */
  contractFilterConfigDescription?: Maybe<Scalars['String']['output']>;
  /** Its graph ref, `graph@variant`. */
  id: Scalars['ID']['output'];
  /** The launch that clients are served; where there is none yet, the last one. */
  latestApprovedLaunch?: Maybe<Launch>;
  /** The last launch, whether it succeeded or not. */
  latestLaunch?: Maybe<Launch>;
  /** What clients see. */
  latestPublication?: Maybe<SchemaPublication>;
  /** One launch. */
  launch?: Maybe<Launch>;
  /** Its launches, newest first. */
  launches: LaunchConnection;
  /** The part of a graph ref after the `@`. */
  name: Scalars['String']['output'];
  /** The list of persisted queries that its gateways follow. */
  persistedQueryList?: Maybe<PersistedQueryList>;
  /** What the variant is, in Markdown. */
  readme: Readme;
  /** Changes and operations that somebody has called safe. */
  safeMarks: Array<SafeMark>;
  /** The variant that a contract derives from. */
  sourceVariant?: Maybe<GraphVariant>;
  /** One of its subgraphs; null for a contract. */
  subgraph?: Maybe<GraphVariantSubgraph>;
  /** Its subgraphs by name; null for a contract, which has none of its own. */
  subgraphs?: Maybe<Array<GraphVariantSubgraph>>;
  /** What its clients asked, in the last days at most. */
  usage: Usage;
};


/** A variant of a graph: a stage of it, or a contract. */
export type GraphVariantChecksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A variant of a graph: a stage of it, or a contract. */
export type GraphVariantLaunchArgs = {
  id: Scalars['ID']['input'];
};


/** A variant of a graph: a stage of it, or a contract. */
export type GraphVariantLaunchesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A variant of a graph: a stage of it, or a contract. */
export type GraphVariantSubgraphArgs = {
  name: Scalars['ID']['input'];
};


/** A variant of a graph: a stage of it, or a contract. */
export type GraphVariantUsageArgs = {
  lastHours?: InputMaybe<Scalars['Int']['input']>;
};

/** What became of a variant. */
export type GraphVariantDeletion = {
  __typename?: 'GraphVariantDeletion';
  /** Whether it was there. */
  deleted: Scalars['Boolean']['output'];
};

/** What a graph ref leads to. */
export type GraphVariantLookup = GraphVariant | InvalidRefFormat;

/** What can be done to a variant. */
export type GraphVariantMutation = {
  __typename?: 'GraphVariantMutation';
  /** Deletes the variant, with all its launches. */
  delete: GraphVariantDeletion;
  /** Its graph ref. */
  id: Scalars['ID']['output'];
  /** Lets the variant's gateways follow a list of persisted queries; null, none. */
  linkPersistedQueryList?: Maybe<GraphVariant>;
  /** Calls a change safe: checks let it pass. */
  markChangeSafe: SafeMark;
  /** Calls an operation safe: checks let it break. */
  markOperationSafe: SafeMark;
  /** Gives another variant of the same graph what this one serves, or one launch of it. */
  promote: Launch;
  /** Brings back an earlier launch; left out, the good one before. */
  rollback: Launch;
  /** Checks what would happen if the variant's API schema were another. */
  submitCheckSchemaAsync: CheckRequestResult;
  /** Checks what would happen if a subgraph were published. */
  submitSubgraphCheckAsync: CheckRequestResult;
  /** Takes a mark back; it stays on record. */
  undoSafeMark: SafeMark;
  /** Changes how its checks go. */
  updateCheckSettings: CheckSettings;
  /** Writes the variant's readme. */
  updateVariantReadme?: Maybe<GraphVariant>;
};


/** What can be done to a variant. */
export type GraphVariantMutationLinkPersistedQueryListArgs = {
  listId?: InputMaybe<Scalars['ID']['input']>;
};


/** What can be done to a variant. */
export type GraphVariantMutationMarkChangeSafeArgs = {
  code: Scalars['String']['input'];
  coordinate: Scalars['String']['input'];
  member?: InputMaybe<Scalars['String']['input']>;
  reason: Scalars['String']['input'];
};


/** What can be done to a variant. */
export type GraphVariantMutationMarkOperationSafeArgs = {
  operationId: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


/** What can be done to a variant. */
export type GraphVariantMutationPromoteArgs = {
  launchId?: InputMaybe<Scalars['ID']['input']>;
  to: Scalars['String']['input'];
};


/** What can be done to a variant. */
export type GraphVariantMutationRollbackArgs = {
  launchId?: InputMaybe<Scalars['ID']['input']>;
};


/** What can be done to a variant. */
export type GraphVariantMutationSubmitCheckSchemaAsyncArgs = {
  input: CheckSchemaAsyncInput;
};


/** What can be done to a variant. */
export type GraphVariantMutationSubmitSubgraphCheckAsyncArgs = {
  input: SubgraphCheckAsyncInput;
};


/** What can be done to a variant. */
export type GraphVariantMutationUndoSafeMarkArgs = {
  id: Scalars['ID']['input'];
};


/** What can be done to a variant. */
export type GraphVariantMutationUpdateCheckSettingsArgs = {
  input: CheckSettingsInput;
};


/** What can be done to a variant. */
export type GraphVariantMutationUpdateVariantReadmeArgs = {
  readme: Scalars['String']['input'];
};

/** A subgraph of a variant. */
export type GraphVariantSubgraph = {
  __typename?: 'GraphVariantSubgraph';
  /** What was published last. */
  activePartialSchema: SubgraphSdl;
  /** Its name. */
  name: Scalars['String']['output'];
  /** When it was published last. */
  updatedAt: Scalars['Timestamp']['output'];
  /** Where it answers. */
  url?: Maybe<Scalars['String']['output']>;
};

/** Which of the operations that clients sent count. */
export type HistoricQueryParametersInput = {
  /** Clients that do not count. */
  excludedClients?: InputMaybe<Array<ClientInfoFilter>>;
  /** Operations that do not count, by name. */
  excludedOperationNames?: InputMaybe<Array<OperationNameFilterInput>>;
  /** How far back. */
  from?: InputMaybe<Scalars['Seconds']['input']>;
  /** Operations that do not count, by id. */
  ignoredOperations?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Not used: contracts of the variant are always checked. */
  includedVariants?: InputMaybe<Array<Scalars['String']['input']>>;
  /** How often an operation must have been sent. */
  queryCountThreshold?: InputMaybe<Scalars['Int']['input']>;
  /** Which share of all requests an operation must have, from 0 to 1 as Rover sends it. */
  queryCountThresholdPercentage?: InputMaybe<Scalars['Float']['input']>;
  /** Up to when. */
  to?: InputMaybe<Scalars['Seconds']['input']>;
};

/** Who sends a request. */
export type Identity = {
  /** What kind of actor it is. */
  asActor: Actor;
  /** The id of the graph that the key is bound to, else the id of the key. */
  id: Scalars['ID']['output'];
};

/** What was sent cannot be used. */
export type InvalidInputError = {
  __typename?: 'InvalidInputError';
  /** Why. */
  message: Scalars['String']['output'];
};

/** The text is no graph ref. */
export type InvalidRefFormat = {
  __typename?: 'InvalidRefFormat';
  /** What is wrong with it. */
  message: Scalars['String']['output'];
};

/** What an API key may do. */
export type KeyRole =
  /** Everything. */
  | 'ADMIN'
  /** Read, and check. */
  | 'CHECK'
  /** Follow variants, and report what clients ask. */
  | 'GATEWAY'
  /** Check, publish, promote and roll back. */
  | 'PUBLISH'
  /** Read everything, and follow variants. */
  | 'READ';

/** How long something took, in milliseconds; null where it was not measured. */
export type Latency = {
  __typename?: 'Latency';
  /** Half took less. */
  p50?: Maybe<Scalars['Float']['output']>;
  /** 95 of 100 took less. */
  p95?: Maybe<Scalars['Float']['output']>;
  /** 99 of 100 took less. */
  p99?: Maybe<Scalars['Float']['output']>;
};

/** One attempt to give a variant a new supergraph. */
export type Launch = {
  __typename?: 'Launch';
  /** What was made. */
  build?: Maybe<LaunchBuild>;
  /** What it was made from. */
  buildInput: BuildInput;
  /** The name of the API key behind it. */
  by: Scalars['String']['output'];
  /** What it was for. */
  cause: LaunchCause;
  /** What it changed, in words. */
  changes: Array<Scalars['String']['output']>;
  /** When. */
  createdAt: Scalars['Timestamp']['output'];
  /** The commit that it is of, where its publisher said. */
  gitContext?: Maybe<GitContext>;
  /** Its id; ids are ordered by time. */
  id: Scalars['ID']['output'];
  /** Whether clients got it. */
  status: LaunchStatus;
  /** The subgraph that it was for, if any. */
  subgraphName?: Maybe<Scalars['String']['output']>;
};

/** The work of a launch. */
export type LaunchBuild = {
  __typename?: 'LaunchBuild';
  /** How it ended. */
  result?: Maybe<BuildResult>;
};

/** What a launch was for. */
export type LaunchCause =
  /** A contract's filter was published. */
  | 'CONTRACT'
  /** A subgraph was deleted. */
  | 'DELETE'
  /** A launch of another variant was promoted. */
  | 'PROMOTE'
  /** A subgraph was published. */
  | 'PUBLISH'
  /** An earlier launch was brought back. */
  | 'ROLLBACK'
  /** The source of a contract was launched. */
  | 'SOURCE';

/** A page of launches. */
export type LaunchConnection = {
  __typename?: 'LaunchConnection';
  /** The launches. */
  edges: Array<LaunchEdge>;
  /** Where the page stands. */
  pageInfo: PageInfo;
};

/** A launch in a page. */
export type LaunchEdge = {
  __typename?: 'LaunchEdge';
  /** Where it stands. */
  cursor: Scalars['String']['output'];
  /** The launch. */
  node: Launch;
};

/** How a launch ended. */
export type LaunchStatus =
  /** Its supergraph is, or was, served. */
  | 'LAUNCH_COMPLETED'
  /** There is no supergraph. Clients are served the one before. */
  | 'LAUNCH_FAILED';

/** Does it have what a schema should not have? */
export type LintCheckTask = CheckWorkflowTask & {
  __typename?: 'LintCheckTask';
  /** The answer. */
  result?: Maybe<LintResult>;
  /** How it stands. */
  status: CheckWorkflowTaskStatus;
  /** Where to read more. */
  targetURL?: Maybe<Scalars['String']['output']>;
};

/** Something that a schema should not have. */
export type LintDiagnostic = {
  __typename?: 'LintDiagnostic';
  /** The schema coordinate. */
  coordinate: Scalars['String']['output'];
  /** How bad it is. */
  level: LintDiagnosticLevel;
  /** In words. */
  message: Scalars['String']['output'];
  /** The rule. */
  rule: Scalars['String']['output'];
  /** Where; never empty. */
  sourceLocations: Array<Coordinate>;
};

/** How bad something is. */
export type LintDiagnosticLevel =
  /** It fails a check. */
  | 'ERROR'
  /** It is not told. */
  | 'IGNORED'
  /** It is told. */
  | 'WARNING';

/** The level of a lint rule. */
export type LintLevel = {
  __typename?: 'LintLevel';
  /** Its level. */
  level: LintDiagnosticLevel;
  /** The rule. */
  rule: Scalars['String']['output'];
};

/** The level of a lint rule. */
export type LintLevelInput = {
  /** Its level. */
  level: LintDiagnosticLevel;
  /** The rule. */
  rule: Scalars['String']['input'];
};

/** What a schema has that it should not have. */
export type LintResult = {
  __typename?: 'LintResult';
  /** One after the other. */
  diagnostics: Array<LintDiagnostic>;
  /** How many. */
  stats: LintStats;
};

/** How many there are of each level. */
export type LintStats = {
  __typename?: 'LintStats';
  /** Errors. */
  errorsCount: Scalars['Int']['output'];
  /** What is ignored. */
  ignoredCount: Scalars['Int']['output'];
  /** All. */
  totalCount: Scalars['Int']['output'];
  /** Warnings. */
  warningsCount: Scalars['Int']['output'];
};

export type Mutation = {
  __typename?: 'Mutation';
  /** What can be done to a graph. The graph need not exist yet: its first published subgraph makes it. */
  graph?: Maybe<GraphMutation>;
  /** What can be done to an organization. */
  organization?: Maybe<OrganizationMutation>;
};


export type MutationGraphArgs = {
  id: Scalars['ID']['input'];
};


export type MutationOrganizationArgs = {
  id: Scalars['ID']['input'];
};

/** An operation. */
export type OperationDocument = {
  __typename?: 'OperationDocument';
  /** Its document. */
  body: Scalars['String']['output'];
  /** Its name. */
  name?: Maybe<Scalars['String']['output']>;
};

/** An operation. */
export type OperationDocumentInput = {
  /** Its document. */
  body: Scalars['String']['input'];
  /** Its name. */
  name?: InputMaybe<Scalars['String']['input']>;
};

/** An operation by name. */
export type OperationNameFilterInput = {
  /** Its name. */
  name: Scalars['String']['input'];
};

/** The type of an operation. */
export type OperationType =
  /** It changes something. */
  | 'MUTATION'
  /** It reads. */
  | 'QUERY'
  /** It goes on. */
  | 'SUBSCRIPTION';

/** How an operation was used. */
export type OperationUsage = {
  __typename?: 'OperationUsage';
  /** Who sent it. */
  clients: Array<ClientCount>;
  /** How often it was sent. */
  count: Scalars['Float']['output'];
  /** How often it failed. */
  errors: Scalars['Float']['output'];
  /** Its id. */
  id: Scalars['ID']['output'];
  /** How long it took, in milliseconds. */
  latency: Latency;
  /** Its name. */
  name?: Maybe<Scalars['String']['output']>;
  /** The operation without its secrets: literals are blanked. */
  signature: Scalars['String']['output'];
};

/** What would change, and whom it would break. */
export type OperationsCheckResult = {
  __typename?: 'OperationsCheckResult';
  /** Every change, those that fail first. */
  changes: Array<Change>;
  /** Whether a change fails the check. */
  checkSeverity: ChangeSeverity;
  /** How many operations were looked at. */
  numberOfCheckedOperations: Scalars['Int']['output'];
};

/** Would it break an operation that clients send? */
export type OperationsCheckTask = CheckWorkflowTask & {
  __typename?: 'OperationsCheckTask';
  /** The answer. */
  result?: Maybe<OperationsCheckResult>;
  /** How it stands. */
  status: CheckWorkflowTaskStatus;
  /** Where to read more. */
  targetURL?: Maybe<Scalars['String']['output']>;
};

/** Who owns this registry. */
export type Organization = {
  __typename?: 'Organization';
  /** One API key. */
  apiKey?: Maybe<GraphOsKey>;
  /** Its API keys, newest first, without their secrets. */
  apiKeys: ApiKeyConnection;
  /** Its id. */
  id: Scalars['ID']['output'];
  /** Its name. */
  name: Scalars['String']['output'];
};


/** Who owns this registry. */
export type OrganizationApiKeyArgs = {
  keyId: Scalars['ID']['input'];
};


/** Who owns this registry. */
export type OrganizationApiKeysArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** What can be done to an organization. */
export type OrganizationMutation = {
  __typename?: 'OrganizationMutation';
  /** Makes an API key. The key itself is in this answer alone. */
  createKey: GraphOsKey;
  /** Revokes a key at once. */
  deleteKey: Scalars['ID']['output'];
  /** Gives a key another name. */
  renameKey: GraphOsKey;
};


/** What can be done to an organization. */
export type OrganizationMutationCreateKeyArgs = {
  expiresAt?: InputMaybe<Scalars['Timestamp']['input']>;
  name: Scalars['String']['input'];
  resources?: InputMaybe<ApiKeyResourceInput>;
  role?: InputMaybe<KeyRole>;
  type?: InputMaybe<GraphOsKeyType>;
};


/** What can be done to an organization. */
export type OrganizationMutationDeleteKeyArgs = {
  keyId: Scalars['ID']['input'];
};


/** What can be done to an organization. */
export type OrganizationMutationRenameKeyArgs = {
  keyId: Scalars['ID']['input'];
  name: Scalars['String']['input'];
};

/** Where a page stands in its list. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** The cursor of the last of this page. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether something follows. */
  hasNextPage: Scalars['Boolean']['output'];
};

/** The schema of a subgraph, as Rover sends it. */
export type PartialSchemaInput = {
  /** Its sha256. */
  hash?: InputMaybe<Scalars['String']['input']>;
  /** The SDL. */
  sdl?: InputMaybe<Scalars['String']['input']>;
};

/** The key may not. */
export type PermissionError = {
  __typename?: 'PermissionError';
  /** Why. */
  message: Scalars['String']['output'];
};

/** A revision of a list. */
export type PersistedQueriesBuild = {
  __typename?: 'PersistedQueriesBuild';
  /** The list. */
  list: PersistedQueryList;
  /** What was sent. */
  publish: PersistedQueriesPublish;
  /** Its number. */
  revision: Scalars['Int']['output'];
};

/** Operations that were sent. */
export type PersistedQueriesPublish = {
  __typename?: 'PersistedQueriesPublish';
  /** What became of them. */
  operationCounts: PersistedQueriesPublishOperationCounts;
};

/** What became of operations that were sent. */
export type PersistedQueriesPublishOperationCounts = {
  __typename?: 'PersistedQueriesPublishOperationCounts';
  /** New ones. */
  added: Scalars['Int']['output'];
  /** Those that were there just so. */
  identical: Scalars['Int']['output'];
  /** Those that are gone. */
  removed: Scalars['Int']['output'];
  /** Those of the list that were not sent. */
  unaffected: Scalars['Int']['output'];
  /** Those whose name or type changed. */
  updated: Scalars['Int']['output'];
};

/** An operation with an id. */
export type PersistedQueryInput = {
  /** Its document. */
  body: Scalars['GraphQLDocument']['input'];
  /** The only client that may ask for it. */
  clientName?: InputMaybe<Scalars['String']['input']>;
  /** The id by which clients ask for it, mostly the sha256 of the document. */
  id: Scalars['ID']['input'];
  /** Its name. */
  name: Scalars['String']['input'];
  /** Its type. */
  type: OperationType;
};

/** Which operation of a list. */
export type PersistedQueryKey = {
  /** The only client that may ask for it, where there is one. */
  clientName?: InputMaybe<Scalars['String']['input']>;
  /** Its id. */
  id: Scalars['ID']['input'];
};

/** Operations that clients may send by id. */
export type PersistedQueryList = {
  __typename?: 'PersistedQueryList';
  /** How often it was published. */
  currentRevision: Scalars['Int']['output'];
  /** Its id. */
  id: Scalars['ID']['output'];
  /** Its name. */
  name: Scalars['String']['output'];
  /** How many operations it has. */
  operationCount: Scalars['Int']['output'];
  /** The variants whose gateways follow it. */
  variants: Array<Scalars['String']['output']>;
};

/** What can be done to a list of persisted queries. */
export type PersistedQueryListMutation = {
  __typename?: 'PersistedQueryListMutation';
  /** Deletes the list; no variant may follow it any more. */
  delete: Scalars['Boolean']['output'];
  /** Adds operations, and replaces those of the same id. */
  publishOperations: PublishOperationsResultOrError;
  /** Takes operations out. Clients that send them by id are refused from then on. */
  removeOperations: PersistedQueryList;
};


/** What can be done to a list of persisted queries. */
export type PersistedQueryListMutationPublishOperationsArgs = {
  operations?: InputMaybe<Array<PersistedQueryInput>>;
};


/** What can be done to a list of persisted queries. */
export type PersistedQueryListMutationRemoveOperationsArgs = {
  operations: Array<PersistedQueryKey>;
};

/** Never here: nothing is for sale. */
export type PlanError = {
  __typename?: 'PlanError';
  /** Why. */
  message: Scalars['String']['output'];
};

/** A proposal. */
export type Proposal = {
  __typename?: 'Proposal';
  /** Its name. */
  displayName: Scalars['String']['output'];
};

/** How much of a change was proposed. */
export type ProposalCoverage =
  /** All of it. */
  | 'FULL'
  /** None of it. */
  | 'NONE'
  /** Somebody overrode the answer. */
  | 'OVERRIDDEN'
  /** Some of it. */
  | 'PARTIAL'
  /** It is being looked at. */
  | 'PENDING';

/** What a change that was not proposed does to a check. */
export type ProposalSeverityLevel =
  /** It fails it. */
  | 'ERROR'
  /** Nothing. */
  | 'OFF'
  /** It is told. */
  | 'WARN';

/** How a proposal stands. */
export type ProposalStatus =
  /** It may be done. */
  | 'APPROVED'
  /** It will not be done. */
  | 'CLOSED'
  /** It is being written. */
  | 'DRAFT'
  /** It is done. */
  | 'IMPLEMENTED'
  /** It is talked about. */
  | 'OPEN';

/** Was the change proposed? Nothing is proposed here. */
export type ProposalsCheckTask = CheckWorkflowTask & {
  __typename?: 'ProposalsCheckTask';
  /** Whether somebody overrode the answer. */
  didOverrideProposalsCheckTask: Scalars['Boolean']['output'];
  /** How much was proposed. */
  proposalCoverage: ProposalCoverage;
  /** Proposals that are near. */
  relatedProposalResults: Array<RelatedProposalResult>;
  /** What a change that was not proposed does to a check. */
  severityLevel: ProposalSeverityLevel;
  /** How it stands. */
  status: CheckWorkflowTaskStatus;
  /** Where to read more. */
  targetURL?: Maybe<Scalars['String']['output']>;
};

/** The operations are in the list. */
export type PublishOperationsResult = {
  __typename?: 'PublishOperationsResult';
  /** What was made. */
  build: PersistedQueriesBuild;
  /** Whether nothing changed. */
  unchanged: Scalars['Boolean']['output'];
};

/** What became of published operations. */
export type PublishOperationsResultOrError = CannotModifyOperationBodyError | PermissionError | PublishOperationsResult;

export type Query = {
  __typename?: 'Query';
  /** The address under which people find this registry in a browser. */
  frontendUrlRoot: Scalars['String']['output'];
  /** A graph that the key may read; null where there is none. */
  graph?: Maybe<Graph>;
  /** Who the API key is. */
  me?: Maybe<Identity>;
  /** The organization that owns this registry, by its id. */
  organization?: Maybe<Organization>;
  /** A variant by its graph ref, `graph@variant`. */
  variant?: Maybe<GraphVariantLookup>;
};


export type QueryGraphArgs = {
  id: Scalars['ID']['input'];
};


export type QueryOrganizationArgs = {
  id: Scalars['ID']['input'];
};


export type QueryVariantArgs = {
  ref: Scalars['ID']['input'];
};

/** Too much at once. */
export type RateLimitExceededError = {
  __typename?: 'RateLimitExceededError';
  /** Why. */
  message: Scalars['String']['output'];
};

/** What a variant is, for people. */
export type Readme = {
  __typename?: 'Readme';
  /** Markdown. */
  content: Scalars['String']['output'];
  /** When it was written last. */
  lastUpdatedTime?: Maybe<Scalars['Timestamp']['output']>;
};

/** A proposal that is near a change. */
export type RelatedProposalResult = {
  __typename?: 'RelatedProposalResult';
  /** The proposal. */
  proposal: Proposal;
  /** How it stood when it was looked at. */
  statusAtCheck: ProposalStatus;
};

/** Somebody's word that a change, or an operation, is safe. */
export type SafeMark = {
  __typename?: 'SafeMark';
  /** The name of the API key behind it. */
  by: Scalars['String']['output'];
  /** The code of the change, where it is one. */
  code?: Maybe<Scalars['String']['output']>;
  /** The coordinate of the change, where it is one. */
  coordinate?: Maybe<Scalars['String']['output']>;
  /** When. */
  createdAt: Scalars['Timestamp']['output'];
  /** Its id. */
  id: Scalars['ID']['output'];
  /** What came or went there; null means whatever it is. */
  member?: Maybe<Scalars['String']['output']>;
  /** The operation, where it is one. */
  operationId?: Maybe<Scalars['ID']['output']>;
  /** Why. */
  reason: Scalars['String']['output'];
  /** When it was taken back. */
  undoneAt?: Maybe<Scalars['Timestamp']['output']>;
  /** Who took it back, if somebody did. */
  undoneBy?: Maybe<Scalars['String']['output']>;
};

/** An API schema. */
export type Schema = {
  __typename?: 'Schema';
  /** The schema as SDL. */
  document: Scalars['String']['output'];
  /** The sha256 of the document. */
  hash: Scalars['ID']['output'];
};

/** Why no supergraph was made. */
export type SchemaCompositionError = {
  __typename?: 'SchemaCompositionError';
  /** As Apollo's composition names it. */
  code?: Maybe<Scalars['String']['output']>;
  /** Where in the subgraphs. */
  locations: Array<Maybe<SourceLocation>>;
  /** In words. */
  message: Scalars['String']['output'];
};

/** What clients see of a variant. */
export type SchemaPublication = {
  __typename?: 'SchemaPublication';
  /** When it was launched. */
  publishedAt: Scalars['Timestamp']['output'];
  /** The API schema. */
  schema: Schema;
};

/** A place in a document; both count from 1. */
export type SourceLocation = {
  __typename?: 'SourceLocation';
  /** The column. */
  column: Scalars['Int']['output'];
  /** The line. */
  line: Scalars['Int']['output'];
};

/** What Rover says of a check. */
export type SubgraphCheckAsyncInput = {
  /** How the check goes. */
  config: HistoricQueryParametersInput;
  /** The commit. */
  gitContext: GitContextInput;
  /** The graph ref. */
  graphRef?: InputMaybe<Scalars['ID']['input']>;
  /** Not used. */
  introspectionEndpoint?: InputMaybe<Scalars['String']['input']>;
  /** Not used. */
  isProposal?: InputMaybe<Scalars['Boolean']['input']>;
  /** Not used. */
  isSandbox: Scalars['Boolean']['input'];
  /** Its schema. */
  proposedSchema: Scalars['GraphQLDocument']['input'];
  /** The subgraph. */
  subgraphName: Scalars['String']['input'];
  /** Not used. */
  triggeredBy?: InputMaybe<ActorInput>;
};

/** A stretch of a subgraph's document. */
export type SubgraphCoordinate = {
  __typename?: 'SubgraphCoordinate';
  /** Where it ends. */
  end?: Maybe<CoordinatePoint>;
  /** Where it begins. */
  start?: Maybe<CoordinatePoint>;
  /** The subgraph. */
  subgraphName?: Maybe<Scalars['String']['output']>;
};

/** What became of a published subgraph. */
export type SubgraphPublication = {
  __typename?: 'SubgraphPublication';
  /** The supergraph that was made. */
  compositionConfig?: Maybe<CompositionConfig>;
  /** Every reason why none was made. */
  errors: Array<Maybe<SchemaCompositionError>>;
  /** A sentence for the terminal. */
  launchCliCopy?: Maybe<Scalars['String']['output']>;
  /** Where to read more. */
  launchUrl?: Maybe<Scalars['String']['output']>;
  /** Whether clients get a new supergraph. */
  updatedGateway: Scalars['Boolean']['output'];
  /** Whether the subgraph is new. */
  wasCreated: Scalars['Boolean']['output'];
  /** Whether the subgraph changed. */
  wasUpdated: Scalars['Boolean']['output'];
};

/** What became, or would become, of a variant without a subgraph. */
export type SubgraphRemoval = {
  __typename?: 'SubgraphRemoval';
  /** Every reason why no supergraph is made. */
  errors: Array<Maybe<SchemaCompositionError>>;
  /** Whether clients get a new supergraph. */
  updatedGateway: Scalars['Boolean']['output'];
};

/** The schema of a subgraph. */
export type SubgraphSdl = {
  __typename?: 'SubgraphSdl';
  /** The sha256 of the SDL. */
  hash: Scalars['ID']['output'];
  /** As it was published. */
  sdl: Scalars['String']['output'];
};

/** What clients asked of a variant. */
export type Usage = {
  __typename?: 'Usage';
  /** Fields of the schema. */
  fields: Array<FieldUsage>;
  /** From when; whole hours. */
  from: Scalars['Timestamp']['output'];
  /** Operations, those sent most first. */
  operations: Array<OperationUsage>;
  /** Up to when. */
  to: Scalars['Timestamp']['output'];
};


/** What clients asked of a variant. */
export type UsageFieldsArgs = {
  coordinates?: InputMaybe<Array<Scalars['String']['input']>>;
};


/** What clients asked of a variant. */
export type UsageOperationsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** An API key that is bound to no graph. */
export type User = Identity & {
  __typename?: 'User';
  /** A user. */
  asActor: Actor;
  /** The id of the key. */
  id: Scalars['ID']['output'];
  /** The name of the key. */
  name: Scalars['String']['output'];
};

/** Whether operations are valid. */
export type ValidateOperationsResult = {
  __typename?: 'ValidateOperationsResult';
  /** What is wrong, one after the other. */
  validationResults: Array<ValidationResult>;
};

/** What is wrong with an operation. */
export type ValidationErrorCode =
  /** It asks for what is deprecated. */
  | 'DEPRECATED_FIELD'
  /** The schema does not allow it. */
  | 'INVALID_OPERATION'
  /** It is no GraphQL. */
  | 'NON_PARSEABLE_DOCUMENT';

/** How bad something is. */
export type ValidationErrorType =
  /** It would not run. */
  | 'FAILURE'
  /** It is no GraphQL. */
  | 'INVALID'
  /** It will not run for ever. */
  | 'WARNING';

/** What is wrong with an operation. */
export type ValidationResult = {
  __typename?: 'ValidationResult';
  /** Its kind. */
  code: ValidationErrorCode;
  /** In words. */
  description: Scalars['String']['output'];
  /** The operation. */
  operation: OperationDocument;
  /** How bad it is. */
  type: ValidationErrorType;
};

/** An address that is told of what happens. */
export type Webhook = {
  __typename?: 'Webhook';
  /** When it was made. */
  createdAt: Scalars['Timestamp']['output'];
  /** What it told of in the last 30 days, or could not, newest first. */
  deliveries: DeliveryConnection;
  /** What it tells of. */
  events: Array<WebhookEvent>;
  /** How it is written. */
  format: WebhookFormat;
  /** Its id. */
  id: Scalars['ID']['output'];
  /** Whether it tells of nothing now; what happens meanwhile is not told later. */
  isPaused: Scalars['Boolean']['output'];
  /** When it was delivered last. */
  lastDeliveredAt?: Maybe<Scalars['Timestamp']['output']>;
  /** What its last failure was, where it has not been delivered since. */
  lastError?: Maybe<Scalars['String']['output']>;
  /** Where it goes. */
  url: Scalars['String']['output'];
  /** The only variant that it tells of. */
  variant?: Maybe<Scalars['String']['output']>;
};


/** An address that is told of what happens. */
export type WebhookDeliveriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A webhook that was made. */
export type WebhookCreation = {
  __typename?: 'WebhookCreation';
  /** The secret that signs it: HMAC-SHA256. */
  secret: Scalars['String']['output'];
  /** The webhook. */
  webhook: Webhook;
};

/** What a webhook tells of. */
export type WebhookEvent =
  /** A check that failed. */
  | 'CHECK_FAILED'
  /** A launch that failed. */
  | 'LAUNCH_FAILED'
  /** A launch that was brought back. */
  | 'LAUNCH_ROLLED_BACK'
  /** A launch that clients get. */
  | 'LAUNCH_SUCCEEDED';

/** How a webhook is written. */
export type WebhookFormat =
  /** As JSON of our own. */
  | 'JSON'
  /** As Slack's incoming webhooks take it. */
  | 'SLACK';

/** A webhook to be. */
export type WebhookInput = {
  /** What it tells of; left out, everything. */
  events?: InputMaybe<Array<WebhookEvent>>;
  /** How it is written. */
  format?: InputMaybe<WebhookFormat>;
  /** Whether it tells of nothing for now. */
  isPaused?: InputMaybe<Scalars['Boolean']['input']>;
  /** Where it goes: http or https. */
  url: Scalars['String']['input'];
  /** The only variant that it tells of. */
  variant?: InputMaybe<Scalars['String']['input']>;
};

export type WithIndex<TObject> = TObject & Record<string, any>;
export type ResolversObject<TObject> = WithIndex<TObject>;

export type ResolverTypeWrapper<T> = Promise<T> | T;


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



/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = ResolversObject<{
  BuildInput:
    | ( CompositionBuildInput )
    | ( FilterBuildInput )
  ;
  BuildResult:
    | ( BuildFailureSource )
    | ( BuildSuccessSource )
  ;
  CheckRequestResult:
    | ( CheckRequestSuccess )
    | ( InvalidInputError )
    | ( PermissionError )
    | ( PlanError )
    | ( RateLimitExceededError )
  ;
  ContractVariantUpsertResult:
    | ( ContractVariantUpsertErrors )
    | ( Omit<ContractVariantUpsertSuccess, 'contractVariant'> & { contractVariant: _RefType['GraphVariant'] } )
  ;
  GraphVariantLookup:
    | ( GraphVariantSource )
    | ( InvalidRefFormat )
  ;
  PublishOperationsResultOrError:
    | ( CannotModifyOperationBodyError )
    | ( PermissionError )
    | ( Omit<PublishOperationsResult, 'build'> & { build: _RefType['PersistedQueriesBuild'] } )
  ;
}>;

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = ResolversObject<{
  CheckWorkflowTask:
    | ( CompositionCheckTask )
    | ( CustomCheckTask )
    | ( DownstreamCheckTask )
    | ( FilterCheckTask )
    | ( LintCheckTask )
    | ( OperationsCheckTask )
    | ( ProposalsCheckTask )
  ;
  Identity:
    | ( GraphSource )
    | ( User )
  ;
}>;

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = ResolversObject<{
  Actor: ResolverTypeWrapper<Actor>;
  ActorInput: ActorInput;
  ActorType: ActorType;
  AffectedOperation: ResolverTypeWrapper<AffectedOperation>;
  ApiKeyConnection: ResolverTypeWrapper<Omit<ApiKeyConnection, 'edges'> & { edges: Array<ResolversTypes['ApiKeyEdge']> }>;
  ApiKeyEdge: ResolverTypeWrapper<Omit<ApiKeyEdge, 'node'> & { node: ResolversTypes['GraphOsKey'] }>;
  ApiKeyGatewayInput: ApiKeyGatewayInput;
  ApiKeyResourceInput: ApiKeyResourceInput;
  ApiKeySubgraphInput: ApiKeySubgraphInput;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  BuildError: ResolverTypeWrapper<BuildError>;
  BuildFailure: ResolverTypeWrapper<BuildFailureSource>;
  BuildInput: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['BuildInput']>;
  BuildResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['BuildResult']>;
  BuildSuccess: ResolverTypeWrapper<BuildSuccessSource>;
  CannotModifyOperationBodyError: ResolverTypeWrapper<CannotModifyOperationBodyError>;
  Change: ResolverTypeWrapper<Change>;
  ChangeEffect: ChangeEffect;
  ChangeSeverity: ChangeSeverity;
  CheckConnection: ResolverTypeWrapper<Omit<CheckConnection, 'edges'> & { edges: Array<ResolversTypes['CheckEdge']> }>;
  CheckEdge: ResolverTypeWrapper<Omit<CheckEdge, 'node'> & { node: ResolversTypes['CheckWorkflow'] }>;
  CheckRequestResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CheckRequestResult']>;
  CheckRequestSuccess: ResolverTypeWrapper<CheckRequestSuccess>;
  CheckSchemaAsyncInput: CheckSchemaAsyncInput;
  CheckSettings: ResolverTypeWrapper<CheckSettings>;
  CheckSettingsInput: CheckSettingsInput;
  CheckWorkflow: ResolverTypeWrapper<CheckWorkflowSource>;
  CheckWorkflowStatus: CheckWorkflowStatus;
  CheckWorkflowTask: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['CheckWorkflowTask']>;
  CheckWorkflowTaskStatus: CheckWorkflowTaskStatus;
  ClientCount: ResolverTypeWrapper<ClientCount>;
  ClientInfoFilter: ClientInfoFilter;
  CompositionBuildInput: ResolverTypeWrapper<CompositionBuildInput>;
  CompositionCheckResult: ResolverTypeWrapper<CompositionCheckResult>;
  CompositionCheckTask: ResolverTypeWrapper<CompositionCheckTask>;
  CompositionConfig: ResolverTypeWrapper<CompositionConfig>;
  ContractVariantUpsertErrors: ResolverTypeWrapper<ContractVariantUpsertErrors>;
  ContractVariantUpsertResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ContractVariantUpsertResult']>;
  ContractVariantUpsertSuccess: ResolverTypeWrapper<Omit<ContractVariantUpsertSuccess, 'contractVariant'> & { contractVariant: ResolversTypes['GraphVariant'] }>;
  Coordinate: ResolverTypeWrapper<Coordinate>;
  CoordinatePoint: ResolverTypeWrapper<CoordinatePoint>;
  CoreSchema: ResolverTypeWrapper<CoreSchema>;
  CustomCheckLevel: CustomCheckLevel;
  CustomCheckResult: ResolverTypeWrapper<CustomCheckResult>;
  CustomCheckTask: ResolverTypeWrapper<CustomCheckTask>;
  CustomCheckViolation: ResolverTypeWrapper<CustomCheckViolation>;
  Delivery: ResolverTypeWrapper<DeliverySource>;
  DeliveryConnection: ResolverTypeWrapper<Omit<DeliveryConnection, 'edges'> & { edges: Array<ResolversTypes['DeliveryEdge']> }>;
  DeliveryEdge: ResolverTypeWrapper<Omit<DeliveryEdge, 'node'> & { node: ResolversTypes['Delivery'] }>;
  DeliveryState: DeliveryState;
  DownstreamCheckResult: ResolverTypeWrapper<DownstreamCheckResult>;
  DownstreamCheckTask: ResolverTypeWrapper<DownstreamCheckTask>;
  ExcludedClient: ResolverTypeWrapper<ExcludedClient>;
  FieldUsage: ResolverTypeWrapper<FieldUsage>;
  FilterBuildInput: ResolverTypeWrapper<FilterBuildInput>;
  FilterCheckTask: ResolverTypeWrapper<FilterCheckTask>;
  FilterConfigInput: FilterConfigInput;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  GitContext: ResolverTypeWrapper<GitContext>;
  GitContextInput: GitContextInput;
  Graph: ResolverTypeWrapper<GraphSource>;
  GraphMutation: ResolverTypeWrapper<GraphMutationSource>;
  GraphOsKey: ResolverTypeWrapper<GraphOsKeySource>;
  GraphOsKeyType: GraphOsKeyType;
  GraphQLDocument: ResolverTypeWrapper<Scalars['GraphQLDocument']['output']>;
  GraphVariant: ResolverTypeWrapper<GraphVariantSource>;
  GraphVariantDeletion: ResolverTypeWrapper<GraphVariantDeletion>;
  GraphVariantLookup: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['GraphVariantLookup']>;
  GraphVariantMutation: ResolverTypeWrapper<GraphVariantMutationSource>;
  GraphVariantSubgraph: ResolverTypeWrapper<GraphVariantSubgraphSource>;
  HistoricQueryParametersInput: HistoricQueryParametersInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Identity: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Identity']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  InvalidInputError: ResolverTypeWrapper<InvalidInputError>;
  InvalidRefFormat: ResolverTypeWrapper<InvalidRefFormat>;
  KeyRole: KeyRole;
  Latency: ResolverTypeWrapper<Latency>;
  Launch: ResolverTypeWrapper<LaunchSource>;
  LaunchBuild: ResolverTypeWrapper<LaunchBuildSource>;
  LaunchCause: LaunchCause;
  LaunchConnection: ResolverTypeWrapper<Omit<LaunchConnection, 'edges'> & { edges: Array<ResolversTypes['LaunchEdge']> }>;
  LaunchEdge: ResolverTypeWrapper<Omit<LaunchEdge, 'node'> & { node: ResolversTypes['Launch'] }>;
  LaunchStatus: LaunchStatus;
  LintCheckTask: ResolverTypeWrapper<LintCheckTask>;
  LintDiagnostic: ResolverTypeWrapper<LintDiagnostic>;
  LintDiagnosticLevel: LintDiagnosticLevel;
  LintLevel: ResolverTypeWrapper<LintLevel>;
  LintLevelInput: LintLevelInput;
  LintResult: ResolverTypeWrapper<LintResult>;
  LintStats: ResolverTypeWrapper<LintStats>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  OperationDocument: ResolverTypeWrapper<OperationDocument>;
  OperationDocumentInput: OperationDocumentInput;
  OperationNameFilterInput: OperationNameFilterInput;
  OperationType: OperationType;
  OperationUsage: ResolverTypeWrapper<OperationUsage>;
  OperationsCheckResult: ResolverTypeWrapper<OperationsCheckResult>;
  OperationsCheckTask: ResolverTypeWrapper<OperationsCheckTask>;
  Organization: ResolverTypeWrapper<OrganizationSource>;
  OrganizationMutation: ResolverTypeWrapper<OrganizationMutationSource>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PartialSchemaInput: PartialSchemaInput;
  PermissionError: ResolverTypeWrapper<PermissionError>;
  PersistedQueriesBuild: ResolverTypeWrapper<Omit<PersistedQueriesBuild, 'list'> & { list: ResolversTypes['PersistedQueryList'] }>;
  PersistedQueriesPublish: ResolverTypeWrapper<PersistedQueriesPublish>;
  PersistedQueriesPublishOperationCounts: ResolverTypeWrapper<PersistedQueriesPublishOperationCounts>;
  PersistedQueryInput: PersistedQueryInput;
  PersistedQueryKey: PersistedQueryKey;
  PersistedQueryList: ResolverTypeWrapper<PersistedQueryListSource>;
  PersistedQueryListMutation: ResolverTypeWrapper<PersistedQueryListMutationSource>;
  PlanError: ResolverTypeWrapper<PlanError>;
  Proposal: ResolverTypeWrapper<Proposal>;
  ProposalCoverage: ProposalCoverage;
  ProposalSeverityLevel: ProposalSeverityLevel;
  ProposalStatus: ProposalStatus;
  ProposalsCheckTask: ResolverTypeWrapper<ProposalsCheckTask>;
  PublishOperationsResult: ResolverTypeWrapper<Omit<PublishOperationsResult, 'build'> & { build: ResolversTypes['PersistedQueriesBuild'] }>;
  PublishOperationsResultOrError: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['PublishOperationsResultOrError']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RateLimitExceededError: ResolverTypeWrapper<RateLimitExceededError>;
  Readme: ResolverTypeWrapper<Readme>;
  RelatedProposalResult: ResolverTypeWrapper<RelatedProposalResult>;
  SafeMark: ResolverTypeWrapper<SafeMarkSource>;
  Schema: ResolverTypeWrapper<Schema>;
  SchemaCompositionError: ResolverTypeWrapper<SchemaCompositionError>;
  SchemaPublication: ResolverTypeWrapper<SchemaPublication>;
  Seconds: ResolverTypeWrapper<Scalars['Seconds']['output']>;
  SourceLocation: ResolverTypeWrapper<SourceLocation>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  SubgraphCheckAsyncInput: SubgraphCheckAsyncInput;
  SubgraphCoordinate: ResolverTypeWrapper<SubgraphCoordinate>;
  SubgraphPublication: ResolverTypeWrapper<SubgraphPublication>;
  SubgraphRemoval: ResolverTypeWrapper<SubgraphRemoval>;
  SubgraphSdl: ResolverTypeWrapper<SubgraphSdl>;
  Timestamp: ResolverTypeWrapper<Scalars['Timestamp']['output']>;
  Usage: ResolverTypeWrapper<UsageSource>;
  User: ResolverTypeWrapper<User>;
  ValidateOperationsResult: ResolverTypeWrapper<ValidateOperationsResult>;
  ValidationErrorCode: ValidationErrorCode;
  ValidationErrorType: ValidationErrorType;
  ValidationResult: ResolverTypeWrapper<ValidationResult>;
  Webhook: ResolverTypeWrapper<WebhookSource>;
  WebhookCreation: ResolverTypeWrapper<Omit<WebhookCreation, 'webhook'> & { webhook: ResolversTypes['Webhook'] }>;
  WebhookEvent: WebhookEvent;
  WebhookFormat: WebhookFormat;
  WebhookInput: WebhookInput;
}>;

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = ResolversObject<{
  Actor: Actor;
  ActorInput: ActorInput;
  AffectedOperation: AffectedOperation;
  ApiKeyConnection: Omit<ApiKeyConnection, 'edges'> & { edges: Array<ResolversParentTypes['ApiKeyEdge']> };
  ApiKeyEdge: Omit<ApiKeyEdge, 'node'> & { node: ResolversParentTypes['GraphOsKey'] };
  ApiKeyGatewayInput: ApiKeyGatewayInput;
  ApiKeyResourceInput: ApiKeyResourceInput;
  ApiKeySubgraphInput: ApiKeySubgraphInput;
  Boolean: Scalars['Boolean']['output'];
  BuildError: BuildError;
  BuildFailure: BuildFailureSource;
  BuildInput: ResolversUnionTypes<ResolversParentTypes>['BuildInput'];
  BuildResult: ResolversUnionTypes<ResolversParentTypes>['BuildResult'];
  BuildSuccess: BuildSuccessSource;
  CannotModifyOperationBodyError: CannotModifyOperationBodyError;
  Change: Change;
  CheckConnection: Omit<CheckConnection, 'edges'> & { edges: Array<ResolversParentTypes['CheckEdge']> };
  CheckEdge: Omit<CheckEdge, 'node'> & { node: ResolversParentTypes['CheckWorkflow'] };
  CheckRequestResult: ResolversUnionTypes<ResolversParentTypes>['CheckRequestResult'];
  CheckRequestSuccess: CheckRequestSuccess;
  CheckSchemaAsyncInput: CheckSchemaAsyncInput;
  CheckSettings: CheckSettings;
  CheckSettingsInput: CheckSettingsInput;
  CheckWorkflow: CheckWorkflowSource;
  CheckWorkflowTask: ResolversInterfaceTypes<ResolversParentTypes>['CheckWorkflowTask'];
  ClientCount: ClientCount;
  ClientInfoFilter: ClientInfoFilter;
  CompositionBuildInput: CompositionBuildInput;
  CompositionCheckResult: CompositionCheckResult;
  CompositionCheckTask: CompositionCheckTask;
  CompositionConfig: CompositionConfig;
  ContractVariantUpsertErrors: ContractVariantUpsertErrors;
  ContractVariantUpsertResult: ResolversUnionTypes<ResolversParentTypes>['ContractVariantUpsertResult'];
  ContractVariantUpsertSuccess: Omit<ContractVariantUpsertSuccess, 'contractVariant'> & { contractVariant: ResolversParentTypes['GraphVariant'] };
  Coordinate: Coordinate;
  CoordinatePoint: CoordinatePoint;
  CoreSchema: CoreSchema;
  CustomCheckResult: CustomCheckResult;
  CustomCheckTask: CustomCheckTask;
  CustomCheckViolation: CustomCheckViolation;
  Delivery: DeliverySource;
  DeliveryConnection: Omit<DeliveryConnection, 'edges'> & { edges: Array<ResolversParentTypes['DeliveryEdge']> };
  DeliveryEdge: Omit<DeliveryEdge, 'node'> & { node: ResolversParentTypes['Delivery'] };
  DownstreamCheckResult: DownstreamCheckResult;
  DownstreamCheckTask: DownstreamCheckTask;
  ExcludedClient: ExcludedClient;
  FieldUsage: FieldUsage;
  FilterBuildInput: FilterBuildInput;
  FilterCheckTask: FilterCheckTask;
  FilterConfigInput: FilterConfigInput;
  Float: Scalars['Float']['output'];
  GitContext: GitContext;
  GitContextInput: GitContextInput;
  Graph: GraphSource;
  GraphMutation: GraphMutationSource;
  GraphOsKey: GraphOsKeySource;
  GraphQLDocument: Scalars['GraphQLDocument']['output'];
  GraphVariant: GraphVariantSource;
  GraphVariantDeletion: GraphVariantDeletion;
  GraphVariantLookup: ResolversUnionTypes<ResolversParentTypes>['GraphVariantLookup'];
  GraphVariantMutation: GraphVariantMutationSource;
  GraphVariantSubgraph: GraphVariantSubgraphSource;
  HistoricQueryParametersInput: HistoricQueryParametersInput;
  ID: Scalars['ID']['output'];
  Identity: ResolversInterfaceTypes<ResolversParentTypes>['Identity'];
  Int: Scalars['Int']['output'];
  InvalidInputError: InvalidInputError;
  InvalidRefFormat: InvalidRefFormat;
  Latency: Latency;
  Launch: LaunchSource;
  LaunchBuild: LaunchBuildSource;
  LaunchConnection: Omit<LaunchConnection, 'edges'> & { edges: Array<ResolversParentTypes['LaunchEdge']> };
  LaunchEdge: Omit<LaunchEdge, 'node'> & { node: ResolversParentTypes['Launch'] };
  LintCheckTask: LintCheckTask;
  LintDiagnostic: LintDiagnostic;
  LintLevel: LintLevel;
  LintLevelInput: LintLevelInput;
  LintResult: LintResult;
  LintStats: LintStats;
  Mutation: Record<PropertyKey, never>;
  OperationDocument: OperationDocument;
  OperationDocumentInput: OperationDocumentInput;
  OperationNameFilterInput: OperationNameFilterInput;
  OperationUsage: OperationUsage;
  OperationsCheckResult: OperationsCheckResult;
  OperationsCheckTask: OperationsCheckTask;
  Organization: OrganizationSource;
  OrganizationMutation: OrganizationMutationSource;
  PageInfo: PageInfo;
  PartialSchemaInput: PartialSchemaInput;
  PermissionError: PermissionError;
  PersistedQueriesBuild: Omit<PersistedQueriesBuild, 'list'> & { list: ResolversParentTypes['PersistedQueryList'] };
  PersistedQueriesPublish: PersistedQueriesPublish;
  PersistedQueriesPublishOperationCounts: PersistedQueriesPublishOperationCounts;
  PersistedQueryInput: PersistedQueryInput;
  PersistedQueryKey: PersistedQueryKey;
  PersistedQueryList: PersistedQueryListSource;
  PersistedQueryListMutation: PersistedQueryListMutationSource;
  PlanError: PlanError;
  Proposal: Proposal;
  ProposalsCheckTask: ProposalsCheckTask;
  PublishOperationsResult: Omit<PublishOperationsResult, 'build'> & { build: ResolversParentTypes['PersistedQueriesBuild'] };
  PublishOperationsResultOrError: ResolversUnionTypes<ResolversParentTypes>['PublishOperationsResultOrError'];
  Query: Record<PropertyKey, never>;
  RateLimitExceededError: RateLimitExceededError;
  Readme: Readme;
  RelatedProposalResult: RelatedProposalResult;
  SafeMark: SafeMarkSource;
  Schema: Schema;
  SchemaCompositionError: SchemaCompositionError;
  SchemaPublication: SchemaPublication;
  Seconds: Scalars['Seconds']['output'];
  SourceLocation: SourceLocation;
  String: Scalars['String']['output'];
  SubgraphCheckAsyncInput: SubgraphCheckAsyncInput;
  SubgraphCoordinate: SubgraphCoordinate;
  SubgraphPublication: SubgraphPublication;
  SubgraphRemoval: SubgraphRemoval;
  SubgraphSdl: SubgraphSdl;
  Timestamp: Scalars['Timestamp']['output'];
  Usage: UsageSource;
  User: User;
  ValidateOperationsResult: ValidateOperationsResult;
  ValidationResult: ValidationResult;
  Webhook: WebhookSource;
  WebhookCreation: Omit<WebhookCreation, 'webhook'> & { webhook: ResolversParentTypes['Webhook'] };
  WebhookInput: WebhookInput;
}>;

export type ActorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Actor'] = ResolversParentTypes['Actor']> = ResolversObject<{
  actorId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['ActorType'], ParentType, ContextType>;
}>;

export type AffectedOperationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AffectedOperation'] = ResolversParentTypes['AffectedOperation']> = ResolversObject<{
  clients?: Resolver<Array<ResolversTypes['ClientCount']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type ApiKeyConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApiKeyConnection'] = ResolversParentTypes['ApiKeyConnection']> = ResolversObject<{
  edges?: Resolver<Array<ResolversTypes['ApiKeyEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
}>;

export type ApiKeyEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApiKeyEdge'] = ResolversParentTypes['ApiKeyEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['GraphOsKey'], ParentType, ContextType>;
}>;

export type BuildErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BuildError'] = ResolversParentTypes['BuildError']> = ResolversObject<{
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  locations?: Resolver<Array<ResolversTypes['SourceLocation']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type BuildFailureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BuildFailure'] = ResolversParentTypes['BuildFailure']> = ResolversObject<{
  errorMessages?: Resolver<Array<ResolversTypes['BuildError']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type BuildInputResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BuildInput'] = ResolversParentTypes['BuildInput']> = ResolversObject<{
  __resolveType: TypeResolveFn<'CompositionBuildInput' | 'FilterBuildInput', ParentType, ContextType>;
}>;

export type BuildResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BuildResult'] = ResolversParentTypes['BuildResult']> = ResolversObject<{
  __resolveType: TypeResolveFn<'BuildFailure' | 'BuildSuccess', ParentType, ContextType>;
}>;

export type BuildSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BuildSuccess'] = ResolversParentTypes['BuildSuccess']> = ResolversObject<{
  buildHints?: Resolver<Array<ResolversTypes['BuildError']>, ParentType, ContextType>;
  coreSchema?: Resolver<ResolversTypes['CoreSchema'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type CannotModifyOperationBodyErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CannotModifyOperationBodyError'] = ResolversParentTypes['CannotModifyOperationBodyError']> = ResolversObject<{
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type ChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Change'] = ResolversParentTypes['Change']> = ResolversObject<{
  affectedOperations?: Resolver<Array<ResolversTypes['AffectedOperation']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  coordinate?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  effect?: Resolver<ResolversTypes['ChangeEffect'], ParentType, ContextType>;
  member?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  severity?: Resolver<ResolversTypes['ChangeSeverity'], ParentType, ContextType>;
}>;

export type CheckConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CheckConnection'] = ResolversParentTypes['CheckConnection']> = ResolversObject<{
  edges?: Resolver<Array<ResolversTypes['CheckEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
}>;

export type CheckEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CheckEdge'] = ResolversParentTypes['CheckEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['CheckWorkflow'], ParentType, ContextType>;
}>;

export type CheckRequestResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CheckRequestResult'] = ResolversParentTypes['CheckRequestResult']> = ResolversObject<{
  __resolveType: TypeResolveFn<'CheckRequestSuccess' | 'InvalidInputError' | 'PermissionError' | 'PlanError' | 'RateLimitExceededError', ParentType, ContextType>;
}>;

export type CheckRequestSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CheckRequestSuccess'] = ResolversParentTypes['CheckRequestSuccess']> = ResolversObject<{
  targetURL?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  workflowID?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type CheckSettingsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CheckSettings'] = ResolversParentTypes['CheckSettings']> = ResolversObject<{
  excludedClients?: Resolver<Array<ResolversTypes['ExcludedClient']>, ParentType, ContextType>;
  excludedOperationNames?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  lintLevels?: Resolver<Array<ResolversTypes['LintLevel']>, ParentType, ContextType>;
  queryCountThreshold?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  queryCountThresholdPercentage?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  strict?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  windowHours?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type CheckWorkflowResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CheckWorkflow'] = ResolversParentTypes['CheckWorkflow']> = ResolversObject<{
  by?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['Timestamp'], ParentType, ContextType>;
  gitContext?: Resolver<Maybe<ResolversTypes['GitContext']>, ParentType, ContextType>;
  graphRef?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['CheckWorkflowStatus'], ParentType, ContextType>;
  subgraphName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  tasks?: Resolver<Array<ResolversTypes['CheckWorkflowTask']>, ParentType, ContextType>;
}>;

export type CheckWorkflowTaskResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CheckWorkflowTask'] = ResolversParentTypes['CheckWorkflowTask']> = ResolversObject<{
  __resolveType: TypeResolveFn<'CompositionCheckTask' | 'CustomCheckTask' | 'DownstreamCheckTask' | 'FilterCheckTask' | 'LintCheckTask' | 'OperationsCheckTask' | 'ProposalsCheckTask', ParentType, ContextType>;
}>;

export type ClientCountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ClientCount'] = ResolversParentTypes['ClientCount']> = ResolversObject<{
  count?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type CompositionBuildInputResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CompositionBuildInput'] = ResolversParentTypes['CompositionBuildInput']> = ResolversObject<{
  version?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type CompositionCheckResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CompositionCheckResult'] = ResolversParentTypes['CompositionCheckResult']> = ResolversObject<{
  errors?: Resolver<Array<ResolversTypes['SchemaCompositionError']>, ParentType, ContextType>;
  hints?: Resolver<Array<ResolversTypes['SchemaCompositionError']>, ParentType, ContextType>;
}>;

export type CompositionCheckTaskResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CompositionCheckTask'] = ResolversParentTypes['CompositionCheckTask']> = ResolversObject<{
  coreSchemaModified?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  result?: Resolver<Maybe<ResolversTypes['CompositionCheckResult']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['CheckWorkflowTaskStatus'], ParentType, ContextType>;
  targetURL?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type CompositionConfigResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CompositionConfig'] = ResolversParentTypes['CompositionConfig']> = ResolversObject<{
  schemaHash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type ContractVariantUpsertErrorsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ContractVariantUpsertErrors'] = ResolversParentTypes['ContractVariantUpsertErrors']> = ResolversObject<{
  errorMessages?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type ContractVariantUpsertResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ContractVariantUpsertResult'] = ResolversParentTypes['ContractVariantUpsertResult']> = ResolversObject<{
  __resolveType: TypeResolveFn<'ContractVariantUpsertErrors' | 'ContractVariantUpsertSuccess', ParentType, ContextType>;
}>;

export type ContractVariantUpsertSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ContractVariantUpsertSuccess'] = ResolversParentTypes['ContractVariantUpsertSuccess']> = ResolversObject<{
  contractVariant?: Resolver<ResolversTypes['GraphVariant'], ParentType, ContextType>;
  launchCliCopy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  launchUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type CoordinateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Coordinate'] = ResolversParentTypes['Coordinate']> = ResolversObject<{
  end?: Resolver<ResolversTypes['CoordinatePoint'], ParentType, ContextType>;
  start?: Resolver<ResolversTypes['CoordinatePoint'], ParentType, ContextType>;
}>;

export type CoordinatePointResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CoordinatePoint'] = ResolversParentTypes['CoordinatePoint']> = ResolversObject<{
  byteOffset?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  column?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  line?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type CoreSchemaResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CoreSchema'] = ResolversParentTypes['CoreSchema']> = ResolversObject<{
  coreDocument?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  coreHash?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
}>;

export type CustomCheckResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CustomCheckResult'] = ResolversParentTypes['CustomCheckResult']> = ResolversObject<{
  violations?: Resolver<Array<ResolversTypes['CustomCheckViolation']>, ParentType, ContextType>;
}>;

export type CustomCheckTaskResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CustomCheckTask'] = ResolversParentTypes['CustomCheckTask']> = ResolversObject<{
  result?: Resolver<Maybe<ResolversTypes['CustomCheckResult']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['CheckWorkflowTaskStatus'], ParentType, ContextType>;
  targetURL?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type CustomCheckViolationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CustomCheckViolation'] = ResolversParentTypes['CustomCheckViolation']> = ResolversObject<{
  coordinate?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  level?: Resolver<ResolversTypes['CustomCheckLevel'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sourceLocations?: Resolver<Maybe<Array<ResolversTypes['SubgraphCoordinate']>>, ParentType, ContextType>;
}>;

export type DeliveryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Delivery'] = ResolversParentTypes['Delivery']> = ResolversObject<{
  at?: Resolver<ResolversTypes['Timestamp'], ParentType, ContextType>;
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  happeningId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['DeliveryState'], ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type DeliveryConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeliveryConnection'] = ResolversParentTypes['DeliveryConnection']> = ResolversObject<{
  edges?: Resolver<Array<ResolversTypes['DeliveryEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
}>;

export type DeliveryEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeliveryEdge'] = ResolversParentTypes['DeliveryEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Delivery'], ParentType, ContextType>;
}>;

export type DownstreamCheckResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DownstreamCheckResult'] = ResolversParentTypes['DownstreamCheckResult']> = ResolversObject<{
  changes?: Resolver<Array<ResolversTypes['Change']>, ParentType, ContextType>;
  downstreamVariantName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['SchemaCompositionError']>, ParentType, ContextType>;
  failsUpstreamWorkflow?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
}>;

export type DownstreamCheckTaskResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DownstreamCheckTask'] = ResolversParentTypes['DownstreamCheckTask']> = ResolversObject<{
  results?: Resolver<Maybe<Array<ResolversTypes['DownstreamCheckResult']>>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['CheckWorkflowTaskStatus'], ParentType, ContextType>;
  targetURL?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type ExcludedClientResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExcludedClient'] = ResolversParentTypes['ExcludedClient']> = ResolversObject<{
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type FieldUsageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FieldUsage'] = ResolversParentTypes['FieldUsage']> = ResolversObject<{
  coordinate?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  errors?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  executions?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  latency?: Resolver<ResolversTypes['Latency'], ParentType, ContextType>;
  requests?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
}>;

export type FilterBuildInputResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FilterBuildInput'] = ResolversParentTypes['FilterBuildInput']> = ResolversObject<{
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type FilterCheckTaskResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FilterCheckTask'] = ResolversParentTypes['FilterCheckTask']> = ResolversObject<{
  status?: Resolver<ResolversTypes['CheckWorkflowTaskStatus'], ParentType, ContextType>;
  targetURL?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type GitContextResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GitContext'] = ResolversParentTypes['GitContext']> = ResolversObject<{
  branch?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  commit?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  committer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  remoteUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type GraphResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Graph'] = ResolversParentTypes['Graph']> = ResolversObject<{
  asActor?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
  checkWorkflow?: Resolver<Maybe<ResolversTypes['CheckWorkflow']>, ParentType, ContextType, RequireFields<GraphCheckWorkflowArgs, 'id'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  persistedQueryList?: Resolver<Maybe<ResolversTypes['PersistedQueryList']>, ParentType, ContextType, RequireFields<GraphPersistedQueryListArgs, 'id'>>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  variant?: Resolver<Maybe<ResolversTypes['GraphVariant']>, ParentType, ContextType, RequireFields<GraphVariantArgs, 'name'>>;
  variants?: Resolver<Array<ResolversTypes['GraphVariant']>, ParentType, ContextType>;
  webhooks?: Resolver<Maybe<Array<ResolversTypes['Webhook']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type GraphMutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GraphMutation'] = ResolversParentTypes['GraphMutation']> = ResolversObject<{
  createPersistedQueryList?: Resolver<ResolversTypes['PersistedQueryList'], ParentType, ContextType, RequireFields<GraphMutationCreatePersistedQueryListArgs, 'name'>>;
  createWebhook?: Resolver<ResolversTypes['WebhookCreation'], ParentType, ContextType, RequireFields<GraphMutationCreateWebhookArgs, 'input'>>;
  deleteWebhook?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<GraphMutationDeleteWebhookArgs, 'id'>>;
  lintSchema?: Resolver<ResolversTypes['LintResult'], ParentType, ContextType, RequireFields<GraphMutationLintSchemaArgs, 'sdl'>>;
  persistedQueryList?: Resolver<Maybe<ResolversTypes['PersistedQueryListMutation']>, ParentType, ContextType, RequireFields<GraphMutationPersistedQueryListArgs, 'id'>>;
  publishSubgraph?: Resolver<Maybe<ResolversTypes['SubgraphPublication']>, ParentType, ContextType, RequireFields<GraphMutationPublishSubgraphArgs, 'activePartialSchema' | 'graphVariant' | 'name' | 'revision'>>;
  redeliver?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<GraphMutationRedeliverArgs, 'happeningId' | 'webhookId'>>;
  removeImplementingServiceAndTriggerComposition?: Resolver<ResolversTypes['SubgraphRemoval'], ParentType, ContextType, RequireFields<GraphMutationRemoveImplementingServiceAndTriggerCompositionArgs, 'dryRun' | 'graphVariant' | 'name'>>;
  rotateWebhookSecret?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<GraphMutationRotateWebhookSecretArgs, 'id'>>;
  updateWebhook?: Resolver<ResolversTypes['Webhook'], ParentType, ContextType, RequireFields<GraphMutationUpdateWebhookArgs, 'id' | 'input'>>;
  upsertContractVariant?: Resolver<ResolversTypes['ContractVariantUpsertResult'], ParentType, ContextType, RequireFields<GraphMutationUpsertContractVariantArgs, 'contractVariantName' | 'filterConfig' | 'initiateLaunch'>>;
  validateOperations?: Resolver<ResolversTypes['ValidateOperationsResult'], ParentType, ContextType, RequireFields<GraphMutationValidateOperationsArgs, 'operations' | 'tag'>>;
  variant?: Resolver<Maybe<ResolversTypes['GraphVariantMutation']>, ParentType, ContextType, RequireFields<GraphMutationVariantArgs, 'name'>>;
}>;

export type GraphOsKeyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GraphOsKey'] = ResolversParentTypes['GraphOsKey']> = ResolversObject<{
  createdAt?: Resolver<ResolversTypes['Timestamp'], ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['Timestamp']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  keyName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastUsedAt?: Resolver<Maybe<ResolversTypes['Timestamp']>, ParentType, ContextType>;
  resources?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['KeyRole'], ParentType, ContextType>;
  token?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export interface GraphQlDocumentScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['GraphQLDocument'], any> {
  name: 'GraphQLDocument';
}

export type GraphVariantResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GraphVariant'] = ResolversParentTypes['GraphVariant']> = ResolversObject<{
  checkSettings?: Resolver<ResolversTypes['CheckSettings'], ParentType, ContextType>;
  checks?: Resolver<ResolversTypes['CheckConnection'], ParentType, ContextType, RequireFields<GraphVariantChecksArgs, 'first'>>;
  contractFilterConfigDescription?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  latestApprovedLaunch?: Resolver<Maybe<ResolversTypes['Launch']>, ParentType, ContextType>;
  latestLaunch?: Resolver<Maybe<ResolversTypes['Launch']>, ParentType, ContextType>;
  latestPublication?: Resolver<Maybe<ResolversTypes['SchemaPublication']>, ParentType, ContextType>;
  launch?: Resolver<Maybe<ResolversTypes['Launch']>, ParentType, ContextType, RequireFields<GraphVariantLaunchArgs, 'id'>>;
  launches?: Resolver<ResolversTypes['LaunchConnection'], ParentType, ContextType, RequireFields<GraphVariantLaunchesArgs, 'first'>>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  persistedQueryList?: Resolver<Maybe<ResolversTypes['PersistedQueryList']>, ParentType, ContextType>;
  readme?: Resolver<ResolversTypes['Readme'], ParentType, ContextType>;
  safeMarks?: Resolver<Array<ResolversTypes['SafeMark']>, ParentType, ContextType>;
  sourceVariant?: Resolver<Maybe<ResolversTypes['GraphVariant']>, ParentType, ContextType>;
  subgraph?: Resolver<Maybe<ResolversTypes['GraphVariantSubgraph']>, ParentType, ContextType, RequireFields<GraphVariantSubgraphArgs, 'name'>>;
  subgraphs?: Resolver<Maybe<Array<ResolversTypes['GraphVariantSubgraph']>>, ParentType, ContextType>;
  usage?: Resolver<ResolversTypes['Usage'], ParentType, ContextType, RequireFields<GraphVariantUsageArgs, 'lastHours'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type GraphVariantDeletionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GraphVariantDeletion'] = ResolversParentTypes['GraphVariantDeletion']> = ResolversObject<{
  deleted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
}>;

export type GraphVariantLookupResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GraphVariantLookup'] = ResolversParentTypes['GraphVariantLookup']> = ResolversObject<{
  __resolveType: TypeResolveFn<'GraphVariant' | 'InvalidRefFormat', ParentType, ContextType>;
}>;

export type GraphVariantMutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GraphVariantMutation'] = ResolversParentTypes['GraphVariantMutation']> = ResolversObject<{
  delete?: Resolver<ResolversTypes['GraphVariantDeletion'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  linkPersistedQueryList?: Resolver<Maybe<ResolversTypes['GraphVariant']>, ParentType, ContextType, Partial<GraphVariantMutationLinkPersistedQueryListArgs>>;
  markChangeSafe?: Resolver<ResolversTypes['SafeMark'], ParentType, ContextType, RequireFields<GraphVariantMutationMarkChangeSafeArgs, 'code' | 'coordinate' | 'reason'>>;
  markOperationSafe?: Resolver<ResolversTypes['SafeMark'], ParentType, ContextType, RequireFields<GraphVariantMutationMarkOperationSafeArgs, 'operationId' | 'reason'>>;
  promote?: Resolver<ResolversTypes['Launch'], ParentType, ContextType, RequireFields<GraphVariantMutationPromoteArgs, 'to'>>;
  rollback?: Resolver<ResolversTypes['Launch'], ParentType, ContextType, Partial<GraphVariantMutationRollbackArgs>>;
  submitCheckSchemaAsync?: Resolver<ResolversTypes['CheckRequestResult'], ParentType, ContextType, RequireFields<GraphVariantMutationSubmitCheckSchemaAsyncArgs, 'input'>>;
  submitSubgraphCheckAsync?: Resolver<ResolversTypes['CheckRequestResult'], ParentType, ContextType, RequireFields<GraphVariantMutationSubmitSubgraphCheckAsyncArgs, 'input'>>;
  undoSafeMark?: Resolver<ResolversTypes['SafeMark'], ParentType, ContextType, RequireFields<GraphVariantMutationUndoSafeMarkArgs, 'id'>>;
  updateCheckSettings?: Resolver<ResolversTypes['CheckSettings'], ParentType, ContextType, RequireFields<GraphVariantMutationUpdateCheckSettingsArgs, 'input'>>;
  updateVariantReadme?: Resolver<Maybe<ResolversTypes['GraphVariant']>, ParentType, ContextType, RequireFields<GraphVariantMutationUpdateVariantReadmeArgs, 'readme'>>;
}>;

export type GraphVariantSubgraphResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GraphVariantSubgraph'] = ResolversParentTypes['GraphVariantSubgraph']> = ResolversObject<{
  activePartialSchema?: Resolver<ResolversTypes['SubgraphSdl'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['Timestamp'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type IdentityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Identity'] = ResolversParentTypes['Identity']> = ResolversObject<{
  __resolveType: TypeResolveFn<'Graph' | 'User', ParentType, ContextType>;
}>;

export type InvalidInputErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvalidInputError'] = ResolversParentTypes['InvalidInputError']> = ResolversObject<{
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type InvalidRefFormatResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvalidRefFormat'] = ResolversParentTypes['InvalidRefFormat']> = ResolversObject<{
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type LatencyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Latency'] = ResolversParentTypes['Latency']> = ResolversObject<{
  p50?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  p95?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  p99?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
}>;

export type LaunchResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Launch'] = ResolversParentTypes['Launch']> = ResolversObject<{
  build?: Resolver<Maybe<ResolversTypes['LaunchBuild']>, ParentType, ContextType>;
  buildInput?: Resolver<ResolversTypes['BuildInput'], ParentType, ContextType>;
  by?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  cause?: Resolver<ResolversTypes['LaunchCause'], ParentType, ContextType>;
  changes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['Timestamp'], ParentType, ContextType>;
  gitContext?: Resolver<Maybe<ResolversTypes['GitContext']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['LaunchStatus'], ParentType, ContextType>;
  subgraphName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type LaunchBuildResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LaunchBuild'] = ResolversParentTypes['LaunchBuild']> = ResolversObject<{
  result?: Resolver<Maybe<ResolversTypes['BuildResult']>, ParentType, ContextType>;
}>;

export type LaunchConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LaunchConnection'] = ResolversParentTypes['LaunchConnection']> = ResolversObject<{
  edges?: Resolver<Array<ResolversTypes['LaunchEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
}>;

export type LaunchEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LaunchEdge'] = ResolversParentTypes['LaunchEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Launch'], ParentType, ContextType>;
}>;

export type LintCheckTaskResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LintCheckTask'] = ResolversParentTypes['LintCheckTask']> = ResolversObject<{
  result?: Resolver<Maybe<ResolversTypes['LintResult']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['CheckWorkflowTaskStatus'], ParentType, ContextType>;
  targetURL?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type LintDiagnosticResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LintDiagnostic'] = ResolversParentTypes['LintDiagnostic']> = ResolversObject<{
  coordinate?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['LintDiagnosticLevel'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sourceLocations?: Resolver<Array<ResolversTypes['Coordinate']>, ParentType, ContextType>;
}>;

export type LintLevelResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LintLevel'] = ResolversParentTypes['LintLevel']> = ResolversObject<{
  level?: Resolver<ResolversTypes['LintDiagnosticLevel'], ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type LintResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LintResult'] = ResolversParentTypes['LintResult']> = ResolversObject<{
  diagnostics?: Resolver<Array<ResolversTypes['LintDiagnostic']>, ParentType, ContextType>;
  stats?: Resolver<ResolversTypes['LintStats'], ParentType, ContextType>;
}>;

export type LintStatsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LintStats'] = ResolversParentTypes['LintStats']> = ResolversObject<{
  errorsCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  ignoredCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  warningsCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = ResolversObject<{
  graph?: Resolver<Maybe<ResolversTypes['GraphMutation']>, ParentType, ContextType, RequireFields<MutationGraphArgs, 'id'>>;
  organization?: Resolver<Maybe<ResolversTypes['OrganizationMutation']>, ParentType, ContextType, RequireFields<MutationOrganizationArgs, 'id'>>;
}>;

export type OperationDocumentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OperationDocument'] = ResolversParentTypes['OperationDocument']> = ResolversObject<{
  body?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type OperationUsageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OperationUsage'] = ResolversParentTypes['OperationUsage']> = ResolversObject<{
  clients?: Resolver<Array<ResolversTypes['ClientCount']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  errors?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  latency?: Resolver<ResolversTypes['Latency'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  signature?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type OperationsCheckResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OperationsCheckResult'] = ResolversParentTypes['OperationsCheckResult']> = ResolversObject<{
  changes?: Resolver<Array<ResolversTypes['Change']>, ParentType, ContextType>;
  checkSeverity?: Resolver<ResolversTypes['ChangeSeverity'], ParentType, ContextType>;
  numberOfCheckedOperations?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type OperationsCheckTaskResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OperationsCheckTask'] = ResolversParentTypes['OperationsCheckTask']> = ResolversObject<{
  result?: Resolver<Maybe<ResolversTypes['OperationsCheckResult']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['CheckWorkflowTaskStatus'], ParentType, ContextType>;
  targetURL?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type OrganizationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Organization'] = ResolversParentTypes['Organization']> = ResolversObject<{
  apiKey?: Resolver<Maybe<ResolversTypes['GraphOsKey']>, ParentType, ContextType, RequireFields<OrganizationApiKeyArgs, 'keyId'>>;
  apiKeys?: Resolver<ResolversTypes['ApiKeyConnection'], ParentType, ContextType, RequireFields<OrganizationApiKeysArgs, 'first'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type OrganizationMutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrganizationMutation'] = ResolversParentTypes['OrganizationMutation']> = ResolversObject<{
  createKey?: Resolver<ResolversTypes['GraphOsKey'], ParentType, ContextType, RequireFields<OrganizationMutationCreateKeyArgs, 'name' | 'type'>>;
  deleteKey?: Resolver<ResolversTypes['ID'], ParentType, ContextType, RequireFields<OrganizationMutationDeleteKeyArgs, 'keyId'>>;
  renameKey?: Resolver<ResolversTypes['GraphOsKey'], ParentType, ContextType, RequireFields<OrganizationMutationRenameKeyArgs, 'keyId' | 'name'>>;
}>;

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = ResolversObject<{
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
}>;

export type PermissionErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PermissionError'] = ResolversParentTypes['PermissionError']> = ResolversObject<{
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type PersistedQueriesBuildResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PersistedQueriesBuild'] = ResolversParentTypes['PersistedQueriesBuild']> = ResolversObject<{
  list?: Resolver<ResolversTypes['PersistedQueryList'], ParentType, ContextType>;
  publish?: Resolver<ResolversTypes['PersistedQueriesPublish'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type PersistedQueriesPublishResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PersistedQueriesPublish'] = ResolversParentTypes['PersistedQueriesPublish']> = ResolversObject<{
  operationCounts?: Resolver<ResolversTypes['PersistedQueriesPublishOperationCounts'], ParentType, ContextType>;
}>;

export type PersistedQueriesPublishOperationCountsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PersistedQueriesPublishOperationCounts'] = ResolversParentTypes['PersistedQueriesPublishOperationCounts']> = ResolversObject<{
  added?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  identical?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  removed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unaffected?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  updated?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type PersistedQueryListResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PersistedQueryList'] = ResolversParentTypes['PersistedQueryList']> = ResolversObject<{
  currentRevision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  operationCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  variants?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type PersistedQueryListMutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PersistedQueryListMutation'] = ResolversParentTypes['PersistedQueryListMutation']> = ResolversObject<{
  delete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  publishOperations?: Resolver<ResolversTypes['PublishOperationsResultOrError'], ParentType, ContextType, Partial<PersistedQueryListMutationPublishOperationsArgs>>;
  removeOperations?: Resolver<ResolversTypes['PersistedQueryList'], ParentType, ContextType, RequireFields<PersistedQueryListMutationRemoveOperationsArgs, 'operations'>>;
}>;

export type PlanErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PlanError'] = ResolversParentTypes['PlanError']> = ResolversObject<{
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type ProposalResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Proposal'] = ResolversParentTypes['Proposal']> = ResolversObject<{
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type ProposalsCheckTaskResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProposalsCheckTask'] = ResolversParentTypes['ProposalsCheckTask']> = ResolversObject<{
  didOverrideProposalsCheckTask?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  proposalCoverage?: Resolver<ResolversTypes['ProposalCoverage'], ParentType, ContextType>;
  relatedProposalResults?: Resolver<Array<ResolversTypes['RelatedProposalResult']>, ParentType, ContextType>;
  severityLevel?: Resolver<ResolversTypes['ProposalSeverityLevel'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['CheckWorkflowTaskStatus'], ParentType, ContextType>;
  targetURL?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type PublishOperationsResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PublishOperationsResult'] = ResolversParentTypes['PublishOperationsResult']> = ResolversObject<{
  build?: Resolver<ResolversTypes['PersistedQueriesBuild'], ParentType, ContextType>;
  unchanged?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type PublishOperationsResultOrErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PublishOperationsResultOrError'] = ResolversParentTypes['PublishOperationsResultOrError']> = ResolversObject<{
  __resolveType: TypeResolveFn<'CannotModifyOperationBodyError' | 'PermissionError' | 'PublishOperationsResult', ParentType, ContextType>;
}>;

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = ResolversObject<{
  frontendUrlRoot?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  graph?: Resolver<Maybe<ResolversTypes['Graph']>, ParentType, ContextType, RequireFields<QueryGraphArgs, 'id'>>;
  me?: Resolver<Maybe<ResolversTypes['Identity']>, ParentType, ContextType>;
  organization?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType, RequireFields<QueryOrganizationArgs, 'id'>>;
  variant?: Resolver<Maybe<ResolversTypes['GraphVariantLookup']>, ParentType, ContextType, RequireFields<QueryVariantArgs, 'ref'>>;
}>;

export type RateLimitExceededErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RateLimitExceededError'] = ResolversParentTypes['RateLimitExceededError']> = ResolversObject<{
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type ReadmeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Readme'] = ResolversParentTypes['Readme']> = ResolversObject<{
  content?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lastUpdatedTime?: Resolver<Maybe<ResolversTypes['Timestamp']>, ParentType, ContextType>;
}>;

export type RelatedProposalResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RelatedProposalResult'] = ResolversParentTypes['RelatedProposalResult']> = ResolversObject<{
  proposal?: Resolver<ResolversTypes['Proposal'], ParentType, ContextType>;
  statusAtCheck?: Resolver<ResolversTypes['ProposalStatus'], ParentType, ContextType>;
}>;

export type SafeMarkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SafeMark'] = ResolversParentTypes['SafeMark']> = ResolversObject<{
  by?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  coordinate?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['Timestamp'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  member?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  operationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  undoneAt?: Resolver<Maybe<ResolversTypes['Timestamp']>, ParentType, ContextType>;
  undoneBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type SchemaResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Schema'] = ResolversParentTypes['Schema']> = ResolversObject<{
  document?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  hash?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
}>;

export type SchemaCompositionErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SchemaCompositionError'] = ResolversParentTypes['SchemaCompositionError']> = ResolversObject<{
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  locations?: Resolver<Array<Maybe<ResolversTypes['SourceLocation']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type SchemaPublicationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SchemaPublication'] = ResolversParentTypes['SchemaPublication']> = ResolversObject<{
  publishedAt?: Resolver<ResolversTypes['Timestamp'], ParentType, ContextType>;
  schema?: Resolver<ResolversTypes['Schema'], ParentType, ContextType>;
}>;

export interface SecondsScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Seconds'], any> {
  name: 'Seconds';
}

export type SourceLocationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SourceLocation'] = ResolversParentTypes['SourceLocation']> = ResolversObject<{
  column?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  line?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type SubgraphCoordinateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SubgraphCoordinate'] = ResolversParentTypes['SubgraphCoordinate']> = ResolversObject<{
  end?: Resolver<Maybe<ResolversTypes['CoordinatePoint']>, ParentType, ContextType>;
  start?: Resolver<Maybe<ResolversTypes['CoordinatePoint']>, ParentType, ContextType>;
  subgraphName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type SubgraphPublicationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SubgraphPublication'] = ResolversParentTypes['SubgraphPublication']> = ResolversObject<{
  compositionConfig?: Resolver<Maybe<ResolversTypes['CompositionConfig']>, ParentType, ContextType>;
  errors?: Resolver<Array<Maybe<ResolversTypes['SchemaCompositionError']>>, ParentType, ContextType>;
  launchCliCopy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  launchUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  updatedGateway?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  wasCreated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  wasUpdated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
}>;

export type SubgraphRemovalResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SubgraphRemoval'] = ResolversParentTypes['SubgraphRemoval']> = ResolversObject<{
  errors?: Resolver<Array<Maybe<ResolversTypes['SchemaCompositionError']>>, ParentType, ContextType>;
  updatedGateway?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
}>;

export type SubgraphSdlResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SubgraphSdl'] = ResolversParentTypes['SubgraphSdl']> = ResolversObject<{
  hash?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  sdl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export interface TimestampScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Timestamp'], any> {
  name: 'Timestamp';
}

export type UsageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Usage'] = ResolversParentTypes['Usage']> = ResolversObject<{
  fields?: Resolver<Array<ResolversTypes['FieldUsage']>, ParentType, ContextType, Partial<UsageFieldsArgs>>;
  from?: Resolver<ResolversTypes['Timestamp'], ParentType, ContextType>;
  operations?: Resolver<Array<ResolversTypes['OperationUsage']>, ParentType, ContextType, RequireFields<UsageOperationsArgs, 'first'>>;
  to?: Resolver<ResolversTypes['Timestamp'], ParentType, ContextType>;
}>;

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User']> = ResolversObject<{
  asActor?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type ValidateOperationsResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ValidateOperationsResult'] = ResolversParentTypes['ValidateOperationsResult']> = ResolversObject<{
  validationResults?: Resolver<Array<ResolversTypes['ValidationResult']>, ParentType, ContextType>;
}>;

export type ValidationResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ValidationResult'] = ResolversParentTypes['ValidationResult']> = ResolversObject<{
  code?: Resolver<ResolversTypes['ValidationErrorCode'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  operation?: Resolver<ResolversTypes['OperationDocument'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['ValidationErrorType'], ParentType, ContextType>;
}>;

export type WebhookResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Webhook'] = ResolversParentTypes['Webhook']> = ResolversObject<{
  createdAt?: Resolver<ResolversTypes['Timestamp'], ParentType, ContextType>;
  deliveries?: Resolver<ResolversTypes['DeliveryConnection'], ParentType, ContextType, RequireFields<WebhookDeliveriesArgs, 'first'>>;
  events?: Resolver<Array<ResolversTypes['WebhookEvent']>, ParentType, ContextType>;
  format?: Resolver<ResolversTypes['WebhookFormat'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isPaused?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  lastDeliveredAt?: Resolver<Maybe<ResolversTypes['Timestamp']>, ParentType, ContextType>;
  lastError?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  variant?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type WebhookCreationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WebhookCreation'] = ResolversParentTypes['WebhookCreation']> = ResolversObject<{
  secret?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  webhook?: Resolver<ResolversTypes['Webhook'], ParentType, ContextType>;
}>;

export type Resolvers<ContextType = Context> = ResolversObject<{
  Actor?: ActorResolvers<ContextType>;
  AffectedOperation?: AffectedOperationResolvers<ContextType>;
  ApiKeyConnection?: ApiKeyConnectionResolvers<ContextType>;
  ApiKeyEdge?: ApiKeyEdgeResolvers<ContextType>;
  BuildError?: BuildErrorResolvers<ContextType>;
  BuildFailure?: BuildFailureResolvers<ContextType>;
  BuildInput?: BuildInputResolvers<ContextType>;
  BuildResult?: BuildResultResolvers<ContextType>;
  BuildSuccess?: BuildSuccessResolvers<ContextType>;
  CannotModifyOperationBodyError?: CannotModifyOperationBodyErrorResolvers<ContextType>;
  Change?: ChangeResolvers<ContextType>;
  CheckConnection?: CheckConnectionResolvers<ContextType>;
  CheckEdge?: CheckEdgeResolvers<ContextType>;
  CheckRequestResult?: CheckRequestResultResolvers<ContextType>;
  CheckRequestSuccess?: CheckRequestSuccessResolvers<ContextType>;
  CheckSettings?: CheckSettingsResolvers<ContextType>;
  CheckWorkflow?: CheckWorkflowResolvers<ContextType>;
  CheckWorkflowTask?: CheckWorkflowTaskResolvers<ContextType>;
  ClientCount?: ClientCountResolvers<ContextType>;
  CompositionBuildInput?: CompositionBuildInputResolvers<ContextType>;
  CompositionCheckResult?: CompositionCheckResultResolvers<ContextType>;
  CompositionCheckTask?: CompositionCheckTaskResolvers<ContextType>;
  CompositionConfig?: CompositionConfigResolvers<ContextType>;
  ContractVariantUpsertErrors?: ContractVariantUpsertErrorsResolvers<ContextType>;
  ContractVariantUpsertResult?: ContractVariantUpsertResultResolvers<ContextType>;
  ContractVariantUpsertSuccess?: ContractVariantUpsertSuccessResolvers<ContextType>;
  Coordinate?: CoordinateResolvers<ContextType>;
  CoordinatePoint?: CoordinatePointResolvers<ContextType>;
  CoreSchema?: CoreSchemaResolvers<ContextType>;
  CustomCheckResult?: CustomCheckResultResolvers<ContextType>;
  CustomCheckTask?: CustomCheckTaskResolvers<ContextType>;
  CustomCheckViolation?: CustomCheckViolationResolvers<ContextType>;
  Delivery?: DeliveryResolvers<ContextType>;
  DeliveryConnection?: DeliveryConnectionResolvers<ContextType>;
  DeliveryEdge?: DeliveryEdgeResolvers<ContextType>;
  DownstreamCheckResult?: DownstreamCheckResultResolvers<ContextType>;
  DownstreamCheckTask?: DownstreamCheckTaskResolvers<ContextType>;
  ExcludedClient?: ExcludedClientResolvers<ContextType>;
  FieldUsage?: FieldUsageResolvers<ContextType>;
  FilterBuildInput?: FilterBuildInputResolvers<ContextType>;
  FilterCheckTask?: FilterCheckTaskResolvers<ContextType>;
  GitContext?: GitContextResolvers<ContextType>;
  Graph?: GraphResolvers<ContextType>;
  GraphMutation?: GraphMutationResolvers<ContextType>;
  GraphOsKey?: GraphOsKeyResolvers<ContextType>;
  GraphQLDocument?: GraphQLScalarType;
  GraphVariant?: GraphVariantResolvers<ContextType>;
  GraphVariantDeletion?: GraphVariantDeletionResolvers<ContextType>;
  GraphVariantLookup?: GraphVariantLookupResolvers<ContextType>;
  GraphVariantMutation?: GraphVariantMutationResolvers<ContextType>;
  GraphVariantSubgraph?: GraphVariantSubgraphResolvers<ContextType>;
  Identity?: IdentityResolvers<ContextType>;
  InvalidInputError?: InvalidInputErrorResolvers<ContextType>;
  InvalidRefFormat?: InvalidRefFormatResolvers<ContextType>;
  Latency?: LatencyResolvers<ContextType>;
  Launch?: LaunchResolvers<ContextType>;
  LaunchBuild?: LaunchBuildResolvers<ContextType>;
  LaunchConnection?: LaunchConnectionResolvers<ContextType>;
  LaunchEdge?: LaunchEdgeResolvers<ContextType>;
  LintCheckTask?: LintCheckTaskResolvers<ContextType>;
  LintDiagnostic?: LintDiagnosticResolvers<ContextType>;
  LintLevel?: LintLevelResolvers<ContextType>;
  LintResult?: LintResultResolvers<ContextType>;
  LintStats?: LintStatsResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  OperationDocument?: OperationDocumentResolvers<ContextType>;
  OperationUsage?: OperationUsageResolvers<ContextType>;
  OperationsCheckResult?: OperationsCheckResultResolvers<ContextType>;
  OperationsCheckTask?: OperationsCheckTaskResolvers<ContextType>;
  Organization?: OrganizationResolvers<ContextType>;
  OrganizationMutation?: OrganizationMutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PermissionError?: PermissionErrorResolvers<ContextType>;
  PersistedQueriesBuild?: PersistedQueriesBuildResolvers<ContextType>;
  PersistedQueriesPublish?: PersistedQueriesPublishResolvers<ContextType>;
  PersistedQueriesPublishOperationCounts?: PersistedQueriesPublishOperationCountsResolvers<ContextType>;
  PersistedQueryList?: PersistedQueryListResolvers<ContextType>;
  PersistedQueryListMutation?: PersistedQueryListMutationResolvers<ContextType>;
  PlanError?: PlanErrorResolvers<ContextType>;
  Proposal?: ProposalResolvers<ContextType>;
  ProposalsCheckTask?: ProposalsCheckTaskResolvers<ContextType>;
  PublishOperationsResult?: PublishOperationsResultResolvers<ContextType>;
  PublishOperationsResultOrError?: PublishOperationsResultOrErrorResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RateLimitExceededError?: RateLimitExceededErrorResolvers<ContextType>;
  Readme?: ReadmeResolvers<ContextType>;
  RelatedProposalResult?: RelatedProposalResultResolvers<ContextType>;
  SafeMark?: SafeMarkResolvers<ContextType>;
  Schema?: SchemaResolvers<ContextType>;
  SchemaCompositionError?: SchemaCompositionErrorResolvers<ContextType>;
  SchemaPublication?: SchemaPublicationResolvers<ContextType>;
  Seconds?: GraphQLScalarType;
  SourceLocation?: SourceLocationResolvers<ContextType>;
  SubgraphCoordinate?: SubgraphCoordinateResolvers<ContextType>;
  SubgraphPublication?: SubgraphPublicationResolvers<ContextType>;
  SubgraphRemoval?: SubgraphRemovalResolvers<ContextType>;
  SubgraphSdl?: SubgraphSdlResolvers<ContextType>;
  Timestamp?: GraphQLScalarType;
  Usage?: UsageResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  ValidateOperationsResult?: ValidateOperationsResultResolvers<ContextType>;
  ValidationResult?: ValidationResultResolvers<ContextType>;
  Webhook?: WebhookResolvers<ContextType>;
  WebhookCreation?: WebhookCreationResolvers<ContextType>;
}>;

