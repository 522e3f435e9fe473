import { run } from '@banyan/kit';
import { startUser, userSettings } from './subgraph.ts';

await run('user', userSettings, startUser);
