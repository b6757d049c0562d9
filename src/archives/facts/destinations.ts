import { hostOf } from '../../text/domains.ts';
import { hostKind } from '../../text/host-kinds.ts';
import { addressKind } from '../../text/ip-kinds.ts';
import { cut } from './bounds.ts';

/** Longer texts are looked into at their beginning only. */
const MAX_CHARACTERS = 20_000;
const MAX_DESTINATIONS = 50;
const MAY_NAME_ONE = /:|\/dev\/|\d\.\d|\bn(?:et)?c(?:at)?\s|\btelnet\s/;
const URL_IN_TEXT =
  /\b(?:https?|wss?|ftps?|sftp|tcp|udp|tls|ssh|mqtts?|amqps?|redis|rediss|mongodb(?:\+srv)?|postgres(?:ql)?|mysql|socks[45]?h?|ldaps?|smtps?|git):\/\/[^\s"'`<>\\^{}|()[\],;]{1,1000}/gi;
const IPV6_URL = /\b(?:https?|wss?|tcp):\/\/\[[0-9a-f:.]{2,60}\](?::\d{1,5})?(?:\/[^\s"'`<>\\^{}|()[\],;]{0,500})?/gi;
/** What bash opens as a connection. */
const DEVICE = /\/dev\/(?:tcp|udp)\/([A-Za-z0-9.:-]{1,253})\/(\d{1,5})/g;
/** `nc host port`, also with options before. */
const NETCAT =
  /\b(?:nc|ncat|netcat|telnet)(?:\s+-{1,2}[\w-]{1,20}(?:\s+\/[\w./-]{1,60})?){0,6}\s+([A-Za-z0-9.-]{3,253})\s+(\d{2,5})\b/g;
const IPV4_WHOLE = /^(\d{1,3}(?:\.\d{1,3}){3})(?::(\d{1,5}))?$/;
const HOST_PORT =
  /^((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,10}[a-z][a-z0-9-]{1,29}):(\d{1,5})(?:\/[^\s]{0,500})?$/i;
const IPV4_PORT = /(?<![\w.])(\d{1,3}(?:\.\d{1,3}){3}):(\d{2,5})(?![\w.])/g;
/** `*` for what is not constant: data is sent in the first labels of names that are looked up. */
const HOST = /^(?:[a-z0-9_*](?:[a-z0-9_*-]{0,61}[a-z0-9*])?\.){1,10}[a-z][a-z0-9-]{1,29}$/i;
const TRAILING = /[.:!?*'"]+$/;
const MAX_PORT = 65_535;

/** The first URL, `host:port` or public IP that a constant string names; null where it names none. */
export function destinationIn(text: string): string | null {
  return destinationsIn(text)[0] ?? null;
}

/**
 * All that a constant string names, each once, in the order of the text: URLs of network schemes, `/dev/tcp/host/port` and `nc host
 * port` as `host:port`, addresses with a port, and a text that is nothing but `host:port` or a public IP.
 *
 * A bare name is none (`tidewater.example` may be a key or a file): see `hostIn` for who knows that a host stands there. At most 50.
 */
export function destinationsIn(text: string): readonly string[] {
  if (text.length < 4 || !MAY_NAME_ONE.test(text)) return [];
  const start = text.slice(0, MAX_CHARACTERS);
  const whole = wholeDestination(start.trim());
  if (whole !== null) return [whole];
  const found = [...urls(start), ...connections(start)].sort((a, b) => a.offset - b.offset);
  return [...new Set(found.map(({ value }) => cut(value)))].slice(0, MAX_DESTINATIONS);
}

/** What a text names that is known to be a destination: also a bare host name or any address; null for a path, a template, ''. */
export function hostIn(text: string): string | null {
  const written = text.trim();
  if (written.length > 253) return destinationIn(written);
  if (HOST.test(written) || addressKind(written) !== null || written === 'localhost') return written;
  return destinationIn(written);
}

interface Written {
  readonly value: string;
  readonly offset: number;
}

function wholeDestination(text: string): string | null {
  if (text.length > 800) return null;
  const [, address, port] = IPV4_WHOLE.exec(text) ?? [];
  if (address !== undefined) {
    if (port !== undefined) return addressKind(address) !== null && isPort(port) ? text : null;
    return hostKind(address) === 'public-ip' && !looksLikeVersion(address) ? text : null;
  }
  const [, host, hostPort] = HOST_PORT.exec(text) ?? [];
  if (host !== undefined && hostPort !== undefined) return isPort(hostPort) ? text : null;
  return text.includes(':') && addressKind(text) === 'public-ip' && text.length > 6 ? text : null;
}

function* urls(text: string): Generator<Written> {
  if (!text.includes('://')) return;
  for (const pattern of [URL_IN_TEXT, IPV6_URL]) {
    for (const { 0: written, index } of text.matchAll(pattern)) {
      const value = written.replace(TRAILING, '');
      if (namesHost(value)) yield { value, offset: index };
    }
  }
}

function* connections(text: string): Generator<Written> {
  for (const pattern of [DEVICE, NETCAT, IPV4_PORT]) {
    for (const { 1: host = '', 2: port = '', index } of text.matchAll(pattern)) {
      const isHost = addressKind(host) !== null || HOST.test(host) || host === 'localhost';
      if (isHost && isPort(port)) yield { value: `${host}:${port}`, offset: index };
    }
  }
}

/** `https://*` and `https://v1` (of `https://${host}/…`) name none. */
function namesHost(url: string): boolean {
  const host = hostOf(url);
  if (host === null || /^[*.]+$/.test(host)) return false;
  return host.includes('.') || host.startsWith('[') || host === 'localhost';
}

/** Four numbers that begin with 0 or are all of one digit are rather a version than an address. */
function looksLikeVersion(address: string): boolean {
  return (
    /^0\.|^\d\.\d\.\d\.\d$/.test(address) &&
    !/^(?:1\.1\.1\.1|1\.0\.0\.1|8\.8\.8\.8|8\.8\.4\.4|9\.9\.9\.9)$/.test(address)
  );
}

function isPort(port: string): boolean {
  return Number(port) > 0 && Number(port) <= MAX_PORT;
}
