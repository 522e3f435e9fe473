import { run } from '@banyan/kit';
import { registrySettings, startRegistry } from './registry.ts';

await run('registry', registrySettings, startRegistry);
