import { crc32, deflateSync } from 'node:zlib';

const width = 480;
const height = 600;

/**
 * A picture for the seeded world: soft diagonal bands in two colours, as a PNG. https://www.w3.org/TR/png/
 * @param hue 0 to 359 of the one colour; the other is beside it.
 */
export function drawPicture(hue: number): Uint8Array {
  const [from, to] = [colour(hue), colour((hue + 50) % 360)];
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y++) {
    const row = y * (1 + width * 3);
    for (let x = 0; x < width; x++) {
      const share = (1 + Math.sin((x + y * 1.6) / 90)) / 2;
      for (let channel = 0; channel < 3; channel++) {
        const value = (from[channel] ?? 0) * share + (to[channel] ?? 0) * (1 - share);
        rows[row + 1 + x * 3 + channel] = Math.round(value);
      }
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** A pastel of this hue as red, green and blue. */
function colour(hue: number): number[] {
  const part = (offset: number) => {
    const distance = Math.abs(((hue / 60 + offset) % 6) - 3) - 1;
    return 255 * (0.45 + 0.5 * Math.min(1, Math.max(0, distance)));
  };
  return [part(0), part(4), part(2)];
}
