import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/**
 * The address of a client, as Fastify finds it for a request (https://fastify.dev/docs/latest/Reference/Server/#trustproxy): the last
 * one of `x-forwarded-for` that is none of our proxies.
 * @param trustedProxies addresses or networks
 */
export function createClientAddress(trustedProxies: readonly string[] = []): (request: IncomingMessage) => string {
  const trusted = new BlockList();
  for (const proxy of trustedProxies) {
    const [address = '', bits] = proxy.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) trusted.addAddress(address, family);
    else trusted.addSubnet(address, Number(bits), family);
  }
  const isTrusted = (address: string): boolean => {
    const version = isIP(address);
    return version !== 0 && trusted.check(address, version === 6 ? 'ipv6' : 'ipv4');
  };
  return ({ socket, headers }) => {
    const direct = socket.remoteAddress ?? '';
    if (trustedProxies.length === 0) return direct;
    const forwarded = String(headers['x-forwarded-for'] ?? '').split(',');
    const way = [direct, ...forwarded.map((part) => part.trim()).reverse()].filter(Boolean);
    return way.find((address) => !isTrusted(address)) ?? way.at(-1) ?? direct;
  };
}
