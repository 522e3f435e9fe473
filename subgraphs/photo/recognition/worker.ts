import { createRequire } from 'node:module';
import { dirname, sep } from 'node:path';
import { parentPort } from 'node:worker_threads';
import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { loadObjectDetector } from './objects.ts';
import type { Answer, Question } from './question.ts';
import { boundedLabels } from './recognition.ts';
import { loadSafetyModel } from './safety.ts';

/** The thread of `local.ts`: loads the models from the installed packages and answers one question after the other. */

setWasmPaths(dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm')) + sep);
await tf.setBackend('wasm');
const [objectsOn, unsafeOn] = await Promise.all([loadObjectDetector(), loadSafetyModel()]);

async function answer({ id, pixels }: Question): Promise<Answer> {
  try {
    const labels = boundedLabels(await objectsOn(pixels));
    return { id, sight: { labels, unsafe: await unsafeOn(pixels) } };
  } catch (error) {
    return { id, fault: String(error) };
  }
}

let last: Promise<unknown> = Promise.resolve();
parentPort?.on('message', (question: Question) => {
  last = last.then(() => answer(question)).then((answered) => parentPort?.postMessage(answered));
});
