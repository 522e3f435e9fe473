/** Labels that registries keep under a country's domain for others to register under: `co.kr`, `com.au`, `or.jp`. */
const registryLabels = new Set(
  (
    'ac co com edu es go gob gouv gov govt hs ltd me mil ms ne net or org pe plc re sc sch ' +
    'busan chungbuk chungnam daegu daejeon gangwon gwangju gyeongbuk gyeonggi gyeongnam incheon jeju jeonbuk jeonnam seoul ulsan'
  ).split(' '),
);

/**
 * Whether a canonical host is as wide as a public suffix, so that blocking it would block strangers' sites: a single label, or a
 * registry's label under a country's two letters. The whole list (https://publicsuffix.org) has thousands of entries and changes
 * weekly; what it adds to this rule are rare registries, and hosting such as `github.io`, which a moderator may well mean.
 */
export function isPublicSuffix(host: string): boolean {
  const [name = '', country, ...more] = host.split('.');
  if (country === undefined) return /^[a-z0-9-]+$/.test(name);
  return more.length === 0 && /^[a-z]{2}$/.test(country) && registryLabels.has(name);
}
