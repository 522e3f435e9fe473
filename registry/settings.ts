import { serviceSettings, setting } from '@banyan/kit';
import { z } from 'zod';
import { usageSettings } from './usage/usage.ts';

export const registrySettings = serviceSettings.extend({
  PORT: setting.port.default(4010),
  TABLE_PREFIX: z.string().default('banyan-'),
  /** The bucket for schemas and other documents. */
  REGISTRY_BUCKET: z.string().default('banyan-registry'),
  /** The key that an empty registry takes as its first one, for everything. */
  REGISTRY_BOOTSTRAP_KEY: z.string().optional(),
  /** The id of the organization that Rover's `api-key` commands name. */
  REGISTRY_ORGANIZATION: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .default('banyan'),
  /** The address under which others find the registry; left out, the one that it listens at. */
  REGISTRY_URL: z.url().optional(),
  /** How long gateways wait between two questions, in seconds. */
  UPLINK_MIN_DELAY_SECONDS: z.coerce.number().positive().default(10),
  /** How long one composition or check may take. */
  REGISTRY_WORK_LIMIT_MS: setting.milliseconds.default(120_000),
  REQUEST_DEADLINE_MS: setting.milliseconds.default(25_000),
  CURSOR_SECRET: setting.secret,
  ...usageSettings.shape,
});

export type RegistryConfig = z.output<typeof registrySettings>;
