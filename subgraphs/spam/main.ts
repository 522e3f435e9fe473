import { run } from '@banyan/kit';
import { spamSettings, startSpam } from './subgraph.ts';

await run('spam', spamSettings, startSpam);
