/** The ways in which a value is hidden from who reads the text, in the order in which they are named. */
export const WAYS = [
  'concatenation',
  'array-join',
  'replacement',
  'index',
  'attribute-name',
  'unicode-names',
  'escapes',
  'percent-encoding',
  'char-codes',
  'xor',
  'reversed',
  'base64',
  'base32',
  'base85',
  'hex',
  'rot13',
  'compression',
  'marshal',
  'pickle',
  'cipher',
] as const;
export type Way = (typeof WAYS)[number];

/** A set of ways, one bit each. */
export type Ways = number;
export const NO_WAYS: Ways = 0;

const BITS = new Map<string, number>(WAYS.map((way, index) => [way, 1 << index]));

export function ways(...names: readonly Way[]): Ways {
  return names.reduce((set, name) => set | (BITS.get(name) ?? 0), NO_WAYS);
}

export function namesOf(set: Ways): readonly Way[] {
  return WAYS.filter((way) => (set & ways(way)) !== 0);
}

/** Those that make text of what nobody reads; the others only break it up. */
export const DECODING: Ways = ways(
  ...WAYS.filter((way) => WAYS.indexOf(way) >= WAYS.indexOf('escapes') && way !== 'percent-encoding'),
);

/** The one that is told of several: what decodes before what only turns around. */
const TELLING: readonly Way[] = [
  'base64',
  'base32',
  'base85',
  'hex',
  'compression',
  'marshal',
  'cipher',
  'char-codes',
  'xor',
  'rot13',
  'escapes',
  'pickle',
  'reversed',
];

/** The technique by which a value was decoded; null where it was not. */
export function decodedBy(set: Ways): Way | null {
  return TELLING.find((way) => (set & ways(way)) !== NO_WAYS) ?? null;
}

/** What an expression is known to be without running it. */
export type Constant = TextConstant | NumberConstant | ListConstant;

export interface TextConstant {
  readonly is: 'text' | 'bytes';
  /** Bytes are characters 0 to 255. `*` stands for each part that is not known where `whole` is false. */
  readonly text: string;
  readonly whole: boolean;
  readonly ways: Ways;
}
export interface NumberConstant {
  readonly is: 'number';
  readonly number: number;
  readonly ways: Ways;
}
/** Lists, tuples and sets; null for a member that is not known. */
export interface ListConstant {
  readonly is: 'list';
  readonly items: readonly (Constant | null)[];
  readonly ways: Ways;
}

export const UNKNOWN_PART = '*';

export function text(value: string, set: Ways = NO_WAYS): TextConstant {
  return { is: 'text', text: value, whole: true, ways: set };
}

export function bytes(value: string, set: Ways = NO_WAYS): TextConstant {
  return { is: 'bytes', text: value, whole: true, ways: set };
}

export function number(value: number, set: Ways = NO_WAYS): NumberConstant | null {
  return Number.isSafeInteger(value) ? { is: 'number', number: value, ways: set } : null;
}

export function list(items: readonly (Constant | null)[], set: Ways = NO_WAYS): ListConstant {
  return { is: 'list', items, ways: set };
}

export function isText(constant: Constant | null | undefined): constant is TextConstant {
  return constant !== null && constant !== undefined && (constant.is === 'text' || constant.is === 'bytes');
}

/** The text of a constant of which every part is known. */
export function wholeText(constant: Constant | null | undefined): string | null {
  return isText(constant) && constant.whole ? constant.text : null;
}

/** The same value, reached in further ways. */
export function also<C extends Constant>(constant: C, set: Ways): C {
  return set === NO_WAYS || (constant.ways | set) === constant.ways
    ? constant
    : { ...constant, ways: constant.ways | set };
}

/** What a constant adds to a text that it is put into; `*` where it is not known. */
export function partOf(constant: Constant | null): {
  readonly text: string;
  readonly whole: boolean;
  readonly ways: Ways;
} {
  if (isText(constant)) return constant;
  if (constant?.is === 'number') return { text: String(constant.number), whole: true, ways: constant.ways };
  return { text: UNKNOWN_PART, whole: false, ways: constant?.ways ?? NO_WAYS };
}

/** The members of what is iterated: of a list, the characters of a text, the numbers of bytes. null where not all are known. */
export function membersOf(constant: Constant | null | undefined): readonly Constant[] | null {
  if (constant === null || constant === undefined || constant.is === 'number') return null;
  if (constant.is === 'list') return constant.items.every((item) => item !== null) ? constant.items : null;
  if (!constant.whole || constant.text.length > MAX_MEMBERS) return null;
  if (constant.is === 'text') return [...constant.text].map((each) => text(each, constant.ways));
  return Array.from(constant.text, (each) => ({ is: 'number', number: each.charCodeAt(0), ways: constant.ways }));
}

/** Single characters or numbers: turning a list of words around hides nothing, turning letters around does. */
export function areLetters(items: readonly (Constant | null)[]): boolean {
  return items.every((item) => item?.is === 'number' || (isText(item) && item.text.length <= 2));
}

export const MAX_MEMBERS = 200_000;
