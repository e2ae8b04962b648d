import { isIP } from 'node:net';

const octets = (address: string): number => address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);

/** What is odd about a network in CIDR notation, or null. The official sample itself holds `xxx.xxx.xxx.xxx/n`. */
export function networkFault(text: string, version: 4 | 6): 'network-syntax' | 'network-host-bits' | null {
  const m = /^([^/]+)\/(\d{1,3})$/.exec(text);
  const address = m?.[1] ?? '';
  const bits = Number(m?.[2] ?? Number.NaN);
  if (isIP(address) !== version || !(bits <= (version === 4 ? 32 : 128))) return 'network-syntax';
  return version === 4 && octets(address) % 2 ** (32 - bits) !== 0 ? 'network-host-bits' : null;
}

const LABEL = /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/;
/** A domain name without scheme, port or path; international names come in their ASCII form. */
export const isDomain = (text: string): boolean =>
  text.length <= 253 && text.includes('.') && text.split('.').every((label) => LABEL.test(label));
/** `AS3215`: the number of an autonomous system, RFC 5396. */
export const isSystemNumber = (text: string): boolean => /^AS\d{1,10}$/.test(text);

/**
 * The name that a perimeter keeps from one audit to the next: its domain with the fewest labels, then the first in
 * alphabetical order. Adding a subdomain does not change it. Addresses never name a perimeter: the name is a `steering`
 * value, read beyond the facility, and addresses map the attack surface (TLP:AMBER). Without a domain: `internet`, a word of both languages.
 */
export function perimeterName(domains: readonly string[]): string {
  const names = domains.map((d) => d.toLowerCase().replace(/\.$/, '')).filter(isDomain);
  const depth = (name: string): number => name.split('.').length;
  return names.sort((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1))[0] ?? 'internet';
}
