import * as tf from '@tensorflow/tfjs';
import { load } from 'nsfwjs/core';
import { MobileNetV2Model } from 'nsfwjs/models/mobilenet_v2';
import { inputSide } from './question.ts';

/** From here on a person looks first. Clothed people at parties come to 0.5, so nothing is ever rejected by this model alone. */
const threshold = 0.6;

/** Says why a picture might be unsafe; undefined when nothing speaks against it. */
export type SafetyModel = (pixels: Uint8Array) => Promise<string | undefined>;

/** Reads the model out of the installed package. */
export async function loadSafetyModel(): Promise<SafetyModel> {
  const model = await load('MobileNetV2', { modelDefinitions: [MobileNetV2Model] } as never);
  return async (pixels) => {
    const input = tf.tensor3d(pixels, [inputSide, inputSide, 3], 'int32');
    const classes = await model.classify(input);
    input.dispose();
    return unsafeReason(classes);
  };
}

/** The verdict on what the model has answered. */
export function unsafeReason(classes: { className: string; probability: number }[]): string | undefined {
  const shares = classes.filter(({ className }) => className === 'Porn' || className === 'Hentai');
  const total = shares.reduce((sum, { probability }) => sum + probability, 0);
  return total < threshold ? undefined : `Looks like nudity or sex (${(100 * total).toFixed(0)} %).`;
}
