import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { newTraceId } from '@banyan/kit';
import { expect, test } from '@jest/globals';
import { createSample } from './sampling.ts';
import { tracesUrl, tracingSettings } from './settings.ts';

const ids = Array.from({ length: 4_000 }, newTraceId);

function sampleOf(ratio: number, parents: 'trusted' | 'ignored' = 'ignored') {
  const sample = createSample({ OTEL_TRACES_SAMPLER_ARG: ratio, TRACE_PARENTS: parents });
  return (correlationId: string, traceparent?: string) => sample({ correlationId, headers: { traceparent } });
}

test.each([
  [0, 0],
  [1, 1],
])('of all requests the share %d is traced', (ratio, share) => {
  const sample = sampleOf(ratio);
  expect(ids.filter((id) => sample(id))).toHaveLength(ids.length * share);
});

test('of half of them half, and always the same', () => {
  const sample = sampleOf(0.5);
  const traced = ids.filter((id) => sample(id));
  // Eight standard deviations.
  expect(Math.abs(traced.length - ids.length / 2)).toBeLessThan(260);
  expect(ids.filter((id) => sample(id))).toEqual(traced);
});

test('nobody can choose an id that is always traced', () => {
  for (const id of ['f'.repeat(32), '1'.padStart(32, '0'), newTraceId()]) {
    const traced = Array.from({ length: 1_000 }, () => sampleOf(0.5)(id)).filter(Boolean);
    expect(Math.abs(traced.length - 500)).toBeLessThan(150);
  }
});

const withFlag = (id: string, flag: string) => `00-${id}-00f067aa0ba902b7-${flag}`;

test("a client's own decision holds where it is trusted, and nowhere else", () => {
  const [id = ''] = ids;
  expect(sampleOf(0, 'trusted')(id, withFlag(id, '01'))).toBe(true);
  expect(sampleOf(0, 'trusted')(id, withFlag(id, '03'))).toBe(true);
  expect(sampleOf(1, 'trusted')(id, withFlag(id, '00'))).toBe(false);
  expect(sampleOf(1, 'trusted')(id, withFlag(newTraceId(), '00'))).toBe(true);
  expect(sampleOf(0, 'trusted')(id, 'x')).toBe(false);
  expect(sampleOf(0, 'trusted')(id)).toBe(false);
  expect(sampleOf(0)(id, withFlag(id, '01'))).toBe(false);
  expect(sampleOf(1)(id, withFlag(id, '00'))).toBe(true);
});

test.each([
  [{}, undefined],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318' }, 'http://collector:4318/v1/traces'],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318/otlp/' }, 'http://collector:4318/otlp/v1/traces'],
  [{ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'http://collector/own/' }, 'http://collector/own/'],
])('%j: where traces go', (env, url) => {
  expect(tracesUrl(tracingSettings.parse(env))).toBe(url);
});

test.each([
  { OTEL_TRACES_SAMPLER_ARG: '2' },
  { TRACE_PARENTS: 'yes' },
  { OTEL_EXPORTER_OTLP_ENDPOINT: 'collector' },
  { OTEL_EXPORTER_OTLP_ENDPOINT: 'grpc://collector:4317' },
])('%j is refused', (env) => {
  expect(tracingSettings.safeParse(env).success).toBe(false);
});

test('without a collector nothing of OpenTelemetry is loaded', async () => {
  const program = (env: object) => `
    import { registerHooks } from 'node:module';
    const loaded = [];
    registerHooks({ load: (url, context, next) => (loaded.push(url), next(url, context)) });
    const { createTracing } = await import('./tracing.ts');
    await createTracing(${JSON.stringify(env)}, console);
    console.log(loaded.filter((url) => /gateway.node_modules.@opentelemetry|openTelemetry/.test(url)).length);
  `;
  const filesFor = async (env: object) => {
    const args = ['--input-type=module', '-e', program(env)];
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: import.meta.dirname });
    return Number(stdout);
  };
  expect(await filesFor({})).toBe(0);
  expect(await filesFor({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1' })).toBeGreaterThan(5);
});
