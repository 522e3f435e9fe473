import { Readable } from 'node:stream';
import type { IncrementalResult } from '../engine/defer/executeIncrementally.ts';
import type { PayloadFormat } from './payloadFormat.ts';

const partHeader = '\r\ncontent-type: application/json; charset=utf-8\r\n\r\n';
/** It follows on each part at once: a client knows by it that the part is whole. */
const delimiter = '\r\n---';
const end = '--\r\n';

/**
 * The body of an answer in parts, with the boundary `-`: a stream for a response, whose backpressure it obeys. When it is destroyed,
 * as it is when the client goes away, no more of the operation is executed. https://www.rfc-editor.org/rfc/rfc2046#section-5.1
 */
export function multipartBody({ initial, subsequent }: IncrementalResult, format: PayloadFormat): Readable {
  const part = (payload: object) => `${partHeader}${JSON.stringify(payload)}${delimiter}`;
  let isBegun = false;

  const next = async (): Promise<{ text: string; isLast: boolean }> => {
    if (!isBegun) {
      isBegun = true;
      return { text: `${delimiter}${part(format.initial(initial))}`, isLast: !initial.hasNext };
    }
    const { done, value } = await subsequent.next();
    return done ? { text: '', isLast: true } : { text: part(format.subsequent(value)), isLast: !value.hasNext };
  };

  return new Readable({
    read() {
      next().then(
        ({ text, isLast }) => {
          if (this.destroyed) return;
          this.push(isLast ? text + end : text);
          if (isLast) this.push(null);
        },
        (error: Error) => this.destroy(error),
      );
    },
    destroy(error, callback) {
      subsequent.return().then(
        () => callback(error),
        () => callback(error),
      );
    },
  });
}
