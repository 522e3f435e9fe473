import { run } from '@banyan/kit';
import { feedSettings, startFeed } from './subgraph.ts';

await run('feed', feedSettings, startFeed);
