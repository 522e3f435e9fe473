const percent = 0x25;

/** The value of a hexadecimal digit's character code, or -1. */
function hexValue(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const letter = code | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}

/**
 * The bytes of a text (UTF-8), percent-unescaped until nothing is left to unescape, in a string of one character a byte.
 * One pass: an escape is resolved as soon as its last digit is there, and what it gives may be the last digit of the next.
 */
export function unescapeFully(text: string): string {
  const bytes: number[] = [];
  for (const byte of Buffer.from(text)) {
    bytes.push(byte);
    while (bytes.length >= 3 && bytes.at(-3) === percent) {
      const [high, low] = [hexValue(bytes.at(-2) ?? 0), hexValue(bytes.at(-1) ?? 0)];
      if (high < 0 || low < 0) break;
      bytes.splice(-3, 3, high * 16 + low);
    }
  }
  return Buffer.from(bytes).toString('latin1');
}

const hexOf = (byte: string): string => `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

/** Escapes the bytes that a canonical URL does not show: up to 0x20, from 0x7f, # and %. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for.
export const escapeBytes = (bytes: string): string => bytes.replace(/[\x00-\x20\x7f-\xff#%]/g, hexOf);

/** The same for a host that is no domain: what would end a host is escaped too, so that it is read again as it is written. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the same.
export const escapeHostBytes = (bytes: string): string => bytes.replace(/[\x00-\x20\x7f-\xff#%/\\?@:[\]]/g, hexOf);
