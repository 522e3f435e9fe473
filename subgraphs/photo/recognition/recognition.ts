/** What can be seen on a photo. */
export interface Sight {
  /** The surest first, in small letters. */
  labels: string[];
  /** Why a person should look at it before everybody does; undefined when nothing speaks against it. */
  unsafe?: string;
}

/** Looks at photos: Amazon Rekognition, or models that run on this machine. */
export interface Recognition {
  recognise(bytes: Uint8Array): Promise<Sight>;
  stop(): Promise<void>;
}

const maxLabels = 10;
const maxLabelLength = 50;

/** A label as it is looked up. */
export const normalised = (label: string): string =>
  label.normalize('NFKC').trim().toLowerCase().slice(0, maxLabelLength);

/** The labels of one photo: the surest, each once, so that its item and the transaction that writes it stay small. */
export function boundedLabels(found: { name: string; confidence: number }[]): string[] {
  const surestFirst = found.toSorted((a, b) => b.confidence - a.confidence);
  return [...new Set(surestFirst.map(({ name }) => normalised(name)))].filter(Boolean).slice(0, maxLabels);
}
