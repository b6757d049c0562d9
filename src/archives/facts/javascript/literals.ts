import { decodeBase64, decodeHex, readable, reversed } from '../decoded.ts';
import { destinationsIn } from '../destinations.ts';
import { sensitivePlace } from '../places.ts';
import type { Context, Where } from './context.ts';
import type { Folded } from './evaluate.ts';
import type { Technique } from './evaluator.ts';
import { exactText, isList, partlyKnown, type Value } from './values.ts';

const MAX_ITEMS = 200;
const MAX_ADDRESSES = 20;
/** Shorter results say nothing, and are decoded for other reasons: line breaks, quotes, byte order marks. */
const MIN_DECODED = 6;
const MIN_ENCODED = 20;
const MAX_ENCODED = 20_000;
const ENCODED = /^[A-Za-z0-9+/_=-]+$/;
const HEX = /^(?:[0-9a-f]{2})+$/i;
/** `://` of the usual schemes written backwards. */
const BACKWARDS = /\/\/:(?:s?ptth|s?sw|pct)/;
const DECODING: readonly Technique[] = [
  'base64',
  'hex',
  'char-codes',
  'escapes',
  'percent-encoding',
  'reversed',
  'compression',
];

/** Tells where a constant text leads, and what it says once it is decoded. */
export function textFacts(context: Context, at: Where, from: Folded): void {
  const by = decodingOf(from);
  for (const text of textsOf(from.value)) {
    if (by !== null && text.length >= MIN_DECODED && readable(text))
      context.tellDecoded({ kind: 'decoding', value: text, by, from }, at);
    if (!context.isConsumed(at.node)) tellPlaces(context, at, text, from);
  }
}

/** The same for a text that stands there encoded and that nothing in sight decodes. */
export function encodedTextFacts(context: Context, at: Where, text: string): void {
  if (text.length < MIN_ENCODED || text.length > MAX_ENCODED) return;
  if (BACKWARDS.test(text)) tellEncoded(context, at, reversed(text), 'reversed');
  else if (HEX.test(text)) tellEncoded(context, at, decodeHex(text), 'hex');
  else if (ENCODED.test(text) && text.length % 4 !== 1) tellEncoded(context, at, decodeBase64(text), 'base64');
}

function tellEncoded(context: Context, at: Where, text: string | null, technique: Technique): void {
  if (text === null || destinationsIn(text).length === 0) return;
  const from: Folded = { value: text, techniques: new Map([[technique, text.length]]) };
  context.tellDecoded({ kind: 'decoding', value: text, by: technique, from }, at);
  tellPlaces(context, at, text, from);
}

function tellPlaces(context: Context, at: Where, text: string, from: Folded): void {
  const destinations = destinationsIn(text);
  for (const value of destinations.slice(0, MAX_ADDRESSES))
    context.tell({ kind: 'address', value, by: 'literal', from }, at);
  const category = destinations.length > 0 ? null : sensitivePlace(text);
  if (category !== null) context.tell({ kind: 'path', value: text, by: 'literal', category, from }, at);
}

function textsOf(value: Value): readonly string[] {
  if (isList(value)) return value.items.slice(0, MAX_ITEMS).flatMap((item) => exactText(item) ?? []);
  const text = partlyKnown(value);
  return text === null || typeof value === 'number' ? [] : [text];
}

function decodingOf({ techniques }: Folded): Technique | null {
  return DECODING.find((technique) => (techniques.get(technique) ?? 0) >= MIN_DECODED) ?? null;
}
