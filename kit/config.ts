import { z } from 'zod';
import { StartError } from './startError.ts';

/**
 * Reads a service's configuration from the environment, once, at boot.
 * An empty variable counts as absent, as shells and compose files leave them.
 * @throws StartError naming every variable that is missing or malformed.
 */
export function readConfig<Shape extends z.ZodObject>(
  shape: Shape,
  env: NodeJS.ProcessEnv = process.env,
): z.output<Shape> {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const result = shape.safeParse(present);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new StartError(`These environment variables are missing or wrong:\n${problems.join('\n')}`);
}

const port = z.coerce.number().int().min(0).max(65_535);

const milliseconds = z.coerce.number().int().positive();

const json = z.string().transform((text, context) => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    context.addIssue({ code: 'custom', message: 'is not JSON' });
    return z.NEVER;
  }
});

const jwk = z.looseObject({ kty: z.string(), kid: z.string() });

/** The pieces from which a service writes the shape of its own configuration. */
export const setting = {
  port,
  milliseconds,
  /** One JSON Web Key (RFC 7517) as JSON text. */
  jwk: json.pipe(jwk),
  /** A JSON Web Key Set (RFC 7517) as JSON text. */
  jwks: json.pipe(z.object({ keys: z.array(jwk).min(1) })),
  /** 32 bytes or more of secret, as base64url. */
  secret: z.string().regex(/^[\w-]{43,}$/, 'must be at least 32 random bytes as base64url'),
};

/** What every service is told, whatever its domain. */
export const serviceSettings = z.object({
  HOST: z.string().default('127.0.0.1'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

/** What every subgraph is told, whatever its domain. */
export const subgraphSettings = serviceSettings.extend({
  GATEWAY_PUBLIC_JWKS: setting.jwks,
  CURSOR_SECRET: setting.secret,
  TABLE_PREFIX: z.string().default('banyan-'),
  EVENT_STREAM: z.string().default('banyan-events'),
  EVENT_POLL_MS: setting.milliseconds.default(1_000),
  REQUEST_DEADLINE_MS: setting.milliseconds.default(2_000),
});

export type ServiceConfig = z.output<typeof serviceSettings>;
export type SubgraphConfig = z.output<typeof subgraphSettings>;
