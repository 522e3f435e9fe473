import { compose } from '@banyan/kit/composition';
import { subgraphNames, subgraphSdls } from './schemas.ts';

/** The four subgraphs composed, all served at one address under their names. */
export function composeWorkload(subgraphsUrl: string): string {
  const build = compose(
    subgraphNames.map((name) => ({ name, url: `${subgraphsUrl}/${name}`, sdl: subgraphSdls[name] })),
  );
  if (build.ok) return build.supergraphSdl;
  throw new Error(`The workload does not compose:\n${build.errors.map(({ message }) => message).join('\n')}`);
}
