import { gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { rot13 } from '../decoded.ts';
import { bytes, text, ways, type TextConstant, type Way } from './constants.ts';

/** Decodes one constant; null where it is not of that form, or would become too long. */
export type Decoder = (from: TextConstant, most: number) => TextConstant | null;

/** Decoders of the standard library by what they are called. Those without one here are told by name in `techniques.ts`. */
export const DECODERS: ReadonlyMap<string, Decoder> = new Map<string, Decoder>([
  ...named(['b64decode', 'standard_b64decode', 'urlsafe_b64decode', 'decodebytes', 'decodestring'], 'base64.', base64),
  ['binascii.a2b_base64', base64],
  ['base64.b32decode', base32],
  ['base64.b16decode', hex],
  ['base64.b85decode', base85],
  ['base64.a85decode', ascii85],
  ...named(['binascii.unhexlify', 'binascii.a2b_hex', 'bytes.fromhex', 'bytearray.fromhex'], '', hex),
  ...named(['zlib.decompress', 'gzip.decompress', 'zlib.decompressobj().decompress'], '', inflated),
  ...named(['urllib.parse.unquote', 'urllib.parse.unquote_plus', 'urllib.unquote'], '', unquoted),
]);

/** By the name that `.decode(…)` and `codecs.decode(…, …)` are given. */
export function decoderOf(encoding: string): Decoder | null {
  const name = encoding.toLowerCase().replaceAll('_', '-');
  return ENCODINGS.get(name.replace(/-codec$/, '')) ?? null;
}

/** Text as the bytes that stand for it in UTF-8 (or another encoding of text, which differs in what is seldom constant). */
export function encoded(from: TextConstant): TextConstant {
  if (from.is === 'bytes') return from;
  return { ...from, is: 'bytes', text: Buffer.from(from.text, 'utf8').toString('latin1') };
}

const ENCODINGS = new Map<string, Decoder>([
  ...named(['utf-8', 'utf8', 'utf-8-sig', 'ascii', 'us-ascii', ''], '', (from) => ofBytes(from, 'utf8')),
  ...named(['latin-1', 'latin1', 'iso-8859-1', 'iso8859-1', 'cp1252', 'charmap', 'cp437'], '', (from) =>
    ofBytes(from, 'latin1'),
  ),
  ...named(['utf-16', 'utf-16-le', 'utf-16le'], '', (from) => ofBytes(from, 'utf16le')),
  ...named(['rot13', 'rot-13'], '', (from) => ({ ...from, text: rot13Of(from.text), ways: from.ways | ways('rot13') })),
  ...named(['hex', 'hex-codec'], '', hex),
  ...named(['base64', 'base-64'], '', base64),
  ...named(['zlib', 'zip'], '', inflated),
  ...named(['unicode-escape', 'raw-unicode-escape', 'string-escape', 'string_escape'], '', unescaped),
]);

function named(names: readonly string[], prefix: string, decoder: Decoder): (readonly [string, Decoder])[] {
  return names.map((name) => [prefix + name, decoder]);
}

function ofBytes(from: TextConstant, encoding: 'utf8' | 'latin1' | 'utf16le'): TextConstant {
  if (from.is === 'text') return from;
  return { ...from, is: 'text', text: Buffer.from(from.text, 'latin1').toString(encoding) };
}

/** The shared one reads no further than constants are looked into; a payload may be longer. */
function rot13Of(from: string): string {
  let whole = '';
  for (let at = 0; at < from.length; at += CHUNK) whole += rot13(from.slice(at, at + CHUNK));
  return whole;
}

/** Like Python's, takes what is no letter of the alphabet as not written. */
function base64(from: TextConstant): TextConstant | null {
  const written = from.text.replace(NOT_BASE64, '');
  if (written.length < 2) return null;
  return bytes(Buffer.from(written, 'base64').toString('latin1'), from.ways | ways('base64'));
}

function hex(from: TextConstant): TextConstant | null {
  const written = from.text.replace(/\s+/g, '');
  if (written.length % 2 !== 0 || !/^[0-9a-fA-F]+$/.test(written)) return null;
  return bytes(Buffer.from(written, 'hex').toString('latin1'), from.ways | ways('hex'));
}

function base32(from: TextConstant): TextConstant | null {
  const written = from.text.replace(/[=\s]/g, '').toUpperCase();
  if (!/^[A-Z2-7]+$/.test(written)) return null;
  let decoded = '';
  let bits = 0;
  let held = 0;
  for (const letter of written) {
    held = ((held << 5) | BASE32.indexOf(letter)) & 0xf_ff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    decoded += String.fromCharCode((held >> bits) & 0xff);
  }
  return bytes(decoded, from.ways | ways('base32'));
}

function base85(from: TextConstant): TextConstant | null {
  return fiveToFour(from, from.text, (letter) => BASE85.indexOf(letter));
}

function ascii85(from: TextConstant): TextConstant | null {
  const written = from.text.replace(/^<~|~>$|\s+/g, '').replaceAll('z', '!!!!!');
  return fiveToFour(from, written, (letter) => letter.charCodeAt(0) - 33);
}

function fiveToFour(from: TextConstant, written: string, digitOf: (letter: string) => number): TextConstant | null {
  const padding = (5 - (written.length % 5)) % 5;
  const padded = written + (digitOf('~') === 84 ? '~' : 'u').repeat(padding);
  let decoded = '';
  for (let at = 0; at < padded.length; at += 5) {
    let value = 0;
    for (let index = at; index < at + 5; index += 1) {
      const digit = digitOf(padded.charAt(index));
      if (digit < 0 || digit > 84) return null;
      value = value * 85 + digit;
    }
    for (const factor of [2 ** 24, 2 ** 16, 2 ** 8, 1])
      decoded += String.fromCharCode(Math.floor(value / factor) % 256);
  }
  return bytes(decoded.slice(0, decoded.length - padding), from.ways | ways('base85'));
}

function inflated(from: TextConstant, most: number): TextConstant | null {
  const packed = Buffer.from(from.text, 'latin1');
  for (const inflate of [inflateSync, gunzipSync, inflateRawSync]) {
    try {
      return bytes(inflate(packed, { maxOutputLength: most }).toString('latin1'), from.ways | ways('compression'));
    } catch {
      // Another format, damaged or too long: none of these is a value that is known.
    }
  }
  return null;
}

function unquoted(from: TextConstant): TextConstant | null {
  if (!from.text.includes('%')) return from;
  const raw = from.text.replace(/%([0-9a-fA-F]{2})/g, (_, digits) => String.fromCharCode(Number.parseInt(digits, 16)));
  return text(Buffer.from(raw, 'latin1').toString('utf8'), from.ways | ways('percent-encoding'));
}

function unescaped(from: TextConstant): TextConstant {
  const plain = from.text.replace(/\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4}))/g, (_, short, long) =>
    String.fromCharCode(Number.parseInt(short ?? long, 16)),
  );
  return text(plain, from.ways | (plain === from.text ? 0 : ways('escapes')));
}

/** What a technique is called where its result is not known. */
export const UNREAD: ReadonlyMap<string, Way> = new Map<string, Way>([
  ['bz2.decompress', 'compression'],
  ['lzma.decompress', 'compression'],
  ['marshal.loads', 'marshal'],
  ['marshal.load', 'marshal'],
  ['pickle.loads', 'pickle'],
]);

const CHUNK = 50_000;
const NOT_BASE64 = /[^A-Za-z0-9+/_-]+/g;
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const BASE85 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~';
