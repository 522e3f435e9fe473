import { setting, subgraphSettings } from '@banyan/kit';
import { z } from 'zod';

/** What the steps of the pipeline are told, wherever they run. */
export const stepSettings = subgraphSettings.pick({ LOG_LEVEL: true, TABLE_PREFIX: true }).extend({
  PHOTO_BUCKET: z.string().default('banyan-photos'),
  RECOGNITION: z.enum(['local', 'rekognition']).default('local'),
});

export const photoSettings = subgraphSettings.extend({
  ...stepSettings.shape,
  PORT: setting.port.default(4004),
  /** Of a standard state machine made of `pipeline.asl.json`; without one the pipeline runs in this process. */
  STATE_MACHINE_ARN: z.string().startsWith('arn:').optional(),
  /** After how long an unfinished photo is driven again. */
  PHOTO_OVERDUE_MS: setting.milliseconds.default(5 * 60_000),
});

export type PhotoConfig = z.output<typeof photoSettings>;
