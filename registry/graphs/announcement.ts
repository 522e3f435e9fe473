import type { Happening } from './happening.ts';
import type { Launch } from './launch.ts';
import type { Messages } from './messages.ts';

const maxDetails = 10;
const maxLength = 500;

/** What webhooks tell of a launch. */
export function announcementOf(launch: Launch, { errors }: Messages): Happening {
  const { id, ref, at, by, status, cause } = launch;
  const [kind, what] =
    status === 'failed'
      ? (['launch.failed', 'could not be launched'] as const)
      : cause === 'rollback'
        ? (['launch.rolledBack', 'was rolled back'] as const)
        : (['launch.succeeded', 'was launched'] as const);
  const details = status === 'failed' ? errors.map(({ code, message }) => `${code}: ${message}`) : changesOf(launch);
  return {
    id,
    kind,
    ref,
    launchId: id,
    at,
    by: by.name,
    summary: `${ref} ${what} (${reasonOf(launch)})`,
    details: details.slice(0, maxDetails).map((line) => line.slice(0, maxLength).toWellFormed()),
  };
}

function reasonOf({ cause, subgraphName, origin, contract }: Launch): string {
  if (cause === 'publish') return `${subgraphName} was published`;
  if (cause === 'delete') return `${subgraphName} was deleted`;
  if (cause === 'contract') return 'its filter was published';
  if (cause === 'source') return `with ${contract?.sourceVariant}, from which it derives`;
  return `${cause === 'promote' ? 'promoted from' : 'back to'} ${origin?.ref}, launch ${origin?.launchId}`;
}

function changesOf({ changed: { subgraphs, types, fields } }: Launch): string[] {
  const counts = { types, fields };
  return [
    ...subgraphs.map(({ name, change }) => `subgraph ${name}: ${change}`),
    ...Object.entries(counts).flatMap(([what, count]) =>
      count ? [`${what}: ${count.added} added, ${count.removed} removed, ${count.edited} edited`] : [],
    ),
  ];
}
