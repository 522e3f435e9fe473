import { operationFromDocument } from '@apollo/federation-internals';
import type { QueryPlan } from '@apollo/query-planner';
import { type DocumentNode, type FieldNode, GraphQLError, getOperationAST, print } from 'graphql';
import { LRUCache } from 'lru-cache';
import { deferConditions, withoutDefers } from './defer/activeDefers.ts';
import { defersInterfaceObjects } from './defer/interfaceObjects.ts';
import { type Deferral, labelDefers } from './defer/labelDefers.ts';
import { unwrapRootFragments } from './defer/rootFragments.ts';
import { checkSize, defaultSizeLimits, OperationTooLargeError, type SizeLimits } from './operationSize.ts';
import { Prepared } from './prepared.ts';
import { mendPlan, refuseRequiredNames } from './requires/mendPlan.ts';
import type { EngineSupergraph } from './supergraph.ts';

export interface PrepareSettings extends Partial<SizeLimits> {
  /** How many prepared operations are kept. */
  maxPrepared?: number;
}

/** What an operation is prepared under, beside its document. */
export interface PrepareOptions {
  operationName?: string | null;
  /** A text or hash that stands for the document; without it the document is printed. */
  source?: string;
  /**
   * What is planned instead of the document, for the response still to be that of the document: what authorisation has left of it,
   * null for nothing. Needs an `extraKey` that tells outcomes apart.
   */
  planned?: DocumentNode | null;
  /** What the response is made by, where its fields have to be told apart: says the same as the document. */
  projection?: DocumentNode;
  /** The fields of `projection` that are null, whatever data there is. */
  refused?: ReadonlyMap<FieldNode, unknown>;
  /** What else the plan depends on, such as the outcome of authorisation. */
  extraKey?: string;
  /** Which labels of `@override(label:)` hold; those that are not named do not. */
  overrides?: ReadonlyMap<string, boolean>;
  /**
   * The caller takes the answer in parts; without it `@defer` changes nothing. `planned` and `projection` have to share the nodes of
   * their directives with the document.
   */
  incremental?: boolean;
  /** With `incremental`: as the client sent them. They decide what is deferred with `@defer(if:)`. */
  variables?: Readonly<Record<string, unknown>>;
}

/** An operation that is worth preparing again for another supergraph. */
export interface KnownOperation {
  document: DocumentNode;
  options: PrepareOptions;
  uses: number;
}

/** Prepares the operations of one supergraph and keeps those used last. */
export class Preparer {
  readonly supergraph: EngineSupergraph;
  readonly #limits: SizeLimits;
  readonly #known: LRUCache<string, { prepared: Prepared; document: DocumentNode; options: PrepareOptions }>;

  constructor(supergraph: EngineSupergraph, settings: PrepareSettings = {}) {
    this.supergraph = supergraph;
    this.#limits = {
      maxSelections: settings.maxSelections ?? defaultSizeLimits.maxSelections,
      maxDepth: settings.maxDepth ?? defaultSizeLimits.maxDepth,
    };
    this.#known = new LRUCache({ max: settings.maxPrepared ?? 2_000 });
  }

  /**
   * Plans and compiles an operation, or gives what is known. The document has to be valid for the API schema.
   * @throws GraphQLError where the operation is not there, is too large, or cannot be planned
   */
  prepare(document: DocumentNode, given: PrepareOptions = {}): Prepared {
    const options = given.incremental ? deferringOptions(document, given) : given;
    const key = this.#keyOf(document, options);
    const known = this.#known.get(key);
    if (known) {
      known.prepared.uses++;
      return known.prepared;
    }
    const prepared = this.#prepare(document, options);
    prepared.uses = 1;
    this.#known.set(key, { prepared, document, options });
    return prepared;
  }

  /** The operations used most, most used first. */
  mostUsed(count: number): KnownOperation[] {
    return [...this.#known.values()]
      .map(({ prepared, document, options }) => ({ document, options, uses: prepared.uses }))
      .sort((one, other) => other.uses - one.uses)
      .slice(0, count);
  }

  get size(): number {
    return this.#known.size;
  }

  /** Forgets them all, once another supergraph is served: somebody may hold this one for ever. */
  clear(): void {
    this.#known.clear();
  }

  #keyOf(document: DocumentNode, options: PrepareOptions): string {
    const { source, operationName, extraKey = '', overrides, incremental, variables } = options;
    const labels = overrides ? [...overrides].flatMap(([label, holds]) => (holds ? [label] : [])).sort() : [];
    const deferred = incremental && variables;
    return JSON.stringify([source ?? print(document), operationName ?? '', extraKey, labels, deferred]);
  }

  #prepare(document: DocumentNode, options: PrepareOptions): Prepared {
    const { operationName, planned = document } = options;
    const operation = getOperationAST(document, operationName);
    if (!operation) {
      throw new GraphQLError(
        operationName ? `Unknown operation named "${operationName}".` : 'Must provide an operation.',
        {
          extensions: { code: 'OPERATION_RESOLUTION_FAILURE' },
        },
      );
    }
    checkSize(document, operation, this.#limits);
    const { projection = document, refused } = options;
    const inParts = planned ? this.#planInParts(planned, projection, options) : undefined;
    const whole = planned && withoutDefers(planned);
    const plan: QueryPlan = inParts?.plan ?? (whole ? this.#plan(whole, options) : { kind: 'QueryPlan' });
    const shown = getOperationAST(projection, operationName) ?? operation;
    const isWhole = planned === document && projection === document;
    return new Prepared(this.supergraph, projection, shown, plan, { refused, deferral: inParts?.deferral, isWhole });
  }

  /** The planner fails on some operations only for their `@defer`s, those with `@requires` among them: they are answered at once. */
  #planInParts(
    planned: DocumentNode,
    projection: DocumentNode,
    options: PrepareOptions,
  ): { plan: QueryPlan; deferral: Deferral } | undefined {
    const { operationName, incremental, variables = {} } = options;
    const labelled = incremental ? labelDefers(planned, projection, operationName, variables) : undefined;
    if (!labelled || defersInterfaceObjects(labelled.document, this.supergraph)) return undefined;
    try {
      const plan = this.#plan(labelled.document, options);
      const root = this.supergraph.apiSchema.getRootType(labelled.operation);
      if (root) unwrapRootFragments(plan, root.name);
      return { plan, deferral: labelled.deferral };
    } catch {
      return undefined;
    }
  }

  #plan(document: DocumentNode, { operationName, overrides }: PrepareOptions): QueryPlan {
    const { planner, plannedSchema, types } = this.supergraph;
    const isMended = types.required.byName.size > 0;
    if (isMended) refuseRequiredNames(document, types.required);
    const operation = operationFromDocument(plannedSchema, document, { operationName: operationName ?? undefined });
    try {
      const plan = planner.buildQueryPlan(operation, { overrideConditions: overrides && new Map(overrides) });
      return isMended ? mendPlan(plan, types.required, types) : plan;
    } catch (error) {
      // The planner has limits of its own, for what the size of an operation does not tell.
      // https://nvd.nist.gov/vuln/detail/CVE-2025-32031
      if (plannerLimit.test((error as Error).message)) throw new OperationTooLargeError('takes too many ways to plan');
      throw error;
    }
  }
}

/** What is kept of an operation in parts: of its variables only those that decide about parts. */
function deferringOptions(document: DocumentNode, { variables = {}, ...options }: PrepareOptions): PrepareOptions {
  const conditions = deferConditions(document, variables);
  return { ...options, incremental: conditions !== undefined, variables: conditions };
}

const plannerLimit =
  /^(Number of non-local selections exceeds|Exceeded maximum recursive selections|Too many options generated)/;
