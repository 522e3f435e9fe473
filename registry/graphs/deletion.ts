import { formatGraphRef, type GraphRef, siblingOf } from './graphRef.ts';
import type { Launcher } from './launcher.ts';
import { GraphMistake } from './mistake.ts';

/**
 * Deletes a variant with everything that was said about it and its launches. Usage is kept for as long as any, and marks of the
 * checks for the record: a variant that is made under the same name is born later, and neither counts for it. A list of
 * persisted queries is nobody's part, and stays linked to the name.
 * @returns false when there is none.
 * @throws GraphMistake HAS_CONTRACTS while contracts derive from it.
 */
export async function deleteVariant({ store, change }: Launcher, ref: GraphRef): Promise<boolean> {
  const gone = await change(ref, async ({ head }) => {
    if (!head) return undefined;
    if (head.contracts.length > 0) {
      const message = `These contracts derive from ${formatGraphRef(ref)}: ${head.contracts.join(', ')}. Delete them first.`;
      throw new GraphMistake('HAS_CONTRACTS', message, head.contracts);
    }
    const sourceRef = head.contract && siblingOf(ref, head.contract.sourceVariant);
    const source = sourceRef && (await store.heads.head(sourceRef));
    await store.write([
      store.heads.remove(ref, head),
      store.heads.removeSubgraphs(ref),
      store.listing.remove(ref),
      ...store.details.remove(ref),
      ...(source
        ? [
            store.heads.put(sourceRef, source, {
              ...source,
              revision: source.revision + 1,
              contracts: source.contracts.filter((name) => name !== ref.variant),
            }),
          ]
        : []),
    ]);
    return head;
  });
  if (!gone) return false;
  // Nothing reads them any more: should this not come to its end, it costs room and nothing else.
  if (gone.lastLaunch) await store.launches.removeUpTo(ref, gone.lastLaunch.id);
  return true;
}
