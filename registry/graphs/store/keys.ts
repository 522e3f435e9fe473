import type { Key } from '@banyan/kit';
import { formatGraphRef, type GraphRef } from '../graphRef.ts';

/** Where things lie in the table. A name that anybody may choose is always the last part of a key, so that no two keys meet. */
export const graphPartition = (graphId: string): string => `GRAPH#${graphId}`;
export const variantPartition = (ref: GraphRef): string => `VARIANT#${formatGraphRef(ref)}`;

export const listedPrefix = 'VARIANT#';
export const listedKey = ({ graphId, variant }: GraphRef): Key => ({
  pk: graphPartition(graphId),
  sk: `${listedPrefix}${variant}`,
});

const inVariant =
  (sk: string) =>
  (ref: GraphRef): Key => ({ pk: variantPartition(ref), sk });

export const headKey = inVariant('HEAD');
export const subgraphsKey = inVariant('SUBGRAPHS');
export const settingsKey = inVariant('SETTINGS');
export const readmeKey = inVariant('README');

export const launchPrefix = 'LAUNCH#';
export const launchKey = (ref: GraphRef, id: string): Key => inVariant(`${launchPrefix}${id}`)(ref);
