import { destinationsIn } from '../destinations.ts';
import { readable } from '../decoded.ts';
import { sensitivePlace } from '../places.ts';
import { decodedBy, DECODING, isText, NO_WAYS, type TextConstant } from './constants.ts';
import type { Notes } from './notes.ts';
import type { PythonFile } from './python-file.ts';

/** Notes what a constant says by itself: addresses, sensitive places, what decoding brought to light. True where it said something. */
export function noteText(file: PythonFile, node: number, notes: Notes): boolean {
  const constant = file.fold(node);
  if (!isText(constant)) return false;
  const { text, ways } = constant;
  if (!MAY_SAY_SOMETHING.test(text.slice(0, MAX_CHARACTERS))) return noteDecoded(constant, node, notes);
  const isDecoded = noteDecoded(constant, node, notes);
  const addresses = destinationsIn(text.slice(0, MAX_CHARACTERS));
  for (const value of addresses) notes.add('address', node, { value, by: 'literal', ways });
  const category = sensitivePlace(text);
  if (category !== null) notes.add('path', node, { value: text, by: 'literal', category, ways });
  return isDecoded || addresses.length > 0 || category !== null;
}

function noteDecoded(constant: TextConstant, node: number, notes: Notes): boolean {
  const decoding = constant.ways & DECODING;
  if (decoding === NO_WAYS || !constant.whole || constant.text.length < MIN_DECODED) return false;
  const text = constant.is === 'bytes' ? Buffer.from(constant.text, 'latin1').toString('utf8') : constant.text;
  if (!readable(text)) return false;
  notes.add('decoding', node, { value: text, by: decodedBy(decoding) ?? '', ways: constant.ways });
  return true;
}

const MAX_CHARACTERS = 20_000;
const MIN_DECODED = 4;
/** A URL, a host with a port, an address or a path has one of these; names and most messages have none. */
const MAY_SAY_SOMETHING = /[:/\\~.]/;
