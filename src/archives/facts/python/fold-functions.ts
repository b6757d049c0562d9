import {
  bytes,
  isText,
  list,
  NO_WAYS,
  number,
  text,
  UNKNOWN_PART,
  ways,
  wholeText,
  type Constant,
} from './constants.ts';
import { encoded } from './decoders.ts';
import type { FoldedArguments } from './fold-calls.ts';
import { characterOf, numbersIn } from './codes.ts';
import { FOLDERS } from './folders.ts';
import { pathOf } from './fold-operators.ts';
import { asList, backwards, cycled, enumerated, range, zipped } from './fold-sequences.ts';
import type { PythonFile } from './python-file.ts';

type Compute = (file: Pick<PythonFile, 'affords'>, args: FoldedArguments) => Constant | null;

/** Functions of Python and its standard library whose result follows from their arguments, but for decoders. */
export const FUNCTIONS: ReadonlyMap<string, Compute> = new Map<string, Compute>([
  ['chr', (_, args) => ofCode(args.at(0))],
  ['unichr', (_, args) => ofCode(args.at(0))],
  ['ord', (_, args) => codeOf(args.at(0))],
  ['int', (_, args) => parsed(args.at(0), args.at(1, 'base'))],
  ['len', (_, args) => lengthOf(args.at(0))],
  ['str', (_, args) => asText(args.at(0))],
  ['bytes', (file, args) => asBytes(file, args.at(0))],
  ['bytearray', (file, args) => asBytes(file, args.at(0))],
  ['memoryview', (_, args) => args.at(0)],
  ['list', (file, args) => asList(file, args.at(0))],
  ['tuple', (file, args) => asList(file, args.at(0))],
  ['iter', (_, args) => args.at(0)],
  ['reversed', (file, args) => backwards(file, args.at(0))],
  ['range', (file, args) => range(file, args.all())],
  ['enumerate', (file, args) => enumerated(file, args.at(0), args.at(1, 'start'))],
  ['zip', (file, args) => zipped(file, args.all())],
  ['itertools.cycle', (file, args) => cycled(file, args.at(0))],
  ['os.path.join', (file, args) => pathOf(file, args.all())],
  ['pathlib.Path', (file, args) => (args.count === 0 ? text('.') : pathOf(file, args.all()))],
  ['pathlib.PurePath', (file, args) => pathOf(file, args.all())],
  ['pathlib.PosixPath', (file, args) => pathOf(file, args.all())],
  ['pathlib.Path.home', () => text('~')],
  ['pathlib.Path.cwd', () => text('.')],
  ['os.getcwd', () => text('.')],
  ['tempfile.gettempdir', () => text('/tmp')],
  ...['os.path.expanduser', 'os.path.expandvars'].map((name): [string, Compute] => [
    name,
    (_, args) => expanded(args.at(0)),
  ]),
  ...['abspath', 'realpath', 'normpath', 'normcase'].map((name): [string, Compute] => [
    `os.path.${name}`,
    (_, args) => onlyText(args.at(0)),
  ]),
  ['os.fspath', (_, args) => onlyText(args.at(0))],
  ['os.fsencode', (_, args) => onlyText(args.at(0))],
  ['os.fsdecode', (_, args) => onlyText(args.at(0))],
  ['os.path.dirname', (_, args) => folderOf(args.at(0))],
  ['os.getenv', (_, args) => environment(args)],
  ['os.environ.get', (_, args) => environment(args)],
  ['os.environ.pop', (_, args) => environment(args)],
  ['textwrap.dedent', (_, args) => dedented(args.at(0))],
  ['inspect.cleandoc', (_, args) => dedented(args.at(0))],
  ['shlex.quote', (_, args) => onlyText(args.at(0))],
  ['shlex.split', (_, args) => words(args.at(0))],
  ['typing.cast', (_, args) => args.at(1)],
]);

function ofCode(code: Constant | null): Constant | null {
  return code?.is === 'number' ? characterOf(code.number, code.ways) : null;
}

function codeOf(character: Constant | null): Constant | null {
  const [first, ...rest] = [...(wholeText(character) ?? '')];
  return first === undefined || rest.length > 0
    ? null
    : number(first.codePointAt(0) ?? 0, (character?.ways ?? 0) | ways('char-codes'));
}

function parsed(written: Constant | null, base: Constant | null): Constant | null {
  if (written?.is === 'number') return written;
  const digits = (wholeText(written) ?? '').trim().replaceAll('_', '');
  const radix = base?.is === 'number' ? base.number : 10;
  if (written === null || !/^-?(?:0[xbo])?[0-9a-z]{1,20}$/i.test(digits) || radix > 36 || radix === 1 || radix < 0)
    return null;
  const value = radix === 0 ? Number(digits) : Number.parseInt(digits.replace(/^0[xbo]/i, ''), radix);
  return number(value, written.ways | (radix === 10 ? 0 : ways('char-codes')));
}

function lengthOf(of: Constant | null): Constant | null {
  if (of?.is === 'list') return number(of.items.length, of.ways);
  const whole = wholeText(of);
  return whole === null ? null : number(of?.is === 'bytes' ? whole.length : [...whole].length, of?.ways);
}

/** `str(b'…', 'utf-8')` and `str(path)`; of a list, nobody writes code with it. */
function asText(of: Constant | null): Constant | null {
  if (of?.is === 'number') return text(String(of.number), of.ways);
  if (!isText(of)) return null;
  return of.is === 'text' ? of : { ...of, is: 'text', text: Buffer.from(of.text, 'latin1').toString('utf8') };
}

function asBytes(file: Pick<PythonFile, 'affords'>, of: Constant | null): Constant | null {
  if (isText(of)) return of.whole ? encoded(of) : null;
  const codes = numbersIn(of);
  if (codes === null || of === null || !file.affords(codes.length) || codes.some((code) => code < 0 || code > 255))
    return null;
  return bytes(
    codes.map((code) => String.fromCharCode(code)).join(''),
    of.ways | (codes.length < MIN_CODES ? NO_WAYS : ways('char-codes')),
  );
}

/** `~` stays, for it says whose home it is. */
function expanded(of: Constant | null): Constant | null {
  if (!isText(of)) return null;
  const path = of.text
    .replace(/^(?:\$HOME|\$\{HOME\}|%USERPROFILE%)(?=[/\\]|$)/i, '~')
    .replace(/^%APPDATA%/i, '~/AppData/Roaming')
    .replace(/^%LOCALAPPDATA%/i, '~/AppData/Local');
  return path === of.text ? of : { ...of, text: path };
}

function onlyText(of: Constant | null): Constant | null {
  return isText(of) ? of : null;
}

function folderOf(of: Constant | null): Constant | null {
  if (!isText(of)) return null;
  return { ...of, text: of.text.slice(0, Math.max(0, of.text.lastIndexOf('/'))) };
}

function environment(args: FoldedArguments): Constant | null {
  return FOLDERS.get(wholeText(args.at(0, 'key')) ?? '') ?? args.at(1, 'default');
}

function dedented(of: Constant | null): Constant | null {
  if (!isText(of)) return null;
  const lines = of.text.split('\n');
  const margins = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  const margin = margins.reduce((least, each) => Math.min(least, each), Infinity);
  return margins.length === 0 || margin === 0
    ? of
    : { ...of, text: lines.map((line) => line.slice(margin)).join('\n') };
}

function words(of: Constant | null): Constant | null {
  if (!isText(of) || of.text.length > MAX_WORDS) return null;
  return list(
    of.text
      .split(/\s+/)
      .filter((word) => word !== '')
      .map((word) => ({ ...of, text: word, whole: !word.includes(UNKNOWN_PART) })),
  );
}

/** Fewer are what programs put marks and line breaks together with. */
const MIN_CODES = 4;
const MAX_WORDS = 20_000;
