import { describe, expect, test } from '@jest/globals';
import { addressesOf, internet, isPublic, type Network } from './network.ts';

/** Beside each address that is refused, the nearest one that is not, where its range has an end. */
const addresses: [name: string, refused: string, allowed: string][] = [
  ['this network', '0.0.0.0', '1.0.0.0'],
  ['this network, last', '0.255.255.255', '1.0.0.1'],
  ['private 10/8, first', '10.0.0.0', '9.255.255.255'],
  ['private 10/8, last', '10.255.255.255', '11.0.0.0'],
  ['CGNAT, first', '100.64.0.0', '100.63.255.255'],
  ['CGNAT, last', '100.127.255.255', '100.128.0.0'],
  ['metadata of Alibaba', '100.100.100.200', '100.128.100.200'],
  ['loopback, first', '127.0.0.0', '126.255.255.255'],
  ['loopback, last', '127.255.255.255', '128.0.0.0'],
  ['link-local, first', '169.254.0.0', '169.253.255.255'],
  ['metadata of AWS, GCP, Azure', '169.254.169.254', '169.253.169.254'],
  ['link-local, last', '169.254.255.255', '169.255.0.0'],
  ['metadata of ECS', '169.254.170.2', '169.255.170.2'],
  ['wire server of Azure', '168.63.129.16', '168.63.129.17'],
  ['private 172.16/12, first', '172.16.0.0', '172.15.255.255'],
  ['private 172.16/12, last', '172.31.255.255', '172.32.0.0'],
  ['protocol assignments', '192.0.0.192', '192.0.1.192'],
  ['documentation 1', '192.0.2.1', '192.0.3.1'],
  ['6to4 relay', '192.88.99.1', '192.88.98.1'],
  ['private 192.168/16, first', '192.168.0.0', '192.167.255.255'],
  ['private 192.168/16, last', '192.168.255.255', '192.169.0.0'],
  ['benchmarks, first', '198.18.0.0', '198.17.255.255'],
  ['benchmarks, last', '198.19.255.255', '198.20.0.0'],
  ['documentation 2', '198.51.100.1', '198.51.101.1'],
  ['documentation 3', '203.0.113.1', '203.0.114.1'],
  ['multicast', '224.0.0.1', '223.255.255.255'],
  ['reserved', '240.0.0.1', '223.255.255.254'],
  ['broadcast', '255.255.255.255', '223.255.255.253'],
  ['IPv6 unspecified', '::', '2600::1'],
  ['IPv6 loopback', '::1', '2600::1'],
  ['IPv4-compatible', '::7f00:1', '2600::7f00:1'],
  ['IPv4-mapped loopback', '::ffff:127.0.0.1', '2600::ffff:7f00:1'],
  ['IPv4-mapped, of a public address', '::ffff:8.8.8.8', '8.8.8.8'],
  ['IPv4-translated', '::ffff:0:7f00:1', '2600::ffff:0:7f00:1'],
  ['NAT64 loopback', '64:ff9b::7f00:1', '2600:ff9b::7f00:1'],
  ['NAT64 metadata', '64:ff9b::a9fe:a9fe', '2600:ff9b::a9fe:a9fe'],
  ['local NAT64', '64:ff9b:1::a9fe:a9fe', '2600:ff9b:1::a9fe:a9fe'],
  ['discard', '100::1', '2600:100::1'],
  ['Teredo', '2001:0:1::1', '2001:200::1'],
  ['documentation IPv6', '2001:db8::1', '2001:db9::1'],
  ['ORCHID', '2001:20::1', '2001:200::2'],
  ['6to4', '2002:7f00:1::1', '2003::1'],
  ['unique local, first', 'fc00::1', '2606:4700::1111'],
  ['metadata of AWS over IPv6', 'fd00:ec2::254', '2600:ec2::254'],
  ['IPv6 link-local', 'fe80::1', '2606:4700::1112'],
  ['site-local', 'fec0::1', '2606:4700::1113'],
  ['IPv6 multicast', 'ff02::1', '2606:4700::1114'],
  ['outside of global unicast', '4000::1', '3000::1'],
  ['no address', 'localhost', '1.1.1.1'],
];

test.each(addresses)('%s: %s is refused, %s is not', (_, refused, allowed) => {
  expect([isPublic(refused), isPublic(allowed)]).toEqual([false, true]);
});

/** What names resolve to here. */
const names: Record<string, string[]> = {
  'public.example': ['93.184.215.14', '2606:2800:220::1'],
  'private.example': ['10.0.0.1'],
  'mixed.example': ['93.184.215.14', '10.0.0.1'],
  'mixed6.example': ['93.184.215.14', '::1'],
  'mapped.example': ['::ffff:169.254.169.254'],
  localhost: ['127.0.0.1', '::1'],
  'localhost.': ['127.0.0.1'],
  'metadata.google.internal': ['169.254.169.254'],
};

const network: Network = { ...internet, resolve: async (hostname) => names[hostname] ?? [] };

/** Beside each URL that is refused, its nearest neighbour that is not. */
const urls: [refused: string, allowed: string][] = [
  ['ftp://public.example/', 'http://public.example/'],
  ['file:///etc/passwd', 'http://public.example/etc/passwd'],
  ['gopher://public.example:80/', 'http://public.example:80/'],
  ['ws://public.example/', 'https://public.example/'],
  ['http://public.example:22/', 'http://public.example:443/'],
  ['https://public.example:8443/', 'https://public.example:80/'],
  ['http://public.example:6379/', 'http://public.example/6379'],
  ['http://private.example/', 'http://public.example/'],
  ['http://mixed.example/', 'http://public.example/'],
  ['http://mixed6.example/', 'http://public.example/'],
  ['http://mapped.example/', 'http://public.example/'],
  ['http://unknown.example/', 'http://public.example/'],
  ['http://localhost/', 'http://public.example/localhost'],
  ['http://localhost./', 'http://public.example/'],
  ['http://metadata.google.internal/', 'http://public.example/'],
  ['http://127.0.0.1/', 'http://1.1.1.1/'],
  ['http://127.1/', 'http://1.1/'],
  ['http://2130706433/', 'http://16843009/'],
  ['http://0x7f000001/', 'http://0x01010101/'],
  ['http://0x7f.0x0.0x0.0x1/', 'http://0x1.0x1.0x1.0x1/'],
  ['http://017700000001/', 'http://0100200401/'],
  ['http://0177.0.0.01/', 'http://01.01.01.01/'],
  ['http://0/', 'http://16777216/'],
  ['http://①②⑦.⓪.⓪.①/', 'http://①.①.①.①/'],
  ['http://127。0。0。1/', 'http://1。1。1。1/'],
  ['http://127.0.0.1.:80/', 'http://1.1.1.1.:80/'],
  ['http://%31%32%37.0.0.1/', 'http://%31.1.1.1/'],
  ['http://public.example@127.0.0.1/', 'http://127.0.0.1@public.example/'],
  ['http://10.0.0.1/', 'http://11.0.0.1/'],
  ['http://3232235521/', 'http://3232301057/'],
  ['http://192.168.1.1/', 'http://192.169.1.1/'],
  ['http://172.16.0.1/', 'http://172.15.0.1/'],
  ['http://169.254.169.254/latest/meta-data/', 'http://169.255.169.254/latest/meta-data/'],
  ['http://2852039166/', 'http://2852104702/'],
  ['http://100.100.100.200/', 'http://100.200.100.200/'],
  ['http://[::1]/', 'http://[2606:4700::1111]/'],
  ['http://[::]/', 'http://[2606:4700::]/'],
  ['http://[::ffff:127.0.0.1]/', 'http://[2606::ffff:127.0.0.1]/'],
  ['http://[::ffff:a9fe:a9fe]/', 'http://[2606::ffff:a9fe:a9fe]/'],
  ['http://[0:0:0:0:0:ffff:0a00:0001]/', 'http://[2606:0:0:0:0:ffff:0a00:0001]/'],
  ['http://[64:ff9b::a9fe:a9fe]/', 'http://[2606:ff9b::a9fe:a9fe]/'],
  ['http://[2002:a9fe:a9fe::1]/', 'http://[2003:a9fe:a9fe::1]/'],
  ['http://[fd00:ec2::254]/', 'http://[2600:ec2::254]/'],
  ['http://[fe80::1]/', 'http://[2600::1]/'],
];

describe('a URL is asked only at addresses of the Internet', () => {
  test.each(urls)('%s is refused, %s is not', async (refused, allowed) => {
    await expect(addressesOf(new URL(refused), network)).rejects.toThrow(/refused|no address/);
    expect(await addressesOf(new URL(allowed), network)).not.toEqual([]);
  });

  test.each(['http://[fe80::1%25eth0]/', 'http://256.256.256.256/', 'http://0x100000000/', 'http://1.2.3.4.5/'])(
    '%s is no URL at all',
    (url) => {
      expect(URL.canParse(url)).toBe(false);
    },
  );

  test('all of its addresses are handed over', async () => {
    expect(await addressesOf(new URL('http://public.example/'), network)).toEqual(names['public.example']);
  });
});
