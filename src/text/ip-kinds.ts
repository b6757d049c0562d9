/** What an address is for, by the IANA special-purpose registries (RFC 6890 and what updates it). */
export type AddressKind = 'loopback' | 'private' | 'documentation' | 'cloud-metadata' | 'public-ip';

const IPV4 = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/;
const MAX_CHARACTERS = 64;

/** Each cloud's own address for its metadata and credentials. */
const METADATA_IPV4 = new Set([
  '169.254.169.254',
  '169.254.170.2',
  '169.254.170.23',
  '100.100.100.200',
  '168.63.129.16',
  '192.0.0.192',
]);
const METADATA_IPV6 = new Set(['fd00:ec2::254', 'fd00:ec2::23', 'fd20:ce::254']);

/** First match wins. 240.0.0.0/4 is never routed and counts like any other address: reconstructed cases use it as a destination. */
const IPV4_RANGES: readonly (readonly [network: string, bits: number, kind: AddressKind])[] = [
  ['127.0.0.0', 8, 'loopback'],
  ['0.0.0.0', 8, 'loopback'],
  ['10.0.0.0', 8, 'private'],
  ['172.16.0.0', 12, 'private'],
  ['192.168.0.0', 16, 'private'],
  ['169.254.0.0', 16, 'private'],
  ['100.64.0.0', 10, 'private'],
  ['192.0.0.0', 24, 'private'],
  ['198.18.0.0', 15, 'private'],
  ['224.0.0.0', 4, 'private'],
  ['255.255.255.255', 32, 'private'],
  ['192.0.2.0', 24, 'documentation'],
  ['198.51.100.0', 24, 'documentation'],
  ['203.0.113.0', 24, 'documentation'],
];
const RANGES = IPV4_RANGES.map(([network, bits, kind]) => ({
  network: numberOf(network) ?? 0,
  shift: 32 - bits,
  kind,
}));

/** What an IPv4 or IPv6 address (with or without brackets) is for; null for what is no address. */
export function addressKind(host: string): AddressKind | null {
  if (host.length > MAX_CHARACTERS) return null;
  const ipv4 = numberOf(host);
  if (ipv4 !== null) return METADATA_IPV4.has(host) ? 'cloud-metadata' : ipv4Kind(ipv4);
  if (!host.includes(':')) return null;
  const canonical = canonicalIpv6(host);
  return canonical === null ? null : ipv6Kind(canonical);
}

function ipv4Kind(address: number): AddressKind {
  const range = RANGES.find(
    ({ network, shift }) => Math.floor(address / 2 ** shift) === Math.floor(network / 2 ** shift),
  );
  return range?.kind ?? 'public-ip';
}

/** Compressed lower-case form, as URLs write it. */
function ipv6Kind(address: string): AddressKind {
  if (METADATA_IPV6.has(address)) return 'cloud-metadata';
  if (address === '::1' || address === '::') return 'loopback';
  const mapped = /^(?:::ffff:|64:ff9b::)([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(address);
  if (mapped !== null) return addressKind(dotted(mapped[1] ?? '', mapped[2] ?? '')) ?? 'public-ip';
  if (/^(?:f[cd]|fe[89ab]|ff)/.test(address) && address.indexOf(':') === 4) return 'private';
  if (/^(?:2001:db8:|3fff:)/.test(address)) return 'documentation';
  return 'public-ip';
}

function dotted(high: string, low: string): string {
  const [first, second] = [Number.parseInt(high, 16), Number.parseInt(low, 16)];
  return [first >> 8, first & 255, second >> 8, second & 255].join('.');
}

function canonicalIpv6(host: string): string | null {
  const bare = host.replace(/^\[|\]$/g, '');
  if (!/^[0-9a-f:.]+$/i.test(bare)) return null;
  const url = URL.parse(`http://[${bare}]`);
  return url === null ? null : url.hostname.slice(1, -1);
}

function numberOf(host: string): number | null {
  const parts = IPV4.exec(host)?.slice(1).map(Number);
  if (parts === undefined || parts.some((part) => part > 255)) return null;
  return parts.reduce((sum, part) => sum * 256 + part, 0);
}
