import type { IncrementalFormat } from './acceptHeader.ts';
import { deferSpec } from './deferSpec.ts';
import { incrementalSpec } from './incrementalSpec.ts';
import type { FormatError, PayloadFormat } from './payloadFormat.ts';

/** Begins one answer in the format that its client wants. */
export const payloadFormat = (format: IncrementalFormat, formatError: FormatError): PayloadFormat =>
  format === 'deferSpec' ? deferSpec(formatError) : incrementalSpec(formatError);
