import { createLog, readConfig } from '@banyan/kit';
import { createObjects } from '../objects.ts';
import { createRecognition } from '../recognition.ts';
import { stepSettings } from '../settings.ts';
import { createStore } from '../store.ts';
import { createSteps } from './steps.ts';

/** The Lambda function behind every task of `pipeline.asl.json`. */

const config = readConfig(stepSettings);
const steps = createSteps(
  createStore(`${config.TABLE_PREFIX}photo`),
  createObjects(config.PHOTO_BUCKET),
  createRecognition(config.RECOGNITION),
  createLog('photo', config.LOG_LEVEL),
);

/** Does the step that a task names. https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html */
export const handler = steps.run;
