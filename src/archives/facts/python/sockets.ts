import { hostIn } from '../destinations.ts';
import { argument } from './calls.ts';
import { isText, NO_WAYS, partOf, UNKNOWN_PART, type Ways } from './constants.ts';
import { valueNode } from './entries.ts';
import { KIND } from './grammar.ts';
import { displayed, type Call, type Notes, type Recognise } from './notes.ts';
import type { PythonFile } from './python-file.ts';
import { childrenOf, kindOf } from './tree.ts';

/** Connections below HTTP, by the place of the `(host, port)` pair, or of the host that the port stands beside. */
const PAIRED: ReadonlyMap<string, number> = new Map([
  ['socket.socket().connect', 0],
  ['socket.socket().connect_ex', 0],
  ['socket.create_connection', 0],
  ['ssl.SSLContext().wrap_socket().connect', 0],
  ['ssl.create_default_context().wrap_socket().connect', 0],
  ['ssl.wrap_socket().connect', 0],
  ['paramiko.Transport', 0],
]);
const SIDE_BY_SIDE: ReadonlyMap<string, number> = new Map([
  ['asyncio.open_connection', 0],
  ['asyncio.get_event_loop().create_connection', 1],
  ['asyncio.get_running_loop().create_connection', 1],
  ['trio.open_tcp_stream', 0],
  ['anyio.connect_tcp', 0],
  ['telnetlib.Telnet', 0],
  ['paramiko.SSHClient().connect', 0],
  ['asyncssh.connect', 0],
]);
/** Protocols that say what they carry: told as requests. */
const PROTOCOLS = [
  'smtplib.SMTP',
  'smtplib.SMTP_SSL',
  'aiosmtplib.send',
  'ftplib.FTP',
  'ftplib.FTP_TLS',
  'imaplib.IMAP4',
  'imaplib.IMAP4_SSL',
  'poplib.POP3',
  'poplib.POP3_SSL',
];
const NAME_LOOKUPS = [
  ...['gethostbyname', 'gethostbyname_ex', 'getaddrinfo', 'gethostbyaddr'].map((name) => `socket.${name}`),
  ...['resolve', 'query', 'resolver.resolve', 'resolver.query', 'resolver.Resolver().resolve'].map(
    (name) => `dns.${name}`,
  ),
  'dns.asyncresolver.resolve',
];

export const SOCKETS: ReadonlyMap<string, Recognise> = new Map<string, Recognise>([
  ...[...PAIRED].map(([path, place]): [string, Recognise] => [
    path,
    (file, call, notes) => paired(file, call, { place, notes }),
  ]),
  [
    'socket.socket().sendto',
    (file, call, notes) => paired(file, call, { place: call.args.positional.length - 1, notes }),
  ],
  ...[...SIDE_BY_SIDE].map(([path, place]): [string, Recognise] => [
    path,
    (file, call, notes) => connection(file, call, { kind: 'socket', place, notes }),
  ]),
  ...PROTOCOLS.map((path): [string, Recognise] => [
    path,
    (file, call, notes) => connection(file, call, { kind: 'request', place: 0, notes }),
  ]),
  ...NAME_LOOKUPS.map((path): [string, Recognise] => [path, nameLookup]),
  ['os.dup2', standardStreams],
]);

function paired(
  file: PythonFile,
  call: Call,
  { place, notes }: { readonly place: number; readonly notes: Notes },
): void {
  const pair = argument(call.args, place, 'address', 'sock', 'addr');
  const [host, port] = pair === null ? [] : pairOf(file, pair);
  const by = displayed(call.path);
  const address = addressOf(file, host ?? null, port ?? null);
  notes.told(pair);
  notes.add('socket', call.node, { value: address.value, by, ways: address.ways | call.ways });
}

function connection(
  file: PythonFile,
  call: Call,
  { kind, place, notes }: { readonly kind: 'socket' | 'request'; readonly place: number; readonly notes: Notes },
): void {
  const host = argument(call.args, place, 'host', 'hostname', 'remote_host');
  const address = addressOf(file, host, argument(call.args, place + 1, 'port', 'remote_port'));
  notes.told(host);
  notes.add(kind, call.node, { value: address.value, by: displayed(call.path), ways: address.ways | call.ways });
}

/** Also where the pair is kept in a variable. */
function pairOf(file: PythonFile, node: number): readonly number[] {
  const value = valueNode(file, node);
  const kind = kindOf(file.tree, value);
  return kind === KIND.tuple || kind === KIND.list ? childrenOf(file.tree, value) : [];
}

function addressOf(
  file: PythonFile,
  host: number | null,
  port: number | null,
): { readonly value: string; readonly ways: Ways } {
  const name = host === null ? null : file.fold(host);
  const number = port === null ? null : file.fold(port);
  const isKnown = isText(name) && hostIn(name.text) !== null;
  const ways = (isKnown ? name.ways : NO_WAYS) | (number?.ways ?? NO_WAYS);
  if (number === null) return { value: isKnown ? name.text : '', ways };
  return { value: `${isKnown ? name.text : UNKNOWN_PART}:${partOf(number).text}`, ways };
}

/** A name that is put together carries what it is made of: `*.tidewater.invalid`. */
function nameLookup(file: PythonFile, call: Call, notes: Notes): void {
  const node = argument(call.args, 0, 'host', 'hostname', 'qname');
  const name = node === null ? null : file.fold(node);
  const value = isText(name) && /[A-Za-z]/.test(name.text) && !/\s/.test(name.text) ? name.text : '';
  notes.told(node);
  notes.add('request', call.node, {
    value,
    by: displayed(call.path),
    ways: call.ways | (value === '' ? NO_WAYS : (name?.ways ?? NO_WAYS)),
  });
}

/** `os.dup2(s.fileno(), 0)` of a socket: what the next process reads and writes goes over the network. */
function standardStreams(file: PythonFile, call: Call, notes: Notes): void {
  const [from] = call.args.positional;
  const path = from === undefined ? '' : (file.nameOf(from)?.path ?? '');
  if (!/^(?:socket|ssl)\..*\.fileno\(\)$/.test(path)) return;
  notes.add('process', call.node, { value: '', by: 'os.dup2 of a socket', category: 'shell', ways: call.ways });
}
