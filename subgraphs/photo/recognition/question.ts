import type { Sight } from './recognition.ts';

/** The side of the square that the local models see, in pixels. */
export const inputSide = 512;

/** What the thread of the local models is asked. */
export interface Question {
  id: number;
  /** Red, green, blue: `inputSide` pixels a row and as many rows. */
  pixels: Uint8Array;
}

/** What it answers. */
export type Answer = { id: number; sight: Sight } | { id: number; fault: string };
