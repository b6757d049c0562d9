import type { Json } from '../../model/place.ts';
import type { Found } from './located.ts';
import { isRecipientKey, recipientKind } from './recipients.ts';

/** Larger JSON is data. */
const MAX_CHARACTERS = 500_000;
const MAX_VALUES = 50_000;
const MAX_DEPTH = 60;
/** Mail, phone, webhook, chat: a text without any of these names nobody. */
const MAY_HOLD_RECIPIENT = /@|\+\d|https?:|-100\d/;

/** JSON as editors take it, with comments and trailing commas; null for what is none or too large. */
export function parseSettings(text: string): Json | null {
  if (text.length > MAX_CHARACTERS) return null;
  const plain = text.replace(/^\uFEFF/, '');
  return parsed(plain) ?? parsed(withoutComments(plain));
}

/** Recipients that settings hold under a key that says so. */
export function recipientsInJson(text: string): readonly Found[] {
  const settings = MAY_HOLD_RECIPIENT.test(text.slice(0, MAX_CHARACTERS)) ? parseSettings(text) : null;
  const found: Found[] = [];
  for (const { key, value } of valuesOf(settings)) {
    if (typeof value !== 'string' || !isRecipientKey(key) || recipientKind(value, key) === null) continue;
    found.push({ kind: 'recipient', by: key, value, offset: Math.max(0, text.indexOf(JSON.stringify(value))) });
  }
  return found;
}

/** All values of a JSON text with the key they stand under (of their list, for the values of one), in its order; bounded. */
export function* valuesOf(settings: Json): Generator<{ readonly key: string; readonly value: Json }> {
  const open: { readonly key: string; readonly value: Json; readonly depth: number }[] = [
    { key: '', value: settings, depth: 0 },
  ];
  for (let count = 0; count < MAX_VALUES; count += 1) {
    const next = open.pop();
    if (next === undefined) return;
    yield next;
    if (next.depth === MAX_DEPTH) continue;
    for (const [key, value] of membersOf(next.value).reverse()) {
      open.push({ key: Array.isArray(next.value) ? next.key : key, value, depth: next.depth + 1 });
    }
  }
}

export function membersOf(value: Json): [string, Json][] {
  return value !== null && typeof value === 'object' ? Object.entries(value) : [];
}

export function memberOf(value: Json, key: string): Json {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return null;
  return Object.entries(value).find(([name]) => name === key)?.[1] ?? null;
}

function parsed(text: string): Json | null {
  try {
    const value: Json = JSON.parse(text);
    return value;
  } catch {
    return null;
  }
}

/** One pass by hand: a pattern would begin anew at each `/*` of a text that never closes one. */
function withoutComments(text: string): string {
  const pieces: string[] = [];
  let at = 0;
  while (at < text.length) {
    const end = endOfPiece(text, at);
    const piece = text.slice(at, end);
    if (!piece.startsWith('//') && !piece.startsWith('/*')) pieces.push(piece);
    at = end;
  }
  return withoutTrailingCommas(pieces);
}

/** A string, a comment, or all up to the next of them; what is not closed goes to the end of the text. */
function endOfPiece(text: string, start: number): number {
  if (text[start] === '"') return endOfString(text, start);
  if (text.startsWith('//', start)) return endAfter(text, '\n', start);
  if (text.startsWith('/*', start)) return endAfter(text, '*/', start + 2);
  let at = start + 1;
  while (at < text.length && text[at] !== '"' && text[at] !== '/') at += 1;
  return at;
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"' && text[at] !== '\n') at += text[at] === '\\' ? 2 : 1;
  return Math.min(at + 1, text.length);
}

function endAfter(text: string, mark: string, from: number): number {
  const end = text.indexOf(mark, from);
  return end < 0 ? text.length : end + mark.length;
}

/** Between strings, a comma before a closing bracket. */
function withoutTrailingCommas(pieces: readonly string[]): string {
  const shown = pieces.filter((piece) => piece.trim() !== '');
  return shown
    .map((piece, index) => {
      if (piece.startsWith('"')) return piece;
      const isLast = /^\s{0,1000}[\]}]/.test(shown[index + 1] ?? '');
      return piece.replace(/,(?=\s{0,1000}[\]}])/g, '').replace(isLast ? /,\s{0,1000}$/ : /(?!)/, '');
    })
    .join('');
}
