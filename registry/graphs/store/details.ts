import type { TransactItem } from '@banyan/kit';
import type { GraphRef } from '../graphRef.ts';
import type { VariantSettings } from '../settings.ts';
import type { RegistryTable } from '../table.ts';
import { readmeKey, settingsKey } from './keys.ts';
import { createReader } from './read.ts';

export interface StoredSettings extends VariantSettings {
  revision: number;
}

export interface StoredReadme {
  documentId: string;
  /** ISO 8601, UTC. */
  updatedAt: string;
}

/** What is said about a variant beside its head, so that saying it does not disturb a launch. */
export function createDetailStore(at: RegistryTable) {
  const { table } = at;
  const read = createReader(at);

  return {
    settings: (ref: GraphRef): Promise<StoredSettings | undefined> => read<StoredSettings>(settingsKey(ref)),

    /** Holds while the settings are as they were read. */
    putSettings: (ref: GraphRef, before: StoredSettings | undefined, after: VariantSettings): TransactItem => ({
      Put: {
        TableName: table,
        Item: { ...after, revision: (before?.revision ?? 0) + 1, ...settingsKey(ref) },
        ...(before
          ? {
              ConditionExpression: '#revision = :revision',
              ExpressionAttributeNames: { '#revision': 'revision' },
              ExpressionAttributeValues: { ':revision': before.revision },
            }
          : { ConditionExpression: 'attribute_not_exists(pk)' }),
      },
    }),

    readme: (ref: GraphRef): Promise<StoredReadme | undefined> => read<StoredReadme>(readmeKey(ref)),

    putReadme: (ref: GraphRef, readme: StoredReadme): TransactItem => ({
      Put: { TableName: table, Item: { ...readme, ...readmeKey(ref) } },
    }),

    remove: (ref: GraphRef): TransactItem[] =>
      [settingsKey(ref), readmeKey(ref)].map((Key) => ({ Delete: { TableName: table, Key } })),
  };
}
