import { MAX_FOLDED_CHARACTERS } from '../bounds.ts';
import type { Evaluator } from './evaluator.ts';
import { plainPattern, chunkLength } from './plain-patterns.ts';
import { asText, exactText, HOLE, isPattern, list, UNKNOWN, type Value } from './values.ts';

/** Methods of texts that are folded. */
export const TEXT_METHODS: readonly string[] =
  `at charAt charCodeAt codePointAt concat endsWith includes indexOf match normalize padEnd padStart repeat replace replaceAll slice
  split startsWith substr substring toLowerCase toString toUpperCase trim trimEnd trimStart valueOf`.split(/\s+/);

/** What a method of a constant text gives. Parts that are not known are kept where their place does not matter. */
export function textMethod(evaluator: Evaluator, receiver: string, method: string, given: readonly Value[]): Value {
  switch (method) {
    case 'toString':
    case 'valueOf':
    case 'trim':
    case 'trimEnd':
    case 'trimStart':
    case 'normalize':
      return method === 'trim' ? receiver.trim() : receiver;
    case 'concat':
      return limited(receiver + given.map(asText).join(''));
    case 'toLowerCase':
      return receiver.toLowerCase();
    case 'toUpperCase':
      return receiver.toUpperCase();
    case 'replace':
    case 'replaceAll':
      return replaced(evaluator, receiver, given, method === 'replaceAll');
    default:
      return receiver.includes(HOLE) ? UNKNOWN : placed(receiver, method, given);
  }
}

/** Methods that count characters, and so say nothing of a text with unknown parts. */
function placed(text: string, method: string, [first, second]: readonly Value[]): Value {
  const [from, to] = [numberOr(first, 0), numberOr(second, undefined)];
  switch (method) {
    case 'at':
      return text.at(from);
    case 'charAt':
      return text.charAt(from);
    case 'charCodeAt':
      return text.charCodeAt(from);
    case 'codePointAt':
      return text.codePointAt(from);
    case 'slice':
      return isKnownPlace(first, second) ? text.slice(from, to) : UNKNOWN;
    case 'substring':
      return isKnownPlace(first, second) ? text.substring(from, to) : UNKNOWN;
    case 'substr':
      return isKnownPlace(first, second)
        ? text.slice(from, to === undefined ? undefined : (from < 0 ? text.length + from : from) + to)
        : UNKNOWN;
    case 'repeat':
      return from * text.length > MAX_FOLDED_CHARACTERS || from < 0 ? UNKNOWN : text.repeat(from);
    case 'padStart':
    case 'padEnd': {
      if (from > MAX_FOLDED_CHARACTERS) return UNKNOWN;
      const filler = exactText(second) ?? ' ';
      return method === 'padStart' ? text.padStart(from, filler) : text.padEnd(from, filler);
    }
    case 'split':
      return split(text, first);
    case 'match':
      return chunks(text, first);
    case 'includes':
    case 'startsWith':
    case 'endsWith':
    case 'indexOf': {
      const sought = exactText(first ?? UNKNOWN);
      if (sought === null) return UNKNOWN;
      if (method === 'indexOf') return text.indexOf(sought);
      return method === 'includes'
        ? text.includes(sought)
        : method === 'startsWith'
          ? text.startsWith(sought)
          : text.endsWith(sought);
    }
    default:
      return UNKNOWN;
  }
}

function split(text: string, separator: Value | undefined): Value {
  if (separator === undefined) return list([text]);
  const plain = isPattern(separator) ? plainPattern(separator) : null;
  const by = plain === null ? exactText(separator) : plain.texts.length === 1 ? (plain.texts[0] ?? null) : null;
  return by === null ? UNKNOWN : list(text.split(by));
}

/** `match(/../g)`: how hexadecimal digits are taken in pairs. */
function chunks(text: string, pattern: Value | undefined): Value {
  const length = pattern !== undefined && isPattern(pattern) ? chunkLength(pattern) : null;
  if (length === null) return UNKNOWN;
  const parts: string[] = [];
  for (let at = 0; at < text.length; at += length) parts.push(text.slice(at, at + length));
  return list(parts);
}

function replaced(
  evaluator: Evaluator,
  receiver: string,
  [sought, replacement]: readonly Value[],
  all: boolean,
): Value {
  const by = exactText(replacement ?? UNKNOWN);
  if (sought === undefined || by === null || (by.includes('$') && by !== '$')) return UNKNOWN;
  const plain = isPattern(sought) ? plainPattern(sought) : null;
  const texts = plain?.texts ?? [exactText(sought)];
  const everywhere = all || plain?.everywhere === true;
  let result = receiver;
  for (const text of texts) {
    if (text === null || text === '') return UNKNOWN;
    const parts = result.split(text);
    if (parts.length === 1) continue;
    evaluator.note('replacement', by.length + text.length);
    result = everywhere ? parts.join(by) : `${parts[0] ?? ''}${by}${parts.slice(1).join(text)}`;
  }
  return limited(result);
}

function limited(text: string): Value {
  return text.length > MAX_FOLDED_CHARACTERS ? UNKNOWN : text;
}

function numberOr<T>(value: Value | undefined, otherwise: T): number | T {
  return typeof value === 'number' && Number.isFinite(value) ? value : otherwise;
}

function isKnownPlace(...values: readonly (Value | undefined)[]): boolean {
  return values.every((value) => value === undefined || typeof value === 'number');
}
