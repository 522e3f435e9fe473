import { Worker } from 'node:worker_threads';
import { openImage } from '../pipeline/verify.ts';
import { type Answer, inputSide, type Question } from './question.ts';
import type { Recognition, Sight } from './recognition.ts';

/**
 * Models that run on this machine, in a thread of their own so that requests are answered meanwhile. The thread is started and the
 * models are loaded when the first photo comes; when it dies, the next photo starts another.
 */
export function createLocalRecognition(): Recognition {
  const asked = new Map<number, PromiseWithResolvers<Sight>>();
  let worker: Worker | undefined;
  let lastId = 0;

  function forget(error: Error): void {
    worker = undefined;
    for (const { reject } of asked.values()) reject(error);
    asked.clear();
  }

  function start(): Worker {
    // What the libraries print is not a line of our log.
    const started = new Worker(new URL('./worker.ts', import.meta.url), { stdout: true, stderr: true });
    started.on('message', (answer: Answer) => {
      const question = asked.get(answer.id);
      asked.delete(answer.id);
      if ('sight' in answer) question?.resolve(answer.sight);
      else question?.reject(new Error(answer.fault));
    });
    started.on('error', (error) => forget(error as Error));
    started.on('exit', (code) => started === worker && forget(new Error(`the recognition ended with code ${code}`)));
    started.unref();
    return started;
  }

  return {
    async recognise(bytes) {
      const pixels = await openImage(bytes)
        .resize(inputSide, inputSide, { fit: 'fill' })
        .toColourspace('srgb')
        .flatten({ background: 'white' })
        .raw()
        .toBuffer();
      worker ??= start();
      const id = ++lastId;
      const question = Promise.withResolvers<Sight>();
      asked.set(id, question);
      worker.postMessage({ id, pixels } satisfies Question);
      return question.promise;
    },
    async stop() {
      const stopping = worker;
      forget(new Error('the recognition is stopped'));
      await stopping?.terminate();
    },
  };
}
