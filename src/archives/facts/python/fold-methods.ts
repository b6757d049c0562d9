import {
  isText,
  list,
  membersOf,
  NO_WAYS,
  text,
  ways,
  wholeText,
  type Constant,
  type TextConstant,
} from './constants.ts';
import { encoded } from './decoders.ts';
import type { FoldedArguments } from './fold-calls.ts';
import { joined } from './fold-joins.ts';
import { pathOf } from './fold-operators.ts';
import type { PythonFile } from './python-file.ts';

type Affords = Pick<PythonFile, 'affords'>;
type Compute = (file: Affords, of: Constant, args: FoldedArguments) => Constant | null;

/** Methods of texts, bytes, lists and paths whose result follows from what they are called on and given. */
export const METHODS: ReadonlyMap<string, Compute> = new Map<string, Compute>([
  ['join', (file, of, args) => joinedBy(file, of, args.at(0))],
  ['format', formatted],
  ['replace', replaced],
  ['lower', changed((whole) => whole.toLowerCase())],
  ['casefold', changed((whole) => whole.toLowerCase())],
  ['upper', changed((whole) => whole.toUpperCase())],
  ['swapcase', changed(swapped)],
  ['strip', stripped({ start: true, end: true })],
  ['lstrip', stripped({ start: true, end: false })],
  ['rstrip', stripped({ start: false, end: true })],
  ['split', split],
  [
    'splitlines',
    (_, of) => (isText(of) && of.whole ? list(of.text.split(/\r?\n/).map((line) => ({ ...of, text: line }))) : null),
  ],
  ['encode', (_, of) => (isText(of) && of.whole ? encoded(of) : null)],
  ['decode', (_, of) => of],
  ['__add__', (file, of, args) => joined(file, [of, args.at(0)], ways('concatenation'))],
  ['__str__', (_, of) => of],
  ['tobytes', (_, of) => of],
  ['copy', (_, of) => of],
  ['as_posix', (_, of) => of],
  ['expanduser', (_, of) => of],
  ['resolve', (_, of) => of],
  ['absolute', (_, of) => of],
  ['joinpath', (file, of, args) => pathOf(file, [of, ...args.all()])],
  ['__truediv__', (file, of, args) => pathOf(file, [of, args.at(0)])],
]);

function joinedBy(file: Affords, of: Constant, given: Constant | null): Constant | null {
  const between = wholeText(of);
  const members = given?.is === 'list' ? given.items : membersOf(given);
  if (between === null || members === null) return null;
  if (members.length === 0) return text('', of.ways);
  return joined(
    file,
    members,
    of.ways | ((given?.ways ?? NO_WAYS) & ~ways('char-codes')) | ways('array-join'),
    between,
  );
}

/** `'{}:{port}'.format(host, port=1)`; `*` for shaped, nested and unknown ones. */
function formatted(file: Affords, of: Constant, args: FoldedArguments): Constant | null {
  if (!isText(of) || !of.whole || of.text.length > MAX_PATTERN) return null;
  const named = new Map(args.named());
  const positional = args.all();
  let next = 0;
  const parts: (Constant | null)[] = [];
  let at = 0;
  for (const { 0: found, 1: name, 2: shaping, index } of of.text.matchAll(FIELDS)) {
    parts.push({ ...of, text: of.text.slice(at, index) });
    at = index + found.length;
    if (name === undefined) {
      parts.push({ ...of, text: found.charAt(0) });
      continue;
    }
    const value = name === '' ? (positional[next++] ?? null) : (named.get(name) ?? positional[Number(name)] ?? null);
    parts.push(shaping === '' ? value : null);
  }
  parts.push({ ...of, text: of.text.slice(at) });
  return joined(file, parts, of.ways | ways('concatenation'));
}

function replaced(file: Affords, of: Constant, args: FoldedArguments): Constant | null {
  const [from, to] = [wholeText(args.at(0)), wholeText(args.at(1))];
  if (!isText(of) || !of.whole || from === null || to === null || from === '') return null;
  const parts = of.text.split(from);
  if (parts.length === 1) return of;
  if (!file.affords(of.text.length + parts.length * to.length)) return null;
  return { ...of, text: parts.join(to), ways: of.ways | ways('replacement') };
}

function changed(change: (whole: string) => string): Compute {
  return (file, of) => (isText(of) && file.affords(of.text.length) ? { ...of, text: change(of.text) } : null);
}

function swapped(whole: string): string {
  return Array.from(whole, (letter) =>
    letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
  ).join('');
}

function stripped(sides: { readonly start: boolean; readonly end: boolean }): Compute {
  return (_, of, args) => {
    if (!isText(of)) return null;
    const set = args.count === 0 ? ' \t\r\n\f\v' : wholeText(args.at(0));
    return set === null ? null : { ...of, text: strip(of.text, set, sides) };
  };
}

function strip(whole: string, set: string, { start, end }: { readonly start: boolean; readonly end: boolean }): string {
  const letters = [...whole];
  const isKept = (letter: string) => !set.includes(letter);
  const first = start ? letters.findIndex(isKept) : 0;
  const last = end ? letters.findLastIndex(isKept) : letters.length - 1;
  return first < 0 ? '' : letters.slice(first, last + 1).join('');
}

function split(file: Affords, of: Constant, args: FoldedArguments): Constant | null {
  if (!isText(of) || !of.whole || !file.affords(of.text.length)) return null;
  const separator = args.count === 0 ? null : wholeText(args.at(0, 'sep'));
  if (args.count > 0 && (separator === null || separator === '')) return null;
  const parts = separator === null ? of.text.split(/\s+/).filter((part) => part !== '') : of.text.split(separator);
  return list(
    parts.map((part): TextConstant => ({ ...of, text: part })),
    of.ways,
  );
}

const MAX_PATTERN = 20_000;
/** What shapes a value starts with no letter, so that a name ends in one place only. */
const FIELDS = /\{\{|\}\}|\{(\w{0,60})(?!\w)((?:[^{}]|\{[^{}]{0,60}\}){0,60})\}/g;
