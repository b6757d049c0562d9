/** Where a text or bytes come from. */
export type Origin =
  | 'response'
  | 'decryption'
  | 'compression'
  | 'base64'
  | 'hex'
  | 'char-codes'
  | 'xor'
  | 'percent-encoding'
  | 'reversed';

/** The most telling first: a response that is then decoded is a response. */
export const ORIGINS: readonly Origin[] = [
  'response',
  'decryption',
  'compression',
  'base64',
  'hex',
  'char-codes',
  'xor',
  'percent-encoding',
  'reversed',
];

const DECODERS: ReadonlyMap<string, Origin> = new Map<string, Origin>([
  ...listed('base64', 'atob buffer.atob js-base64.decode js-base64.Base64.decode Base64.decode abab.atob'),
  ...listed('char-codes', 'String.fromCharCode String.fromCodePoint'),
  ...listed('percent-encoding', 'unescape decodeURIComponent decodeURI querystring.unescape'),
  ...listed(
    'decryption',
    'createDecipheriv createDecipher privateDecrypt publicDecrypt subtle.decrypt webcrypto.subtle.decrypt',
    'crypto.',
  ),
  ...listed('decryption', 'AES.decrypt DES.decrypt TripleDES.decrypt RC4.decrypt Rabbit.decrypt', 'crypto-js.'),
  ...listed('decryption', 'AES.decrypt DES.decrypt TripleDES.decrypt RC4.decrypt Rabbit.decrypt', 'CryptoJS.'),
  ...listed(
    'compression',
    'inflate inflateSync inflateRaw inflateRawSync gunzip gunzipSync unzip unzipSync brotliDecompress brotliDecompressSync zstdDecompressSync',
    'zlib.',
  ),
  ...listed('compression', 'inflate inflateRaw ungzip', 'pako.'),
  ...listed('compression', 'decompress decompressFromBase64 decompressFromUTF16', 'lz-string.'),
]);

/** What a call of this meaning decodes; null where it decodes nothing. `encoding` is asked for what `Buffer.from` takes. */
export function decoderOf(meaning: string, encoding: () => string | null): Origin | null {
  const decoder = DECODERS.get(meaning);
  if (decoder !== undefined) return decoder;
  if (meaning !== 'Buffer.from' && meaning !== 'buffer.Buffer.from' && meaning !== 'Buffer') return null;
  const name = encoding()?.toLowerCase();
  if (name === 'base64' || name === 'base64url') return 'base64';
  return name === 'hex' ? 'hex' : null;
}

function listed(origin: Origin, names: string, prefix = ''): readonly (readonly [string, Origin])[] {
  return names.split(' ').map((name) => [prefix + name, origin]);
}
