import type { FetchNode, PlanNode, QueryPlan } from '@apollo/query-planner';
import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import { type Collecting, collectFields, conditionVariables } from './collectFields.ts';
import { type CompiledFetch, compileFetch } from './compileFetch.ts';
import { type CompiledPlan, compilePlan } from './compilePlan.ts';
import type { Deferral } from './defer/labelDefers.ts';
import { introspect } from './introspection.ts';
import type { DataObject } from './ownProperty.ts';
import { compileProjection, type Project } from './projection.ts';
import type { EngineSupergraph } from './supergraph.ts';
import { type Supplied, suppliedBy } from './supplied.ts';

/** How many projections one operation may have at a time: one for each combination of its conditions. */
const maxProjections = 64;

/** How the response is made for certain variables. */
export interface Response {
  project: Project;
  /** What introspection had to say. */
  errors: readonly GraphQLError[];
}

/** What a plan was made of. */
export interface Planned {
  refused?: ReadonlyMap<FieldNode, unknown>;
  deferral?: Deferral;
  /** All of the operation was planned, so that what the plan does not answer is answered by nobody. */
  isWhole: boolean;
}

let made = 0;

/** An operation, planned and compiled once for all its executions. */
export class Prepared {
  readonly supergraph: EngineSupergraph;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Hooks are told of its fetch nodes by identity. */
  readonly plan: QueryPlan;
  readonly compiled: CompiledPlan;
  /** For a subscription the fetch whose events are awaited; `compiled` is what is run for each of them. */
  readonly primary?: CompiledFetch;
  /** How often it has been asked for. */
  uses = 0;
  /** No other has it, in this process. */
  readonly number = ++made;
  /** How it can be answered in parts, where anything of it is deferred. */
  readonly deferral: Deferral | undefined;
  readonly #conditions: readonly string[];
  readonly #refused: ReadonlyMap<FieldNode, unknown> | undefined;
  readonly #supplied: Supplied | undefined;
  readonly #responses = new Map<string, Response>();
  readonly #initialResponses = new Map<string, Response>();
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;

  constructor(
    supergraph: EngineSupergraph,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    plan: QueryPlan,
    { refused, deferral, isWhole }: Planned,
  ) {
    this.supergraph = supergraph;
    this.deferral = deferral;
    this.#refused = refused;
    this.document = document;
    this.operation = operation;
    this.plan = plan;
    let node: PlanNode | undefined;
    if (plan.node?.kind === 'Subscription') {
      this.primary = compileFetch({ node: plan.node.primary, path: [], conditions: [] }, supergraph.types);
      node = plan.node.rest;
    } else node = plan.node;
    this.compiled = compilePlan(node, supergraph.types);
    this.#supplied = isWhole ? suppliedBy(this.fetches) : undefined;
    const conditions = new Set<string>();
    visit(document, {
      [Kind.DIRECTIVE]: (directive: DirectiveNode) => {
        for (const name of conditionVariables([directive])) conditions.add(name);
      },
    });
    this.#conditions = [...conditions];
    this.#fragments = new Map(
      document.definitions.flatMap((each) =>
        each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [],
      ),
    );
  }

  /** Every fetch of the plan. */
  get fetchNodes(): FetchNode[] {
    return this.fetches.map(({ node }) => node);
  }

  get fetches(): readonly CompiledFetch[] {
    return this.primary ? [this.primary, ...this.compiled.fetches] : this.compiled.fetches;
  }

  /** @param values the variables, coerced */
  responseFor(values: DataObject): Response {
    return this.#responseOf(this.#responses, values, undefined);
  }

  /** The same without what is deferred, which is marked where it is to come. */
  initialResponseFor(values: DataObject): Response {
    return this.#responseOf(this.#initialResponses, values, this.deferral?.directives);
  }

  #responseOf(kept: Map<string, Response>, values: DataObject, deferring: Collecting['deferring']): Response {
    const key = this.#conditions.map((name) => (values[name] === true ? '1' : '0')).join('');
    const known = kept.get(key);
    if (known) return known;
    const { apiSchema } = this.supergraph;
    const root = apiSchema.getRootType(this.operation.operation);
    if (!root) throw new Error(`The schema has no type for ${this.operation.operation}.`);
    const collecting: Collecting = { schema: apiSchema, fragments: this.#fragments, values, refused: this.#refused };
    const { selectionSet, variableDefinitions = [] } = this.operation;
    const fields = collectFields(collecting, root, [selectionSet]);
    const introspected = introspect(apiSchema, this.document, this.operation, fields, values);
    const project = compileProjection(
      { ...collecting, deferring },
      root,
      selectionSet,
      introspected.values,
      this.#supplied,
    );
    const response = { project, errors: introspected.errors };
    // Introspection with variables can differ each time.
    if (introspected.values.size > 0 && variableDefinitions.length > 0) return response;
    if (kept.size >= maxProjections) kept.clear();
    kept.set(key, response);
    return response;
  }
}
