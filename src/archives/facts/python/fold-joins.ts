import {
  isText,
  list,
  NO_WAYS,
  number,
  partOf,
  ways,
  type Constant,
  type TextConstant,
  type Ways,
} from './constants.ts';
import type { PythonFile } from './python-file.ts';

type Affords = Pick<PythonFile, 'affords'>;

/** Texts one after the other, `*` for those that are not known; null where none is. */
export function joined(
  file: Affords,
  parts: readonly (Constant | null)[],
  how: Ways,
  between = '',
): TextConstant | null {
  if (!parts.some(isText)) return null;
  const is = parts.some((part) => part?.is === 'bytes') ? 'bytes' : 'text';
  const known = parts.map(partOf);
  const length = known.reduce((sum, part) => sum + part.text.length, between.length * parts.length);
  if (!file.affords(length)) return null;
  return {
    is,
    text: known.map((part) => part.text).join(between),
    whole: known.every((part) => part.whole),
    ways: waysOfParts(known) | how,
  };
}

/** Single characters from their codes are what programs put line breaks and quotes together with; several in a row are a text. */
function waysOfParts(parts: readonly { readonly text: string; readonly ways: Ways }[]): Ways {
  const fromCodes = ways('char-codes');
  let set = NO_WAYS;
  let singles = 0;
  for (const part of parts) {
    const isSingle = part.text.length <= 2 && (part.ways & fromCodes) !== NO_WAYS;
    if (isSingle) singles += 1;
    set |= isSingle ? part.ways & ~fromCodes : part.ways;
  }
  return singles < MIN_CODES ? set : set | fromCodes;
}

/** `a + b + c` of texts, lists or numbers. */
export function added(file: Affords, parts: readonly (Constant | null)[]): Constant | null {
  if (parts.some(isText)) return joined(file, parts, ways('concatenation'));
  const how = parts.reduce((set, part) => set | (part?.ways ?? 0), 0);
  if (parts.some((part) => part?.is === 'list')) {
    const items = parts.flatMap((part) => (part?.is === 'list' ? part.items : [null]));
    return file.affords(items.length) ? list(items, how) : null;
  }
  let sum = 0;
  for (const part of parts) {
    if (part?.is !== 'number') return null;
    sum += part.number;
  }
  return number(sum, how);
}

const MIN_CODES = 4;
