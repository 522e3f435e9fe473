import exifr from 'exifr';
import sharp from 'sharp';

/** What is kept of what a camera writes into a file: never where it was taken, nor with which one of all cameras. */
export interface CameraData {
  camera?: string;
  takenAt?: string;
}

const kept = ['Make', 'Model', 'DateTimeOriginal', 'OffsetTimeOriginal'];
const exifMark = 'Exif\0\0';
const maxNameLength = 100;

/** Reads the EXIF data of an image of any kind. Data that nobody can read are none. */
export async function readCameraData(bytes: Uint8Array): Promise<CameraData> {
  const { exif } = await sharp(bytes, { limitInputPixels: false }).metadata();
  if (!exif) return {};
  const marked = exif.subarray(0, exifMark.length).toString('latin1') === exifMark;
  const tiff = marked ? exif.subarray(exifMark.length) : exif;
  const found = await exifr.parse(tiff, { pick: kept, reviveValues: false }).catch(() => undefined);
  return found ? cameraData(found) : {};
}

/** The same from the tags by name, as a camera or a forger has filled them in. */
export function cameraData(tags: Record<string, unknown>): CameraData {
  const [make, model] = [words(tags.Make), words(tags.Model)];
  // Many cameras repeat the maker in the model.
  const camera = model.toLowerCase().startsWith(make.toLowerCase()) ? model : `${make} ${model}`;
  return {
    ...(camera.trim() && { camera: camera.trim() }),
    ...takenAt(words(tags.DateTimeOriginal), words(tags.OffsetTimeOriginal)),
  };
}

const words = (value: unknown): string =>
  typeof value === 'string'
    ? value
        .replace(/[^\P{C}]+/gu, ' ')
        .trim()
        .slice(0, maxNameLength)
    : '';

/** EXIF times are `2026:05:01 12:30:00`, on the camera's own clock. */
function takenAt(time: string, offset: string): CameraData {
  const [, year, month, day, clock] = /^(\d{4})[:-](\d\d)[:-](\d\d)[ T](\d\d:\d\d:\d\d)/.exec(time) ?? [];
  if (!year) return {};
  const local = `${year}-${month}-${day}T${clock}`;
  const zone = /^[+-]\d\d:\d\d$/.test(offset) ? offset : '';
  const parsed = new Date(`${local}${zone || 'Z'}`);
  if (Number.isNaN(parsed.getTime())) return {};
  return { takenAt: zone ? parsed.toISOString() : local };
}
