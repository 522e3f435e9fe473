/**
 * Data of subgraphs, and the response made from it: plain objects, for which `JSON.stringify` is fast. Their keys come from clients
 * (aliases) and subgraphs, so a name that every object inherits (`constructor`, `__proto__`) is only ever read and written as an
 * own property. https://github.com/advisories/GHSA-pfjj-6f4p-rvmh
 */
export type DataObject = Record<string, unknown>;

const inherited = new Set(Object.getOwnPropertyNames(Object.prototype));

/** True for a name that needs `getOwn` and `setOwn`; all others may be read and assigned directly. */
export const isInherited = (name: string): boolean => inherited.has(name);

export const getOwn = (object: DataObject, key: string): unknown =>
  Object.hasOwn(object, key) ? object[key] : undefined;

export function setOwn(object: DataObject, key: string, value: unknown): void {
  if (!inherited.has(key)) object[key] = value;
  else Object.defineProperty(object, key, { value, configurable: true, enumerable: true, writable: true });
}

/** True for an object of data, neither a list nor null. */
export const isDataObject = (value: unknown): value is DataObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
