import { setImmediate } from 'node:timers/promises';
import { type GraphQLError, getVariableValues } from 'graphql';
import { untold } from '../completionErrors.ts';
import { type EngineResult, type ExecuteOptions, execute } from '../execute.ts';
import type { DataObject } from '../ownProperty.ts';
import type { Prepared } from '../prepared.ts';
import type { CompletionError, Project } from '../projection.ts';
import type { Place } from '../responsePath.ts';
import { labelOf } from './activeDefers.ts';
import { DeferredRun, primaryLabel } from './deferredRun.ts';
import { ErrorPlaces, type Teller } from './errorPlaces.ts';
import { interruptible } from './interruptible.ts';
import { type Deferral, placeKey } from './labelDefers.ts';
import { type FoundPart, takeMarks } from './laterParts.ts';

/** A fragment at one object of the response that is still to come. */
export interface PendingPart {
  readonly path: Place;
  /** As the client gave it. */
  readonly label?: string;
}

/** What has come of a pending part: all fields of its fragment, whether sent before or not. */
export interface CompletedPart {
  readonly pending: PendingPart;
  /** Null where null has come for one of its fields that cannot be null. */
  readonly data: DataObject | null;
  readonly errors: readonly GraphQLError[];
}

export interface InitialResult extends EngineResult {
  pending: readonly PendingPart[];
  hasNext: boolean;
}

/** Parts that came at the same time. */
export interface SubsequentResult {
  /** One that is inside another comes after it. */
  completed: readonly CompletedPart[];
  /** What is inside the completed ones, and still to come or completed at once. */
  pending: readonly PendingPart[];
  hasNext: boolean;
}

export interface IncrementalResult {
  initial: InitialResult;
  /** To be read to its end, or ended by `return()`: then no more fetches are made. */
  subsequent: AsyncGenerator<SubsequentResult, void, undefined>;
}

/**
 * Executes a prepared operation, and answers in parts where it was prepared for that: first all that is not deferred, then each
 * deferred fragment when its fetches are done. An operation in which nothing is deferred has no subsequent results.
 * https://github.com/graphql/graphql-spec/pull/1110
 */
export async function executeIncrementally<Context>(
  prepared: Prepared,
  options: Omit<ExecuteOptions<Context>, 'event'>,
): Promise<IncrementalResult> {
  const { variables = {}, context, send, onFetch, errors: before = [] } = options;
  const { operation, supergraph, deferral } = prepared;
  if (!deferral) return whole(await execute(prepared, options));
  const declared = operation.variableDefinitions ?? [];
  const { coerced, errors } = getVariableValues(supergraph.apiSchema, declared, variables);
  if (!coerced) return whole({ errors: [...errors] });
  const run = new DeferredRun(prepared, {
    data: {},
    variables,
    values: coerced,
    errors: [],
    answered: new Set(),
    send: (request) => send(request, context),
    onFetch,
  });
  while (!run.isDone(primaryLabel)) await run.change();

  const parts = new Parts(run, deferral, before);
  const { project, errors: introspection } = prepared.initialResponseFor(coerced);
  const source = run.part(primaryLabel).run.data;
  const initial = parts.complete([{ path: [], key: '', source, project, labels: [primaryLabel] }]);
  // Nobody would see what else is fetched.
  if (!initial.hasNext) run.stop();
  const [first] = initial.completed;
  const told = [...before, ...introspection, ...(first?.errors ?? [])];
  const data = first?.data ?? null;
  return {
    initial: { ...(told.length > 0 && { errors: told }), data, pending: initial.pending, hasNext: initial.hasNext },
    subsequent: interruptible(parts.rest(), () => run.stop()),
  };
}

function whole(result: EngineResult): IncrementalResult {
  return { initial: { ...result, pending: [], hasNext: false }, subsequent: nothing() };
}

async function* nothing(): AsyncGenerator<SubsequentResult, void, undefined> {}

interface Waiting extends PendingPart {
  /** Which fragment it is of. */
  key: string;
  source: DataObject;
  project: Project;
  /** The parts of the plan that have to be done. */
  labels: readonly string[];
}

/** The parts of one answer. */
class Parts {
  readonly #run: DeferredRun;
  readonly #deferral: Deferral;
  readonly #before: readonly GraphQLError[];
  readonly #places = new ErrorPlaces();
  #waiting: Waiting[] = [];

  constructor(run: DeferredRun, deferral: Deferral, before: readonly GraphQLError[]) {
    this.#run = run;
    this.#deferral = deferral;
    this.#before = before;
  }

  async *rest(): AsyncGenerator<SubsequentResult, void, undefined> {
    while (this.#waiting.length > 0) {
      let ready = this.#takeReady();
      if (ready.length === 0) {
        await this.#run.change();
        // What else comes in this turn of the event loop goes out with it.
        await setImmediate();
        ready = this.#takeReady();
      }
      if (this.#run.stopped) return;
      if (ready.length === 0) continue;
      yield this.complete(ready);
    }
  }

  /** Completes parts whose fetches are done, and what is inside them and done as well. */
  complete(ready: readonly Waiting[]): SubsequentResult {
    const completed: (Teller & { pending: PendingPart; found: CompletionError[] })[] = [];
    const pending: PendingPart[] = [];
    const isInitial = ready.some(({ key }) => key === '');
    for (let now = ready; now.length > 0; now = isInitial ? [] : this.#takeReady()) {
      for (const part of now) {
        const { path, source, project, labels } = part;
        const found: CompletionError[] = [];
        const data = project(source, found);
        for (const error of found) error.path.push(...path.toReversed());
        completed.push({ pending: part, path, labels, data, errors: [], found });
        const inside = data ? takeMarks(data, source, path).map((each) => this.#expect(each, part)) : [];
        pending.push(...inside);
        this.#waiting.push(...inside);
      }
    }
    const expected = this.#waiting.map(({ path }) => path);
    this.#places.tell(this.#run.errors(), completed, expected);
    for (const { found, errors } of completed) if (found.length > 0) errors.push(...this.#untold(found));
    return { completed, pending, hasNext: this.#waiting.length > 0 };
  }

  #expect({ fragment: { directive, project }, source, path }: FoundPart, around: Waiting): Waiting {
    const { directives, labels: known } = this.#deferral;
    const key = placeKey(around.key, directives.get(directive) ?? 0, path);
    // What authorisation has left of the operation may lack the place: then it waits for everything.
    const labels = known.get(key) ?? [...this.#run.labels];
    const label = labelOf(directive);
    return { path, ...(label !== undefined && { label }), key, source, project, labels };
  }

  #takeReady(): Waiting[] {
    const { ready = [], open = [] } = Object.groupBy(this.#waiting, ({ labels }) =>
      labels.every((label) => this.#run.isDone(label)) ? 'ready' : 'open',
    );
    this.#waiting = open;
    return ready;
  }

  /** Only what is done can be what a null came from. */
  #untold(found: readonly CompletionError[]): GraphQLError[] {
    const done = [...this.#run.labels].filter((label) => this.#run.isDone(label));
    const errors = [...this.#run.errors()].map(({ error }) => error);
    const { run } = this.#run.part(primaryLabel);
    const fetches = done.flatMap((label) => this.#run.part(label).fetches);
    return untold(found, { ...run, errors }, fetches, this.#before);
  }
}
