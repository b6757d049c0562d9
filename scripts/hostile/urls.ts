import { FetchError } from '../../src/fetch/fetch-error.ts';
import { hostList } from '../../src/fetch/hosts.ts';
import { must, type Trial } from './trial.ts';

const HOST = 'registry.tidewater.example';
const LISTED = new Set([`https://${HOST}`, 'http://127.0.0.1:8123']);

/** The address of a cloud's metadata service, of this machine, and of a private network, however they can be written. */
const ADDRESSES = [
  [169, 254, 169, 254],
  [127, 0, 0, 1],
  [10, 0, 0, 1],
  [0, 0, 0, 0],
] as const;

/** No URL is admitted whose origin, as the client reads it, is not on the list. */
export function urlTrials(): readonly Trial[] {
  const hosts = hostList(
    [...LISTED].map((baseUrl) => ({ baseUrl, pace: { concurrency: 1, requestsPerSecond: null }, keyHeaders: {} })),
  );
  return [...new Set(tricks())].map((url) => ({
    name: JSON.stringify(url.slice(0, 120)),
    run() {
      try {
        const { origin, username, password } = hosts.admit(url).url;
        must(LISTED.has(origin), `admitted ${origin}`);
        must(username === '' && password === '', 'admitted with a user name');
        return 'a listed host, spelled otherwise';
      } catch (error) {
        if (!(error instanceof FetchError)) throw error;
        must(error.code === 'HOST_NOT_ALLOWED', error.message);
        return 'refused before anything is opened';
      }
    },
  }));
}

function* tricks(): Generator<string> {
  for (const address of ADDRESSES) for (const host of spellings(address)) yield* forms(host);
  for (const host of names()) yield* forms(host);
  for (const scheme of [
    'ftp',
    'file',
    'gopher',
    'data',
    'javascript',
    'blob',
    'ws',
    'wss',
    'jar',
    'dict',
    'ldap',
    'about',
    'view-source',
    'HTTP',
    'hTTps',
    '',
  ]) {
    yield `${scheme}://${HOST}/`;
    yield `${scheme}:${HOST}/`;
    yield `${scheme}:///${HOST}/`;
  }
  for (let code = 0; code <= 0x20; code += 1) {
    const control = String.fromCharCode(code);
    yield `${control}https://${HOST}/`;
    yield `https:${control}//${HOST}/`;
    yield `https://registry.${control}tidewater.example/`;
    yield `https://${HOST}${control}.quayside.example/`;
    yield `https://${HOST}/${control}\r\nHost: quayside.example`;
  }
}

function spellings([a, b, c, d]: readonly [number, number, number, number]): readonly string[] {
  const whole = ((a * 256 + b) * 256 + c) * 256 + d;
  const dotted = `${a}.${b}.${c}.${d}`;
  const halves = `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
  return [
    dotted,
    `${dotted}.`,
    String(whole),
    hex(whole),
    octal(whole),
    [a, b, c, d].map(hex).join('.'),
    [a, b, c, d].map(octal).join('.'),
    [a, b, c, d].map((part) => `0${octal(part)}`).join('.'),
    `${a}.${b * 65_536 + c * 256 + d}`,
    `${a}.${b}.${c * 256 + d}`,
    `${hex(a)}.${octal(b)}.${c}.${d}`,
    [...dotted].map((digit) => (digit === '.' ? '\u3002' : String.fromCharCode(digit.charCodeAt(0) + 0xfee0))).join(''),
    dotted.replaceAll('.', '%2e'),
    `[::ffff:${dotted}]`,
    `[::ffff:${halves}]`,
    `[::${dotted}]`,
    `[64:ff9b::${dotted}]`,
    `[2002:${halves}::]`,
    '[::1]',
    '[::]',
    '[fe80::1%25eth0]',
    `${dotted}.nip.example`,
  ];
}

function hex(value: number): string {
  return `0x${value.toString(16)}`;
}

function octal(value: number): string {
  return `0${value.toString(8)}`;
}

function names(): readonly string[] {
  return [
    `${HOST}.`,
    `${HOST}..`,
    `.${HOST}`,
    `a.${HOST}`,
    `${HOST}.quayside.example`,
    `${HOST}-quayside.example`,
    'tidewater.example',
    'registry.tid\u0435water.example',
    'registry.tidewater\u2024example',
    'registry\uff0etidewater\uff0eexample',
    'registry\u3002tidewater\u3002example',
    'registry.tidewate\u0072\u0301.example',
    '\uff52egistry.tidewater.example',
    'registry.tide\u00adwater.example',
    'registry.tide\u200bwater.example',
    'registry.tide\u2060water.example',
    'xn--registry-.tidewater.example',
    'registry.xn--tidewater-.example',
    'REGISTRY.TIDEWATER.EXAMPLE',
    'localhost',
    'localhost.',
    'LOCALHOST',
    'localhost.localdomain',
    '127.0.0.1.quayside.example',
    'registry%2etidewater.example',
    `${HOST}%00.quayside.example`,
    `${HOST}%2f.quayside.example`,
    `${HOST}%40quayside.example`,
    '',
    '.',
    '%',
    '[',
    ':',
  ];
}

function* forms(host: string): Generator<string> {
  for (const port of ['', ':80', ':443', ':8123', ':0', ':65536', ':-1', ':08123', ':8123x', ':']) {
    yield `http://${host}${port}/`;
    yield `https://${host}${port}/v0.1`;
  }
  for (const inside of [HOST, '127.0.0.1:8123']) {
    yield `https://${inside}@${host}/`;
    yield `https://${inside}:x@${host}/`;
    yield `https://${host}@${inside}/`;
    yield `https://${host}\\@${inside}/`;
    yield `https://${inside}\\@${host}/`;
    yield `https://${host}#@${inside}/`;
    yield `https://${host}?@${inside}/`;
    yield `https://${inside}%2f@${host}/`;
    yield `https://${inside}%5c@${host}/`;
    yield `https:\\\\${host}\\${inside}`;
  }
  yield `//${host}/`;
  yield `\\\\${host}/`;
  yield `/\\${host}/`;
  yield `https:/${host}/`;
  yield `https:${host}/`;
  yield `https:///${host}/`;
  yield `https:////${host}/`;
}
