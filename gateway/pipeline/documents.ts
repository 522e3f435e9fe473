import { createHash } from 'node:crypto';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  type OperationDefinitionNode,
  type ParseOptions,
  parse,
  validate,
} from 'graphql';
import { LRUCache } from 'lru-cache';

/** How every front parses: no operation that a person or a client library writes is longer. */
export const parsing: ParseOptions = { maxTokens: 15_000 };

/** How much text of operations is kept parsed, in characters. */
const keptText = 8 * 2 ** 20;

/** The text of an operation, read once. */
export interface ReadDocument {
  /** Undefined where it is not valid. */
  readonly document?: DocumentNode;
  readonly errors?: readonly GraphQLError[];
  /** Its sha256, in hex: what persisted queries and Apollo Server's plugins know it by. */
  readonly hash: string;
  /** The operation that a request for it means. */
  operation(name: string | null | undefined): OperationDefinitionNode | undefined;
}

/** Parses and validates the operations of one supergraph, as Apollo Server does. */
export class Documents {
  readonly #schema: GraphQLSchema;
  readonly #known = new LRUCache<string, ReadDocument>({
    maxSize: keptText,
    sizeCalculation: (_, source) => source.length + 1_000,
  });

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
  }

  read(source: string): ReadDocument {
    let read = this.#known.get(source);
    if (!read) {
      read = this.#read(source);
      this.#known.set(source, read);
    }
    return read;
  }

  /** Forgets them all. */
  clear(): void {
    this.#known.clear();
  }

  #read(source: string): ReadDocument {
    const hash = createHash('sha256').update(source).digest('hex');
    const refused = (errors: readonly GraphQLError[], code: string): ReadDocument => ({
      hash,
      errors: errors.map((error) => withCode(error, code)),
      operation: () => undefined,
    });
    let document: DocumentNode;
    let errors: readonly GraphQLError[];
    try {
      document = parse(source, parsing);
      errors = validate(this.#schema, document);
    } catch (error) {
      // graphql-js reads by recursion.
      if (error instanceof RangeError)
        return refused([new GraphQLError('The operation is nested too deeply.')], 'OPERATION_TOO_COSTLY');
      if (!(error instanceof GraphQLError)) throw error;
      return refused([error], 'GRAPHQL_PARSE_FAILED');
    }
    if (errors.length > 0) return refused(errors, 'GRAPHQL_VALIDATION_FAILED');
    const operations = new Map<string, OperationDefinitionNode | undefined>();
    const operation = (name: string | null | undefined) => {
      const key = name ?? '';
      const known = operations.get(key);
      if (known) return known;
      const found = getOperationAST(document, name) ?? undefined;
      // Names come from clients: only those that there are.
      if (found) operations.set(key, found);
      return found;
    };
    return { hash, document, operation };
  }
}

const withCode = (error: GraphQLError, code: string): GraphQLError =>
  new GraphQLError(error.message, {
    nodes: error.nodes,
    source: error.source,
    positions: error.positions,
    extensions: { code },
  });
