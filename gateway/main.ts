import { run } from '@banyan/kit';
import { gatewaySettings, startGateway } from './gateway.ts';

await run('gateway', gatewaySettings, startGateway);
