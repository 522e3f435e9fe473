import { encode } from 'blurhash';
import { openImage } from './verify.ts';

const side = 32;
const colorCount = 5;
/** Colours whose channels agree in this many first bits count as one. */
const bits = 3;
const [acrossX, acrossY] = [4, 3];

/** How a photo looks from afar: its main colours, and a BlurHash to show while it loads. */
export async function lookFromAfar(bytes: Uint8Array): Promise<{ dominantColors: string[]; blurHash: string }> {
  const pixels = await openImage(bytes)
    .resize(side, side, { fit: 'fill', kernel: 'linear' })
    .toColourspace('srgb')
    .flatten({ background: 'white' })
    .ensureAlpha()
    .raw()
    .toBuffer();
  return {
    dominantColors: dominantColors(pixels),
    blurHash: encode(new Uint8ClampedArray(pixels), side, side, acrossX, acrossY),
  };
}

/** The most frequent colours of RGBA pixels, each the mean of those that look like it: `#rrggbb`. */
export function dominantColors(pixels: Uint8Array): string[] {
  const alike = new Map<number, [red: number, green: number, blue: number, count: number]>();
  for (let at = 0; at < pixels.length; at += 4) {
    const [red = 0, green = 0, blue = 0] = pixels.subarray(at, at + 3);
    const group = [red, green, blue].reduce((all, channel) => (all << bits) | (channel >> (8 - bits)), 0);
    const sum = alike.get(group) ?? [0, 0, 0, 0];
    alike.set(group, [sum[0] + red, sum[1] + green, sum[2] + blue, sum[3] + 1]);
  }
  return [...alike.values()]
    .toSorted((a, b) => b[3] - a[3])
    .slice(0, colorCount)
    .map(([red, green, blue, count]) => `#${[red, green, blue].map((sum) => hex(sum / count)).join('')}`);
}

const hex = (channel: number) => Math.round(channel).toString(16).padStart(2, '0');
