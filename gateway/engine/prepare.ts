import { operationFromDocument } from '@apollo/federation-internals';
import type { QueryPlan } from '@apollo/query-planner';
import { type DocumentNode, type FieldNode, GraphQLError, getOperationAST, print } from 'graphql';
import { LRUCache } from 'lru-cache';
import { checkSize, defaultSizeLimits, OperationTooLargeError, type SizeLimits } from './operationSize.ts';
import { Prepared } from './prepared.ts';
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
  prepare(document: DocumentNode, options: PrepareOptions = {}): Prepared {
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

  #keyOf(document: DocumentNode, { source, operationName, extraKey = '', overrides }: PrepareOptions): string {
    const labels = overrides ? [...overrides].flatMap(([label, holds]) => (holds ? [label] : [])).sort() : [];
    return JSON.stringify([source ?? print(document), operationName ?? '', extraKey, labels]);
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
    const plan: QueryPlan = planned ? this.#plan(planned, options) : { kind: 'QueryPlan' };
    const { projection = document, refused } = options;
    const shown = getOperationAST(projection, operationName) ?? operation;
    return new Prepared(this.supergraph, projection, shown, plan, refused);
  }

  #plan(document: DocumentNode, { operationName, overrides }: PrepareOptions): QueryPlan {
    const { planner, plannedSchema } = this.supergraph;
    const operation = operationFromDocument(plannedSchema, document, { operationName: operationName ?? undefined });
    try {
      return planner.buildQueryPlan(operation, { overrideConditions: overrides && new Map(overrides) });
    } catch (error) {
      // The planner has limits of its own, for what the size of an operation does not tell.
      // https://nvd.nist.gov/vuln/detail/CVE-2025-32031
      if (plannerLimit.test((error as Error).message)) throw new OperationTooLargeError('takes too many ways to plan');
      throw error;
    }
  }
}

const plannerLimit = /^(Number of non-local selections exceeds|Exceeded maximum recursive selections)/;
