import { hostIn } from '../destinations.ts';
import { recipientKind } from '../recipients.ts';
import { argument } from './calls.ts';
import { isText, NO_WAYS, type Constant, type Ways } from './constants.ts';
import { KIND } from './grammar.ts';
import { displayed, type Call, type Notes, type Recognise } from './notes.ts';
import type { PythonFile } from './python-file.ts';
import { bare, kindOf, sourceOf } from './tree.ts';
import { valuesOf } from './values.ts';

const METHODS = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options'];
const NETWORKS = [
  'requests',
  'requests.Session()',
  'httpx',
  'httpx.Client()',
  'httpx.AsyncClient()',
  'aiohttp.ClientSession()',
  'grequests',
  'treq',
  'asks',
];

/** Calls that ask the network, by their name. The number is the place of the URL or host among the arguments. */
const PLACES: ReadonlyMap<string, number> = new Map<string, number>([
  ...NETWORKS.flatMap((network) => METHODS.map((method): [string, number] => [`${network}.${method}`, 0])),
  ...NETWORKS.flatMap((network) =>
    ['request', 'stream'].map((method): [string, number] => [`${network}.${method}`, 1]),
  ),
  ['aiohttp.ClientSession().ws_connect', 0],
  ['requests.Request', 1],
  ['httpx.Request', 1],
  ['urllib.request.urlopen', 0],
  ['urllib.request.Request', 0],
  ['urllib.request.urlretrieve', 0],
  ['urllib.request.URLopener().open', 0],
  ['urllib.request.build_opener().open', 0],
  ['urllib.urlopen', 0],
  ['urllib.urlretrieve', 0],
  ['urllib3.request', 1],
  ...['request', 'urlopen'].map((method): [string, number] => [`urllib3.PoolManager().${method}`, 1]),
  ['urllib3.PoolManager().request_encode_body', 1],
  ...[
    'http.client.HTTPSConnection',
    'http.client.HTTPConnection',
    'httplib.HTTPSConnection',
    'httplib.HTTPConnection',
  ].map((name): [string, number] => [name, 0]),
  ['httplib2.Http().request', 0],
  ['websockets.connect', 0],
  ['websocket.create_connection', 0],
  ['websocket.WebSocketApp', 0],
  ['websocket.WebSocket().connect', 0],
  ['socketio.Client().connect', 0],
  ['socketio.AsyncClient().connect', 0],
  ['xmlrpc.client.ServerProxy', 0],
  ['tornado.httpclient.AsyncHTTPClient().fetch', 0],
  ['tornado.httpclient.HTTPClient().fetch', 0],
  ['discord_webhook.DiscordWebhook', 0],
  ['discord.Webhook.from_url', 0],
  ['discord.SyncWebhook.from_url', 0],
  ['slack_sdk.webhook.WebhookClient', 0],
  ['slack_sdk.WebhookClient', 0],
  ['sentry_sdk.init', 0],
  ['mcp.client.sse.sse_client', 0],
  ['mcp.client.streamable_http.streamablehttp_client', 0],
  ['webbrowser.open', 0],
  ['wget.download', 0],
]);
const URL_NAMES = ['url', 'uri', 'fullurl', 'host', 'dsn'];

/** Clients that take the place all their requests begin with. */
const CLIENTS = ['httpx.Client', 'httpx.AsyncClient', 'aiohttp.ClientSession'];
/** A client that came from elsewhere is known by what it is called. */
const CLIENT_NAME = /(?:^|\.|_)(?:http|https|session|client|requests?|api)$/i;
const SENDING = new Set(['post', 'put', 'patch', 'request']);

export const REQUESTS: ReadonlyMap<string, Recognise> = new Map<string, Recognise>([
  ...[...PLACES].map(([path, place]): [string, Recognise] => [
    path,
    (file, call, notes) => request(file, call, { place, notes }),
  ]),
  ...CLIENTS.map((path): [string, Recognise] => [path, client]),
]);

/** `client.post(…)` of a client that nothing in the file says the kind of; by: `client.post`, whatever it is called there. */
export function unknownClientRequest(file: PythonFile, { node, args, owner, method, notes }: UnknownClientCall): void {
  const isNamed = SENDING.has(method) && CLIENT_NAME.test(owner);
  const place = method === 'request' ? 1 : 0;
  const at = argument(args, place, 'url');
  if (at === null || !(isNamed || METHODS.includes(method))) return;
  const destinations = destinationsOf(file, at);
  if (!isNamed && !destinations.some(({ value }) => value.includes('://'))) return;
  notes.told(at);
  for (const asked of destinations) note(notes, node, { ...asked, by: `client.${method}` });
}

export interface UnknownClientCall extends Pick<Call, 'node' | 'args'> {
  readonly owner: string;
  readonly method: string;
  readonly notes: Notes;
}

function request(
  file: PythonFile,
  call: Call,
  { place, notes }: { readonly place: number; readonly notes: Notes },
): void {
  const at = argument(call.args, place, ...URL_NAMES);
  // A Request object handed on is a request already.
  if (at !== null && isRequestObject(file, at)) return;
  const port = place === 0 && PORTED.test(call.path) ? file.fold(call.args.positional[1] ?? -1) : null;
  notes.told(at);
  for (const { value: host, ways } of at === null ? [NOWHERE] : destinationsOf(file, at)) {
    const value = port?.is === 'number' && host !== '' ? `${host}:${port.number}` : host;
    note(notes, call.node, { value, ways: ways | call.ways, by: displayed(call.path) });
  }
}

function client(file: PythonFile, call: Call, notes: Notes): void {
  const at = call.args.named.get('base_url');
  if (at === undefined) return;
  const constant = file.fold(at);
  const asked = constant === null ? null : destinationOf(constant);
  if (asked === null) return;
  notes.told(at);
  note(notes, call.node, { ...asked, by: displayed(call.path) });
}

function note(notes: Notes, node: number, { value, ways, by }: { value: string; ways: Ways; by: string }): void {
  notes.add('request', node, { value, by, ways });
  if (recipientKind(value) === 'webhook') notes.add('recipient', node, { value, by, ways });
}

interface Destination {
  readonly value: string;
  readonly ways: Ways;
}

const NOWHERE: Destination = { value: '', ways: NO_WAYS };

/** The constant URLs or hosts that an argument may name; one of '' where it names none. */
function destinationsOf(file: PythonFile, node: number): readonly Destination[] {
  const known = valuesOf(file, node).flatMap((constant) => destinationOf(constant) ?? []);
  return known.length === 0 ? [NOWHERE] : known;
}

function destinationOf(constant: Constant): Destination | null {
  if (!isText(constant)) return null;
  const value = constant.text.slice(0, MAX_DESTINATION).trim();
  return hostIn(value) === null ? null : { value, ways: constant.ways };
}

function isRequestObject(file: PythonFile, node: number): boolean {
  const path = file.nameOf(node)?.path;
  return path === 'urllib.request.Request()' || path === 'requests.Request()' || path === 'httpx.Request()';
}

/** What a callee is called where it stands: `self.client`; '' for anything but names and their attributes. */
export function writtenOwner(file: PythonFile, node: number): string {
  const kind = kindOf(file.tree, bare(file.tree, node));
  return kind === KIND.identifier || kind === KIND.attribute ? sourceOf(file.tree, node).slice(0, MAX_DESTINATION) : '';
}

const PORTED = /^http(?:lib|\.client)/;
const MAX_DESTINATION = 2_000;
