import { inflateRawSync, inflateSync, gunzipSync } from 'node:zlib';
import { MAX_FOLDED_CHARACTERS } from './bounds.ts';

/** Shorter texts are base64 or hex by chance. */
const MIN_CHARACTERS = 8;
const BASE64 = /^[A-Za-z0-9+/_-]+={0,2}$/;
const HEX = /^[0-9a-fA-F]+$/;
const BLANKS = /\s+/g;
/** Share of a decoded text that has to be printable. */
const MIN_READABLE = 0.95;
const MAX_CODE_POINT = 0x10_ff_ff;

/**
 * What a base64 text says, standard or URL alphabet, with or without padding and line breaks; null where the bytes are no readable text.
 *
 * UTF-8, or UTF-16 as PowerShell's -EncodedCommand takes it. Reads the first 100,000 characters.
 */
export function decodeBase64(text: string): string | null {
  const bytes = base64Bytes(text);
  return bytes === null ? null : textOf(bytes);
}

/** The same for pairs of hexadecimal digits, with or without `0x`. */
export function decodeHex(text: string): string | null {
  const bytes = hexBytes(text);
  return bytes === null ? null : textOf(bytes);
}

/** The bytes of a base64 text, for what is to be decompressed or compared next; null where it is none. */
export function base64Bytes(text: string): Buffer | null {
  const written = text.slice(0, MAX_FOLDED_CHARACTERS).replace(BLANKS, '');
  if (written.length < MIN_CHARACTERS || !BASE64.test(written)) return null;
  return Buffer.from(written.slice(0, written.length - (written.length % 4 === 1 ? 1 : 0)), 'base64');
}

export function hexBytes(text: string): Buffer | null {
  const written = text.slice(0, MAX_FOLDED_CHARACTERS).replace(/^0x/i, '');
  if (written.length < MIN_CHARACTERS || written.length % 2 === 1 || !HEX.test(written)) return null;
  return Buffer.from(written, 'hex');
}

/** What compressed bytes (zlib, gzip or raw deflate) say; null where they are none, say nothing readable, or are more than 100,000 bytes. */
export function inflated(bytes: Buffer): string | null {
  for (const inflate of [inflateSync, gunzipSync, inflateRawSync]) {
    try {
      return textOf(inflate(bytes, { maxOutputLength: MAX_FOLDED_CHARACTERS }));
    } catch {
      // Not this format, or too large: both are told by the next one failing as well.
    }
  }
  return null;
}

/** A text written backwards. */
export function reversed(text: string): string {
  return Array.from(text.slice(0, MAX_FOLDED_CHARACTERS)).toReversed().join('');
}

/** Letters moved by 13 places. */
export function rot13(text: string): string {
  return text.slice(0, MAX_FOLDED_CHARACTERS).replace(/[a-z]/gi, (letter) => {
    const base = letter <= 'Z' ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base);
  });
}

/** What character codes spell; null where there are none, or some are no code points. */
export function fromCharCodes(codes: readonly number[]): string | null {
  const first = codes.slice(0, MAX_FOLDED_CHARACTERS);
  if (first.length === 0 || !first.every((code) => Number.isInteger(code) && code >= 0 && code <= MAX_CODE_POINT))
    return null;
  let text = '';
  for (const code of first) text += String.fromCodePoint(code);
  return text;
}

/** Bytes joined with a repeated key by exclusive or; null for an empty key. */
export function xored(bytes: Buffer, key: Buffer): Buffer | null {
  if (key.length === 0) return null;
  return Buffer.from(
    bytes.subarray(0, MAX_FOLDED_CHARACTERS).map((byte, index) => byte ^ (key[index % key.length] ?? 0)),
  );
}

/** Whether decoding gave a text somebody wrote: printable but for few characters. False for ''. */
export function readable(text: string): boolean {
  if (text === '') return false;
  const start = text.slice(0, MAX_FOLDED_CHARACTERS);
  let printable = 0;
  for (let at = 0; at < start.length; at += 1) if (isPrintable(start.charCodeAt(at))) printable += 1;
  return printable / start.length >= MIN_READABLE;
}

/** Bytes as text, UTF-8 or UTF-16; null where they are no readable text. */
export function textOf(bytes: Buffer): string | null {
  const text = isWide(bytes) ? bytes.toString('utf16le') : bytes.toString('utf8');
  return readable(text) ? text : null;
}

/** Every second byte is zero: UTF-16 of western text. */
function isWide(bytes: Buffer): boolean {
  if (bytes.length < 4 || bytes.length % 2 === 1) return false;
  let zeros = 0;
  for (let at = 1; at < bytes.length; at += 2) if (bytes[at] === 0) zeros += 1;
  return zeros / (bytes.length / 2) >= MIN_READABLE;
}

/** Replacement characters stand for bytes that are no UTF-8; C1 controls and private use are as rare in text. */
function isPrintable(code: number): boolean {
  if (code < 32) return code === 9 || code === 10 || code === 13;
  return (
    code < 127 ||
    (code >= 0xa0 && code < 0xd800) ||
    (code >= 0xd800 && code < 0xe000) ||
    (code >= 0xf900 && code < 0xfff0)
  );
}
