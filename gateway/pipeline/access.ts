import { type DocumentNode, type GraphQLError, getOperationAST, getVariableValues } from 'graphql';
import { type Caller as Asker, type Condition, isMet } from '../authorization/conditions.ts';
import { type FilteredOperation, filterOperation } from '../authorization/filterOperation.ts';
import { errorsOf } from '../authorization/removed.ts';
import { readRequirements } from '../authorization/requirements.ts';
import { AccessRules } from '../authorization/rules.ts';
import { conditionsTouched, outcomeOf } from '../authorization/touched.ts';
import type { GatewayContext } from '../context.ts';
import type { Admission } from '../engine/gateway.ts';
import type { EngineSupergraph } from '../engine/supergraph.ts';
import type { Caller } from '../identity/accessToken.ts';
import { overrideConditionsFor } from '../override/conditions.ts';
import { readOverrideLabels } from '../override/labels.ts';
import type { OverrideShares } from '../override/shares.ts';

/** What is known of an operation, whoever asks. */
interface Facts {
  touched: readonly Condition[];
  /** What is left of it, by which of the conditions hold. */
  outcomes: Map<string, FilteredOperation>;
}

/** One operation can be asked with as many outcomes as its conditions can be combined; so many are kept. */
const keptOutcomes = 32;
const nothing: Admission = {};

/** Decides for the operations of one supergraph what of them a caller may have executed, and from where it comes. */
export class Access {
  readonly #rules: AccessRules;
  readonly #labels: readonly string[];
  readonly #shares: OverrideShares;
  readonly #supergraph: EngineSupergraph;
  readonly #facts = new WeakMap<DocumentNode, Map<string, Facts>>();

  constructor(supergraph: EngineSupergraph, shares: OverrideShares) {
    this.#supergraph = supergraph;
    this.#shares = shares;
    this.#rules = new AccessRules(supergraph.apiSchema, readRequirements(supergraph.sdl));
    this.#labels = readOverrideLabels(supergraph.sdl);
  }

  /** @param document valid for the API schema, with an operation of that name */
  decide(
    document: DocumentNode,
    operationName: string | null | undefined,
    variables: Record<string, unknown> | undefined,
    context: GatewayContext,
  ): Admission {
    const overrides =
      this.#labels.length > 0 ? overrideConditionsFor(this.#labels, context.personKey, this.#shares) : undefined;
    // Whoever prepares it says that there is no such operation.
    if (this.#rules.isEmpty || !getOperationAST(document, operationName)) return overrides ? { overrides } : nothing;
    const { touched, outcomes } = this.#factsOf(document, operationName);
    if (touched.length === 0) return overrides ? { overrides } : nothing;
    const asker = askerOf(context.caller);
    if (touched.every((condition) => isMet(condition, asker))) return overrides ? { overrides } : nothing;
    const outcome = outcomeOf(touched, asker);
    let filtered = outcomes.get(outcome);
    if (!filtered) {
      filtered = filterOperation(document, operationName, this.#rules, asker);
      if (outcomes.size >= keptOutcomes) outcomes.clear();
      outcomes.set(outcome, filtered);
    }
    if (filtered.refused.size === 0) return overrides ? { overrides } : nothing;
    return {
      overrides,
      extraKey: outcome,
      planned: filtered.document ?? null,
      projection: filtered.projection,
      refused: filtered.refused,
      errors: this.#errorsOf(document, operationName, filtered, variables),
    };
  }

  #factsOf(document: DocumentNode, operationName: string | null | undefined): Facts {
    let byName = this.#facts.get(document);
    if (!byName) {
      byName = new Map();
      this.#facts.set(document, byName);
    }
    const name = operationName ?? '';
    let facts = byName.get(name);
    if (!facts) {
      facts = { touched: conditionsTouched(document, operationName, this.#rules), outcomes: new Map() };
      byName.set(name, facts);
    }
    return facts;
  }

  #errorsOf(
    document: DocumentNode,
    operationName: string | null | undefined,
    filtered: FilteredOperation,
    variables: Record<string, unknown> = {},
  ): readonly GraphQLError[] {
    const definitions = getOperationAST(document, operationName)?.variableDefinitions ?? [];
    const { coerced } = getVariableValues(this.#supergraph.apiSchema, definitions, variables);
    // With variables that are not the operation's nothing is executed.
    return coerced ? errorsOf(filtered, coerced) : [];
  }
}

const askers = new WeakMap<Caller, Asker>();
const nobody: Asker = { isAuthenticated: false, scopes: new Set(), policies: new Set() };

function askerOf(caller: Caller | undefined): Asker {
  if (!caller) return nobody;
  let asker = askers.get(caller);
  if (!asker) {
    const { scope, policies } = caller;
    asker = { isAuthenticated: true, scopes: new Set(scope.split(' ').filter(Boolean)), policies: new Set(policies) };
    askers.set(caller, asker);
  }
  return asker;
}
