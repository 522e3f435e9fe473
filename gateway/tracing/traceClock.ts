import { google } from '@apollo/usage-reporting-protobuf';
import type { FetchTiming } from '../engine/run.ts';

/** Tells `performance.now()` by the clocks of a trace: nanoseconds since the request began, and the time of day. */
export function createClock(startHrTime: [number, number] | undefined) {
  const now = performance.now();
  const wall = Date.now();
  const [seconds, nanos] = startHrTime ? process.hrtime(startHrTime) : [0, 0];
  const timestamp = (at: number) => {
    const ms = Math.round(wall + at - now);
    return new google.protobuf.Timestamp({ seconds: Math.floor(ms / 1_000), nanos: (ms % 1_000) * 1_000_000 });
  };
  return {
    timesOf({ sent, received }: FetchTiming, isReceived: boolean) {
      const offset = seconds * 1e9 + nanos + (sent - now) * 1e6;
      return {
        sentTimeOffset: startHrTime ? Math.max(0, Math.round(offset)) : 0,
        sentTime: timestamp(sent),
        receivedTime: isReceived ? timestamp(received) : undefined,
      };
    },
  };
}
