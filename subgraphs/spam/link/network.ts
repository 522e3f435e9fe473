import { Resolver } from 'node:dns/promises';
import ipaddr from 'ipaddr.js';

/** How names become addresses, and which of them may be asked. */
export interface Network {
  /** Every address of a host name. */
  resolve(hostname: string): Promise<string[]>;
  isAllowed(address: string, port: number): boolean;
}

const webPorts = new Set([80, 443]);
const globalUnicast = ipaddr.parseCIDR('2000::/3');
/** Unicast by its number, and yet answered by the machine's own cloud (Azure). */
const cloudAddresses = new Set(['168.63.129.16']);
const dnsTimeoutMs = 1_000;

/**
 * Whether an address belongs to the public Internet. Everything that has a special meaning does not: private, loopback, link-local
 * (with the metadata services), shared (CGNAT), multicast, reserved, and IPv6 that carries IPv4 (mapped, NAT64, 6to4, Teredo).
 * https://www.iana.org/assignments/iana-ipv4-special-registry https://www.iana.org/assignments/iana-ipv6-special-registry
 */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address) || cloudAddresses.has(address)) return false;
  const parsed = ipaddr.parse(address);
  return parsed.range() === 'unicast' && (parsed.kind() === 'ipv4' || parsed.match(globalUnicast));
}

/** A name without addresses of one family has none of them; that is no fault. */
const orNone = (error: NodeJS.ErrnoException): string[] => {
  if (error.code === 'ENODATA' || error.code === 'ENOTFOUND') return [];
  throw error;
};

/** The Internet: public addresses on the web's own ports. */
export const internet: Network = {
  async resolve(hostname) {
    const resolver = new Resolver({ timeout: dnsTimeoutMs, tries: 2 });
    const found = await Promise.all([
      resolver.resolve4(hostname).catch(orNone),
      resolver.resolve6(hostname).catch(orNone),
    ]);
    return found.flat();
  },
  isAllowed: (address, port) => webPorts.has(port) && isPublic(address),
};

/**
 * The addresses that a URL may be asked at.
 * @throws when it is no http(s), or when any of its addresses is not allowed.
 */
export async function addressesOf(url: URL, { resolve, isAllowed }: Network): Promise<string[]> {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new Error(`refused: ${url.protocol} is not the web`);
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
  const hostname = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = ipaddr.isValid(hostname) ? [hostname] : await resolve(hostname);
  if (addresses.length === 0) throw new Error(`${hostname} has no address`);
  const refused = addresses.find((address) => !isAllowed(address, port));
  if (refused) throw new Error(`refused: ${hostname} is ${refused} port ${port}`);
  return addresses;
}
