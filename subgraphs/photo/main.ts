import { run } from '@banyan/kit';
import { photoSettings, startPhoto } from './subgraph.ts';

await run('photo', photoSettings, startPhoto);
