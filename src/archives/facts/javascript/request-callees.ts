/**
 * How a callee says where it goes.
 *
 * url: first argument, a URL or an object with one. options: also `{ hostname, path }`, and after a URL. second: the second argument.
 * host: a bare host name. base: an object with what all its requests begin with.
 */
export type Destination = 'url' | 'options' | 'second' | 'host' | 'base';

const VERBS = 'get post put patch delete del head options request stream call all'.split(' ');
/** Modules whose default export asks the network, and so do its members named like verbs. */
const CLIENTS =
  `axios got ky superagent request request-promise request-promise-native needle phin wretch bent ofetch node-fetch cross-fetch
  isomorphic-fetch isomorphic-unfetch unfetch undici-fetch make-fetch-happen minipass-fetch simple-get axios-retry popsicle r2 node-libcurl
  gaxios teeny-request whatwg-fetch fetch-retry got-fetch`.split(/\s+/);
const DNS =
  'lookup lookupService resolve resolve4 resolve6 resolveAny resolveCname resolveMx resolveNs resolveTxt resolveSrv reverse'.split(
    ' ',
  );

/** Callees that ask the network, by what they mean. */
export const REQUESTS: ReadonlyMap<string, Destination> = new Map<string, Destination>([
  ['fetch', 'url'],
  ['$fetch', 'url'],
  ['Bun.fetch', 'url'],
  ['WebSocket', 'url'],
  ['EventSource', 'url'],
  ['importScripts', 'url'],
  ['navigator.sendBeacon', 'url'],
  ['XMLHttpRequest().open', 'second'],
  ['jQuery.ajax', 'url'],
  ['jQuery.get', 'url'],
  ['jQuery.post', 'url'],
  ['jQuery.getJSON', 'url'],
  ['$.ajax', 'url'],
  ['$.get', 'url'],
  ['$.post', 'url'],
  ['$.getJSON', 'url'],
  ['ws', 'url'],
  ['ws.WebSocket', 'url'],
  ['eventsource', 'url'],
  ['eventsource.EventSource', 'url'],
  ['socket.io-client', 'url'],
  ['socket.io-client.io', 'url'],
  ['socket.io-client.connect', 'url'],
  ['ofetch.ofetch', 'url'],
  ['ofetch.$fetch', 'url'],
  ['ky.ky', 'url'],
  ['got.got', 'url'],
  ['axios.create', 'base'],
  ['got.extend', 'base'],
  ['ky.create', 'base'],
  ['ky.extend', 'base'],
  ['request.defaults', 'base'],
  ['http2.connect', 'url'],
  ['xhr', 'url'],
  ['cross-fetch.fetch', 'url'],
  ['node-fetch.fetch', 'url'],
  ['follow-redirects.http.get', 'options'],
  ['follow-redirects.http.request', 'options'],
  ['follow-redirects.https.get', 'options'],
  ['follow-redirects.https.request', 'options'],
  ['discord.js.WebhookClient', 'url'],
  ['@slack/webhook.IncomingWebhook', 'url'],
  ...['http', 'https'].flatMap((module): [string, Destination][] => [
    [`${module}.get`, 'options'],
    [`${module}.request`, 'options'],
  ]),
  ...['fetch', 'request', 'stream', 'pipeline', 'connect', 'Client', 'Pool', 'WebSocket', 'EventSource'].map(
    (name): [string, Destination] => [`undici.${name}`, 'url'],
  ),
  ...CLIENTS.flatMap((module): [string, Destination][] => [
    [module, 'url'],
    ...VERBS.map((verb): [string, Destination] => [`${module}.${verb}`, 'url']),
  ]),
  ...VERBS.flatMap((verb): [string, Destination][] => [
    [`got.got.${verb}`, 'url'],
    [`ky.ky.${verb}`, 'url'],
    [`axios.Axios().${verb}`, 'url'],
    [`axios.axios.${verb}`, 'url'],
  ]),
  ...DNS.flatMap((name): [string, Destination][] =>
    ['dns', 'dns.promises', 'dns.Resolver()', 'dns.promises.Resolver()'].map((module) => [`${module}.${name}`, 'host']),
  ),
]);

/** `axios.create().post` asks as `axios.post` does. */
export function plainCallee(meaning: string): string {
  return meaning.includes('()') ? meaning.replace(/\.(?:create|extend|defaults|instance)\(\)/g, '') : meaning;
}
