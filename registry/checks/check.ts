import { createHash } from 'node:crypto';
import { type BuildMessage, compose, type SubgraphSchema } from '@banyan/kit/composition';
import { apiSchemaOf } from './apiSchema.ts';
import { type ContractInput, checkContract, type DownstreamResult } from './downstream.ts';
import { type LintOptions, type LintResult, lint } from './lint/lint.ts';
import type { OperationsOptions } from './operations/judgeOperations.ts';
import type { SentOperation } from './operations/sentOperation.ts';
import { checkOperations, type OperationsSummary } from './operationsCheck.ts';

/** What is proposed: subgraphs, some of which would change, or a whole API schema. */
export type Proposal =
  | { kind: 'subgraphs'; subgraphs: SubgraphSchema[]; changed: ChangedSubgraph[] }
  | { kind: 'schema'; apiSdl: string };

export interface ChangedSubgraph {
  name: string;
  /** Its SDL now; absent of a new one. */
  baseSdl?: string;
}

/** Everything that a check looks at; the same gives the same answer, with or without a server. */
export interface CheckInput {
  proposal: Proposal;
  /** What clients are served now; absent where nothing is. */
  before?: { supergraphId?: string; apiSdl: string };
  /** What clients really sent. */
  operations: readonly SentOperation[];
  options: OperationsOptions;
  lintLevels?: LintOptions['levels'];
  contracts: readonly ContractInput[];
}

export type TaskStatus = 'PASSED' | 'FAILED' | 'BLOCKED';

export interface LintedSubgraph extends LintResult {
  subgraph: string;
}

/** The four answers of a check. What needs a supergraph is blocked where there is none. */
export interface CheckResult {
  status: 'PASSED' | 'FAILED';
  composition: { status: TaskStatus; errors: BuildMessage[]; hints: BuildMessage[]; isModified: boolean };
  operations: { status: TaskStatus; summary?: OperationsSummary };
  lint: { status: TaskStatus; subgraphs: LintedSubgraph[] };
  downstream: { status: TaskStatus; results: DownstreamResult[] };
}

/** Answers the four questions of a check. Blocks for as long as it takes. */
export function check({ proposal, before, operations, options, lintLevels, contracts }: CheckInput): CheckResult {
  const built = build(proposal, before);
  const lintedSubgraphs = lintProposal(proposal, lintLevels);
  const isClean = lintedSubgraphs.every(({ errorsCount }) => errorsCount === 0);
  const linted = { status: statusOf(isClean), subgraphs: lintedSubgraphs };
  const composition = {
    status: statusOf(built.errors.length === 0),
    errors: built.errors,
    hints: built.hints,
    isModified: built.isModified,
  };
  if (built.apiSdl === undefined) {
    const blocked = { status: 'BLOCKED' as const };
    return {
      status: 'FAILED',
      composition,
      operations: blocked,
      lint: linted,
      downstream: { ...blocked, results: [] },
    };
  }

  const summary = checkOperations(before?.apiSdl, built.apiSdl, operations, options);
  const { supergraphSdl } = built;
  const results =
    supergraphSdl === undefined ? [] : contracts.map((contract) => checkContract(supergraphSdl, contract));
  const tasks = {
    composition,
    operations: { status: statusOf(summary.severity === 'NOTICE'), summary },
    lint: linted,
    downstream: { status: statusOf(results.every(({ fails }) => !fails)), results },
  };
  return { status: statusOf(Object.values(tasks).every(({ status }) => status === 'PASSED')), ...tasks };
}

const statusOf = (isGood: boolean): 'PASSED' | 'FAILED' => (isGood ? 'PASSED' : 'FAILED');

interface Built {
  errors: BuildMessage[];
  hints: BuildMessage[];
  isModified: boolean;
  supergraphSdl?: string;
  apiSdl?: string;
}

function build(proposal: Proposal, before: CheckInput['before']): Built {
  if (proposal.kind === 'schema') {
    return { errors: [], hints: [], isModified: proposal.apiSdl !== before?.apiSdl, apiSdl: proposal.apiSdl };
  }
  const composed = compose(proposal.subgraphs);
  if (!composed.ok) return { errors: composed.errors, hints: composed.hints, isModified: false };
  const { supergraphSdl, hints } = composed;
  const isModified = createHash('sha256').update(supergraphSdl).digest('hex') !== before?.supergraphId;
  return { errors: [], hints, isModified, supergraphSdl, apiSdl: apiSchemaOf(supergraphSdl) };
}

/** What was wrong before is not what a change is asked about. */
function lintProposal(proposal: Proposal, levels: LintOptions['levels']): LintedSubgraph[] {
  if (proposal.kind === 'schema') return [];
  return proposal.changed.map(({ name, baseSdl }) => {
    const sdl = proposal.subgraphs.find((subgraph) => subgraph.name === name)?.sdl ?? '';
    return { subgraph: name, ...lint(sdl, { levels, baseSdl }) };
  });
}
