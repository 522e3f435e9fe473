import { failure } from '@banyan/kit';
import type { GraphMutationResolvers } from '../__generated__/resolvers.ts';
import { allow } from '../allow.ts';
import { formatGraphRef, graphRefOf, siblingOf } from '../graphs/graphRef.ts';
import { GraphMistake } from '../graphs/mistake.ts';
import { problemOf } from './problem.ts';

/** What is done to the subgraphs and contracts of a graph's variants. */
export const publishing: Pick<
  GraphMutationResolvers,
  'publishSubgraph' | 'removeImplementingServiceAndTriggerComposition' | 'upsertContractVariant'
> = {
  async publishSubgraph(
    { id },
    { name, url, activePartialSchema, graphVariant, gitContext },
    { actor, graphs, publicUrl },
  ) {
    const ref = graphRefOf(id, graphVariant);
    allow(actor, 'publish', { ...ref, subgraph: name });
    if (activePartialSchema.sdl == null) throw failure('BAD_USER_INPUT', 'A subgraph is published with its SDL.');
    const published = await graphs.publishSubgraph({
      ref,
      name,
      url,
      sdl: activePartialSchema.sdl,
      by: actor,
      git: gitContext,
    });
    const { launch, errors, updatedSupergraph, wasCreated, wasUpdated } = published;
    return {
      compositionConfig: launch.supergraphId ? { schemaHash: launch.supergraphId } : null,
      errors: errors.map(problemOf),
      updatedGateway: updatedSupergraph,
      wasCreated,
      wasUpdated,
      launchUrl: publicUrl,
      launchCliCopy:
        errors.length > 0
          ? `${formatGraphRef(ref)} keeps the supergraph that it has. The launch that failed is ${launch.id}.`
          : `${formatGraphRef(ref)} is at launch ${launch.id}.`,
    };
  },

  async removeImplementingServiceAndTriggerComposition({ id }, { graphVariant, name, dryRun }, { actor, graphs }) {
    const ref = graphRefOf(id, graphVariant);
    allow(actor, 'publish', { ...ref, subgraph: name });
    const removed = await graphs.removeSubgraph({ ref, name, dryRun: dryRun ?? false, by: actor });
    return { errors: removed.errors.map(problemOf), updatedGateway: removed.updatedSupergraph };
  },

  async upsertContractVariant({ id }, args, { actor, graphs, loaders, publicUrl }) {
    const { contractVariantName, sourceVariant, filterConfig, initiateLaunch } = args;
    const ref = graphRefOf(id, contractVariantName);
    allow(actor, 'publishContract', ref);
    // Whoever says what a contract shows reads its source through it.
    const source = sourceVariant ?? (await loaders.variant.load(ref))?.contract?.sourceVariant;
    if (source !== undefined) allow(actor, 'read', siblingOf(ref, source));
    try {
      const { include, exclude, hideUnreachableTypes } = filterConfig;
      const { launch, errors } = await graphs.publishContract({
        ref,
        sourceVariant,
        filter: { include: [...include], exclude: [...exclude], hideUnreachableTypes: hideUnreachableTypes ?? false },
        launch: initiateLaunch ?? true,
        by: actor,
      });
      if (errors.length > 0) {
        const errorMessages = errors.map(({ code, message }) => `${code}: ${message}`);
        return { __typename: 'ContractVariantUpsertErrors', errorMessages };
      }
      return {
        __typename: 'ContractVariantUpsertSuccess',
        contractVariant: { ref },
        launchUrl: launch ? publicUrl : null,
        launchCliCopy: launch ? `${formatGraphRef(ref)} is at launch ${launch.id}.` : null,
      };
    } catch (error) {
      if (!(error instanceof GraphMistake)) throw error;
      return { __typename: 'ContractVariantUpsertErrors', errorMessages: [error.message] };
    }
  },
};
