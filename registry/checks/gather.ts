import { UserMistake } from '@banyan/kit';
import { formatGraphRef, type GraphRef, siblingOf } from '../graphs/graphRef.ts';
import type { Graphs, Variant } from '../graphs/graphs.ts';
import { defaultSettings } from '../graphs/settings.ts';
import type { UsageReader } from '../usage/ask.ts';
import { memberCoordinate } from './changes/coordinate.ts';
import type { CheckInput, Proposal } from './check.ts';
import type { ContractInput } from './downstream.ts';
import type { Marks } from './marks.ts';
import type { OperationsOptions } from './operations/judgeOperations.ts';
import type { FieldRequests } from './operations/unknownOperations.ts';
import { windowOf } from './window.ts';

/** How a check is to go; what is left out is as the variant's settings say. Seconds as `windowOf` takes them, a share from 0 to 1. */
export interface CheckConfig {
  from?: number | null;
  to?: number | null;
  queryCountThreshold?: number | null;
  queryCountThresholdPercentage?: number | null;
  excludedClients?: readonly { name?: string | null; version?: string | null }[] | null;
  excludedOperationNames?: readonly string[] | null;
  ignoredOperations?: readonly string[] | null;
}

/** What somebody asks. */
export type CheckQuestion = { ref: GraphRef; config: CheckConfig } & (
  | { kind: 'subgraph'; name: string; sdl: string }
  | { kind: 'schema'; apiSdl: string }
);

export type InputGatherer = (question: CheckQuestion) => Promise<CheckInput>;

/** Brings together what a check looks at: schemas, what clients sent, settings, marks, contracts. */
export function createGatherer(
  graphs: Pick<Graphs, 'variant' | 'settings' | 'subgraphs' | 'document' | 'apiSchema'>,
  usage: Pick<UsageReader, 'operationsIn' | 'fieldUse'>,
  marks: Pick<Marks, 'inForce'>,
): InputGatherer {
  /** What was sent to a variant, and how it counts. */
  async function traffic(variant: Variant, config: CheckConfig) {
    const [settings = defaultSettings, inForce] = await Promise.all([
      graphs.settings(variant.ref),
      marks.inForce(variant),
    ]);
    const { from, to } = windowOf(config, settings.checks.windowMs);
    // What was sent before is another variant's that had the name. (Usage is by the hour, and the hour of its birth counts.)
    const asked = [formatGraphRef(variant.ref), Math.max(from, Date.parse(variant.createdAt)), to] as const;
    const operations = await usage.operationsIn(...asked);
    const isKnown = operations.every(({ signature }) => signature !== undefined);
    const options = {
      ...optionsOf(config, settings.checks, inForce),
      ...(!isKnown && { fieldRequests: await fieldRequests(...asked) }),
    };
    return { operations, options, lintLevels: settings.lint };
  }

  async function fieldRequests(...asked: Parameters<typeof usage.operationsIn>): Promise<FieldRequests> {
    const uses = await usage.fieldUse(...asked);
    return new Map(uses.map(({ parentType, field, requests }) => [memberCoordinate(parentType, field), requests]));
  }

  async function contract(source: Variant, name: string, config: CheckConfig): Promise<ContractInput[]> {
    const ref = siblingOf(source.ref, name);
    const variant = await graphs.variant(ref);
    if (!variant?.contract) return [];
    const [{ operations, options }, apiSdl] = await Promise.all([traffic(variant, config), graphs.apiSchema(ref)]);
    return [{ variant: name, filter: variant.contract.filter, apiSdl, operations, options }];
  }

  async function proposalOf(question: CheckQuestion): Promise<Proposal> {
    if (question.kind === 'schema') return { kind: 'schema', apiSdl: question.apiSdl };
    const published = await graphs.subgraphs(question.ref);
    const others = published.filter(({ name }) => name !== question.name);
    const known = published.find(({ name }) => name === question.name);
    const subgraphs = await Promise.all(
      others.map(async ({ name, url, schemaId }) => ({ name, url, sdl: await graphs.document(schemaId) })),
    );
    const { name, sdl } = question;
    const baseSdl = known && (await graphs.document(known.schemaId));
    return {
      kind: 'subgraphs',
      subgraphs: [...subgraphs, { name, url: known?.url ?? '', sdl }],
      changed: [{ name, baseSdl }],
    };
  }

  return async (question) => {
    const variant = await graphs.variant(question.ref);
    if (!variant) throw new UserMistake('NOT_FOUND', null, `There is no ${formatGraphRef(question.ref)}.`);
    const { released } = variant;
    const [proposal, apiSdl, sent, contracts] = await Promise.all([
      proposalOf(question),
      released && graphs.document(released.apiSchemaId),
      traffic(variant, question.config),
      Promise.all(variant.contracts.map((name) => contract(variant, name, question.config))),
    ]);
    const before = released && apiSdl !== undefined ? { supergraphId: released.supergraphId, apiSdl } : undefined;
    return { proposal, before, contracts: contracts.flat(), ...sent };
  };
}

function optionsOf(
  config: CheckConfig,
  settings: typeof defaultSettings.checks,
  marks: Awaited<ReturnType<Marks['inForce']>>,
): OperationsOptions {
  const clients = config.excludedClients ?? settings.excludedClients;
  return {
    ...marks,
    strict: settings.strict,
    queryCountThreshold: config.queryCountThreshold ?? settings.queryCountThreshold,
    queryCountThresholdPercentage: config.queryCountThresholdPercentage ?? settings.queryCountThresholdPercentage / 100,
    excludedClients: clients.map(({ name, version }) => ({ name: name ?? undefined, version: version ?? undefined })),
    excludedOperationNames: config.excludedOperationNames ?? settings.excludedOperationNames,
    ignoredOperations: config.ignoredOperations ?? [],
  };
}
