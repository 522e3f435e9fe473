import { run } from '@banyan/kit';
import { notificationSettings, startNotification } from './subgraph.ts';

await run('notification', notificationSettings, startNotification);
