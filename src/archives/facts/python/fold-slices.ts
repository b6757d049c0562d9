import { areLetters, isText, list, NO_WAYS, number, ways, type Constant } from './constants.ts';
import type { PythonFile } from './python-file.ts';

type Affords = Pick<PythonFile, 'affords'>;

/** A member by its number, or a slice as it is written between the brackets. */
export function indexed(file: Affords, of: Constant | null, by: Constant | string | null): Constant | null {
  if (typeof by === 'string') return sliced(file, of, by);
  if (by?.is !== 'number' || of === null || of.is === 'number') return null;
  if (of.is === 'list') return of.items.at(by.number) ?? null;
  if (!of.whole) return null;
  const member = of.is === 'text' ? characterAt(of.text, by.number) : of.text.at(by.number);
  if (member === undefined) return null;
  const how = of.ways | by.ways | ways('index');
  return of.is === 'bytes' ? number(member.charCodeAt(0), how) : { is: 'text', text: member, whole: true, ways: how };
}

/** Most texts have no characters beyond the first plane, and taking a long one apart for each of its letters takes long. */
function characterAt(of: string, index: number): string | undefined {
  return of.length > MAX_SPLIT ? of.at(index) : [...of].at(index);
}

function sliced(file: Affords, of: Constant | null, written: string): Constant | null {
  const bounds = written.length > MAX_SLICE_CHARACTERS ? null : SLICE.exec(written.replaceAll(/\s/g, ''));
  const members = of?.is === 'list' ? of.items : isText(of) && of.whole ? [...of.text] : null;
  if (bounds === null || members === null || of === null || !file.affords(members.length)) return null;
  const [, from, to, step = '1'] = bounds;
  const stride = Number(step || '1');
  if (stride === 0) return null;
  const picked = pick<Constant | string | null>(members, { from: numberOr(from), to: numberOr(to), stride });
  const how = stride < 0 ? ways('reversed') : ways('index');
  if (of.is === 'list')
    return list(
      picked.filter((each) => typeof each !== 'string'),
      of.ways | (stride < 0 && areLetters(of.items) ? how : NO_WAYS),
    );
  return isText(of)
    ? { ...of, text: picked.filter((each) => typeof each === 'string').join(''), ways: of.ways | how }
    : null;
}

function pick<T>(
  members: readonly T[],
  { from, to, stride }: { from: number | null; to: number | null; stride: number },
): T[] {
  const size = members.length;
  const clamp = (index: number, low: number, high: number) =>
    Math.min(Math.max(index < 0 ? index + size : index, low), high);
  const start = stride > 0 ? clamp(from ?? 0, 0, size) : from === null ? size - 1 : clamp(from, -1, size - 1);
  const end = stride > 0 ? clamp(to ?? size, 0, size) : to === null ? -1 : clamp(to, -1, size - 1);
  const picked: T[] = [];
  for (let at = start; stride > 0 ? at < end : at > end; at += stride) {
    const member = members[at];
    if (member !== undefined) picked.push(member);
  }
  return picked;
}

function numberOr(digits: string = ''): number | null {
  return digits === '' ? null : Number(digits);
}

/** Of what is written without its blanks. */
const SLICE = /^(-?\d{0,9}):(-?\d{0,9})(?::(-?\d{0,9}))?$/;
const MAX_SLICE_CHARACTERS = 200;
const MAX_SPLIT = 2_000;
