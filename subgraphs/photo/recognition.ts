import { createLocalRecognition } from './recognition/local.ts';
import type { Recognition } from './recognition/recognition.ts';
import { createRekognition } from './recognition/rekognition.ts';

/** What looks at photos, by the setting `RECOGNITION`. */
export const createRecognition = (which: 'local' | 'rekognition'): Recognition =>
  which === 'local' ? createLocalRecognition() : createRekognition();
