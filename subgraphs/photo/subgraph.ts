import { readFileSync } from 'node:fs';
import {
  checkTable,
  createConnections,
  createLog,
  createStream,
  ensureTable,
  type Running,
  startRelay,
  startSubgraph,
} from '@banyan/kit';
import type { Context } from './context.ts';
import { createLoaders } from './loaders.ts';
import { createObjects } from './objects.ts';
import { startDriver } from './pipeline/driver.ts';
import { createInterpreter } from './pipeline/interpreter.ts';
import { createStepFunctions } from './pipeline/stepFunctions.ts';
import { createSteps } from './pipeline/steps.ts';
import { createTidy } from './pipeline/tidy.ts';
import { createRecognition } from './recognition.ts';
import { resolvers } from './resolvers.ts';
import { createReviews } from './review.ts';
import type { PhotoConfig } from './settings.ts';
import { createStore } from './store.ts';
import { createUploads } from './upload.ts';

export { type PhotoConfig, photoSettings } from './settings.ts';

/** Starts the photo subgraph, its pipeline and its relay to the stream. */
export async function startPhoto(config: PhotoConfig): Promise<Running> {
  const log = createLog('photo', config.LOG_LEVEL);
  const store = createStore(`${config.TABLE_PREFIX}photo`);
  const { client, table, outbox } = store;
  const stream = createStream(config.EVENT_STREAM);
  await Promise.all([ensureTable(client, table), stream.ensure()]);

  const objects = createObjects(config.PHOTO_BUCKET);
  const recognition = createRecognition(config.RECOGNITION);
  const workflow = config.STATE_MACHINE_ARN
    ? createStepFunctions(config.STATE_MACHINE_ARN)
    : createInterpreter(createSteps(store, objects, recognition, log), log);
  const tidy = createTidy(store, objects);
  const uploads = createUploads(store, objects, workflow, log);
  const reviews = createReviews(store, tidy, log);
  const connections = createConnections(config.CURSOR_SECRET);

  return startSubgraph<Context>(
    {
      name: 'photo',
      schema: readFileSync(new URL('./schema.graphql', import.meta.url), 'utf8'),
      resolvers,
      context: (request) => ({
        ...request,
        store,
        objects,
        uploads,
        reviews,
        connections,
        loaders: createLoaders(store),
      }),
      ready: () => checkTable(client, table),
      background: [
        startDriver(store, workflow, tidy, config.PHOTO_OVERDUE_MS, log),
        // In this order: a step that still runs would start the models again.
        { stop: () => workflow.stop().then(() => recognition.stop()) },
        startRelay(outbox, stream, log),
      ],
    },
    config,
    log,
  );
}
