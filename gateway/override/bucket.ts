import { hash } from 'node:crypto';

/**
 * @returns where a person stands for a label, from 0 up to but not including 100: always in the same place, and people are
 * spread evenly. Whoever stands below the share is in, so that raising it only adds people.
 */
export function bucketOf(label: string, personKey: string): number {
  const digest = hash('sha256', JSON.stringify([label, personKey]), 'buffer');
  return (digest.readUIntBE(0, 6) / 2 ** 48) * 100;
}
