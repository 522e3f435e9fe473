import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { inputSide } from './question.ts';

/** Whose weights and graph `@vladmandic/human` ships: CenterNet on MobileNet v3. https://github.com/610265158/mobilenetv3_centernet */
const detector = 'centernet';
const output = 'tower_0/detections';
const minConfidence = 0.35;

/** The kinds of objects that it knows, by their number. https://cocodataset.org */
const kinds = [
  'person,bicycle,car,motorcycle,airplane,bus,train,truck,boat,traffic light,fire hydrant,stop sign,parking meter,bench',
  'bird,cat,dog,horse,sheep,cow,elephant,bear,zebra,giraffe,backpack,umbrella,handbag,tie,suitcase,frisbee,skis,snowboard',
  'sports ball,kite,baseball bat,baseball glove,skateboard,surfboard,tennis racket,bottle,wine glass,cup,fork,knife,spoon',
  'bowl,banana,apple,sandwich,orange,broccoli,carrot,hot dog,pizza,donut,cake,chair,couch,potted plant,bed,dining table',
  'toilet,tv,laptop,mouse,remote,keyboard,cell phone,microwave,oven,toaster,sink,refrigerator,book,clock,vase,scissors',
  'teddy bear,hair drier,toothbrush',
].flatMap((line) => line.split(','));

/** Finds objects on a picture. */
export type ObjectDetector = (pixels: Uint8Array) => Promise<{ name: string; confidence: number }[]>;

/** Reads the model out of the installed package. */
export async function loadObjectDetector(): Promise<ObjectDetector> {
  const entry = createRequire(import.meta.url).resolve('@vladmandic/human');
  const models = join(dirname(entry), '../models');
  const [json, weights] = await Promise.all([
    readFile(join(models, `${detector}.json`), 'utf8'),
    readFile(join(models, `${detector}.bin`)),
  ]);
  const { modelTopology, format, signature, weightsManifest } = JSON.parse(json) as tf.io.ModelJSON;
  const model = await tf.loadGraphModel({
    load: async () => ({
      modelTopology,
      format,
      signature,
      weightSpecs: weightsManifest.flatMap((group) => group.weights),
      weightData: new Uint8Array(weights).buffer,
    }),
  });

  return async (pixels) => {
    const found = tf.tidy(() => {
      const input = tf.tensor4d(new Float32Array(pixels), [1, inputSide, inputSide, 3]);
      return tf.squeeze<tf.Tensor2D>(model.execute(input, [output]) as tf.Tensor, [0]);
    });
    const detections = await found.array();
    found.dispose();
    return detections
      .map(([, , , , confidence = 0, kind = -1]) => ({ name: kinds[kind] ?? '', confidence }))
      .filter(({ name, confidence }) => name && confidence >= minConfidence);
  };
}
