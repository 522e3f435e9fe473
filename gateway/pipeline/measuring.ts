import { getVariableValues } from 'graphql';
import { type CompiledCost, compileCost } from '../cost/compileCost.ts';
import { type Costs, readCosts } from '../cost/costs.ts';
import { count } from '../cost/count.ts';
import type { EngineResult } from '../engine/execute.ts';
import type { DataObject } from '../engine/ownProperty.ts';
import type { Prepared } from '../engine/prepared.ts';
import type { EngineSupergraph } from '../engine/supergraph.ts';

/** Tells what an execution has cost, and what it had been estimated to. */
export type Measured = (result: EngineResult) => EngineResult;

const costsOf = new WeakMap<EngineSupergraph, Costs>();
const compiledOf = new WeakMap<Prepared, CompiledCost>();

/**
 * Estimates what an operation costs, before it runs; what is returned counts it afterwards and adds both to the answer, as
 * `extensions.cost`. https://ibm.github.io/graphql-specs/cost-spec.html
 */
export function measure(prepared: Prepared, variables: Record<string, unknown> = {}): Measured {
  const { supergraph, operation } = prepared;
  const { coerced } = getVariableValues(supergraph.apiSchema, operation.variableDefinitions ?? [], variables);
  if (!coerced) return (result) => result;
  const compiled = compiledCostOf(prepared);
  const values: DataObject = coerced;
  const { cost: estimated } = compiled.estimate(values);
  return (result) => {
    if (result.data === undefined) return result;
    const cost = { estimated, counted: count(result.data, compiled, values) };
    return { ...result, extensions: { ...result.extensions, cost } };
  };
}

function compiledCostOf(prepared: Prepared): CompiledCost {
  const { supergraph, document, operation } = prepared;
  let compiled = compiledOf.get(prepared);
  if (!compiled) {
    const costs = costsOf.get(supergraph) ?? readCosts(supergraph.sdl);
    costsOf.set(supergraph, costs);
    compiled = compileCost(document, operation.name?.value, supergraph.apiSchema, costs);
    compiledOf.set(prepared, compiled);
  }
  return compiled;
}
