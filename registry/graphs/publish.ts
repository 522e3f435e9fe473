import type { PublishedResult, PublishSubgraph } from './graphs.ts';
import { type Launcher, refuseContract } from './launcher.ts';
import { messagesOf } from './messages.ts';
import { GraphMistake } from './mistake.ts';
import {
  checkRoutingUrl,
  checkSdlSize,
  checkSubgraphName,
  isSame,
  refuseUnreadable,
  withSubgraph,
} from './subgraph.ts';
import type { VariantState } from './variant.ts';

/**
 * Publishes a subgraph to a variant, which is made by its first one, and launches the variant when it composes. When it does not, the
 * subgraph is kept all the same, so that two which need each other can be published one after the other; clients keep what they have.
 * @throws GraphMistake INVALID_NAME, INVALID_URL, INVALID_SDL, URL_REQUIRED, TOO_LARGE or IS_CONTRACT.
 */
export async function publishSubgraph(launcher: Launcher, input: PublishSubgraph): Promise<PublishedResult> {
  const { ref, name, sdl, by, git } = input;
  checkSubgraphName(name);
  if (input.url != null) checkRoutingUrl(input.url);
  checkSdlSize(sdl);
  const schemaId = await launcher.documents.put(sdl);

  return launcher.change<PublishedResult>(ref, async (state) => {
    refuseContract(ref, state.head);
    const before = state.subgraphs.get(name);
    const url = input.url ?? before?.url;
    if (url === undefined) {
      throw new GraphMistake('URL_REQUIRED', `The first publish of ${name} must say at which URL it answers.`);
    }
    const isRepeated = before !== undefined && isSame(before, { url, schemaId });
    if (isRepeated && state.head?.lastLaunch?.status === 'succeeded') return unchanged(launcher, state);

    const revision = input.revision?.slice(0, maxRevisionLength).toWellFormed() || undefined;
    const updated = { url, schemaId, updatedAt: new Date().toISOString(), revision };
    const subgraphs = withSubgraph(state.subgraphs, name, isRepeated ? before : updated);
    const made = await launcher.compose(subgraphs);
    refuseUnreadable(name, made);
    // What failed is composed again, as this registry may know more than the one that tried; that it still fails is no news.
    if (isRepeated && !made.ok)
      return { ...(await unchanged(launcher, state)), errors: made.errors, hints: made.hints };

    const launched = await launcher.launch(state, { cause: 'publish', subgraphName: name, by, git, subgraphs, made });
    if (typeof launched === 'symbol') return launched;
    return { ...launched, wasCreated: !before, wasUpdated: Boolean(before) && !isRepeated };
  });
}

const maxRevisionLength = 256;

async function unchanged({ store, documents }: Launcher, { ref, head }: VariantState): Promise<PublishedResult> {
  const launch = head?.lastLaunch && (await store.launches.get(ref, head.lastLaunch.id));
  if (!launch) throw new Error('a variant with subgraphs has no launch');
  const messages = await messagesOf(documents, launch);
  return { launch, ...messages, wasCreated: false, wasUpdated: false, updatedSupergraph: false, contracts: [] };
}
