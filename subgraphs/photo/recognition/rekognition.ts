import { DetectLabelsCommand, DetectModerationLabelsCommand, RekognitionClient } from '@aws-sdk/client-rekognition';
import { timeLeft } from '@banyan/kit';
import { openImage } from '../pipeline/verify.ts';
import { boundedLabels, type Recognition } from './recognition.ts';

/** Large enough for Rekognition, and far below the 5 MB that it takes. */
const longestSide = 1280;
const minConfidence = 70;
const callMs = 20_000;

/** The first level of its moderation labels, where a person should look first. https://docs.aws.amazon.com/rekognition/latest/dg/moderation-api.html */
const unsafe = new Set(['Explicit', 'Violence', 'Visually Disturbing', 'Hate Symbols']);

/** Amazon Rekognition. Where it is, the SDK reads from the environment. */
export function createRekognition(): Recognition {
  const client = new RekognitionClient({ maxAttempts: 3, requestHandler: { connectionTimeout: 500 } });

  return {
    async recognise(bytes) {
      const side = { width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true } as const;
      const Bytes = await openImage(bytes).resize(side).flatten({ background: 'white' }).jpeg().toBuffer();
      const input = { Image: { Bytes }, MinConfidence: minConfidence };
      const options = { abortSignal: AbortSignal.timeout(Math.max(1, Math.floor(timeLeft(callMs)))) };
      const [seen, moderation] = await Promise.all([
        client.send(new DetectLabelsCommand(input), options),
        client.send(new DetectModerationLabelsCommand(input), options),
      ]);
      const reasons = (moderation.ModerationLabels ?? []).filter(({ Name = '' }) => unsafe.has(Name));
      return {
        labels: boundedLabels(
          (seen.Labels ?? []).map(({ Name = '', Confidence = 0 }) => ({ name: Name, confidence: Confidence })),
        ),
        ...(reasons.length > 0 && {
          unsafe: reasons.map(({ Name, Confidence = 0 }) => `${Name} (${Confidence.toFixed(0)} %)`).join(', '),
        }),
      };
    },
    async stop() {
      client.destroy();
    },
  };
}
