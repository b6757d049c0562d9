import { base64Bytes, fromCharCodes, hexBytes, inflated, readable, textOf } from './decoded.ts';
import type { Found } from './located.ts';

const MIN_CODES = 40;
const MAX_FOUND = 20;
/** The start of one, since shorter ones are keys, hashes and small pictures: a pattern that went on to its end would need a stack as deep as the literal is long. */
const START = /["'`][A-Za-z0-9+/_=-]{2000}/g;
const MEMBER = /[A-Za-z0-9+/_=-]{1,60000}/y;
const QUOTES = new Set(['"', "'", '`']);
/** Arrays of nothing but numbers, long enough for a line of code. */
const NUMBERS = /\[([\s\d,xa-f]{100,400000})\]/gi;
const NUMBER = /^(?:0x[0-9a-f]{1,6}|\d{1,7})$/i;
const HEX = /^[0-9a-fA-F]+$/;
const PROGRAM_TEXT =
  /\b(?:require\s{0,3}\(|process\.(?:env|platform)|child_process|import\s{1,3}(?:os|sys|subprocess|socket|base64|requests)\b|__import__|subprocess\.|os\.(?:system|environ|popen)|exec\s{0,3}\(|eval\s{0,3}\(|powershell|#!\/|curl\s{1,3}-|wget\s|Function\s{0,3}\()/;

/** Long literals that decode to a program, in text or in a machine's code; pictures, fonts, certificates, WebAssembly and data are none. */
export function encodedLiterals(text: string): readonly Found[] {
  const found: Found[] = [];
  for (const { literal, index } of longLiterals(text)) {
    if (found.length === MAX_FOUND) break;
    const isHex = HEX.test(literal);
    const bytes = isHex ? hexBytes(literal.slice(0, literal.length - (literal.length % 2))) : base64Bytes(literal);
    const what = bytes === null ? null : programIn(bytes);
    if (what === null) continue;
    found.push(
      literalFact(
        isHex ? 'hex-literal' : 'base64-literal',
        `${literal.length} characters that decode to ${what}`,
        index,
      ),
    );
  }
  return [...found, ...characterCodes(text)];
}

function* longLiterals(text: string): Generator<{ readonly literal: string; readonly index: number }> {
  let read = 0;
  for (const { 0: start, index } of text.matchAll(START)) {
    if (index < read) continue;
    read = index + start.length;
    MEMBER.lastIndex = read;
    while (MEMBER.test(text)) read = MEMBER.lastIndex;
    if (QUOTES.has(text.charAt(read))) yield { literal: text.slice(index + 1, read), index };
  }
}

function characterCodes(text: string): readonly Found[] {
  const found: Found[] = [];
  for (const { 1: written = '', index } of text.matchAll(NUMBERS)) {
    if (found.length === MAX_FOUND) break;
    const numbers = written.split(',').map((each) => each.trim());
    if (numbers.at(-1) === '') numbers.pop();
    if (numbers.length < MIN_CODES || !numbers.every((each) => NUMBER.test(each))) continue;
    const spelled = fromCharCodes(numbers.map(Number));
    if (spelled === null || !readable(spelled) || !(PROGRAM_TEXT.test(spelled) || spelled.includes('://'))) continue;
    found.push(literalFact('char-codes', `${numbers.length} codes that spell a program or an address`, index));
  }
  return found;
}

function programIn(bytes: Buffer): string | null {
  const magic = bytes.toString('hex', 0, 4);
  if (magic === '7f454c46') return 'an ELF program';
  if (['feedface', 'feedfacf', 'cefaedfe', 'cffaedfe'].includes(magic)) return 'a Mach-O program';
  if (magic.startsWith('4d5a') && bytes.subarray(0, 1_024).includes('PE\0\0')) return 'a Windows program';
  const text = textOf(bytes) ?? (isCompressed(magic) ? inflated(bytes) : null);
  return text !== null && PROGRAM_TEXT.test(text) ? 'a program' : null;
}

/** zlib and gzip. */
function isCompressed(magic: string): boolean {
  return /^(?:1f8b|7801|785e|789c|78da)/.test(magic);
}

function literalFact(by: string, value: string, offset: number): Found {
  return { kind: 'obfuscation', by, value, offset };
}
