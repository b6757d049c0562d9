import { skeleton } from './skeleton.ts';
import { runs } from './words.ts';

/** Longest form that is compared; names are shorter. */
const MAX_CHARACTERS = 64;
/** Said of servers of all kinds: a name differs from another by them in nothing that tells servers apart. */
const AFFIXES: ReadonlySet<string> = new Set([
  'mcp',
  'server',
  'servers',
  'official',
  'the',
  'app',
  'js',
  'ts',
  'py',
  'node',
  'python',
  'npm',
]);
const DIGIT_LETTERS: ReadonlyMap<string, string> = new Map([
  ['0', 'o'],
  ['1', 'l'],
  ['3', 'e'],
  ['4', 'a'],
  ['5', 's'],
  ['7', 't'],
]);

/** How a name is compared with others: what is left of it where nothing that people overlook counts. */
export interface NameForm {
  /** Its words in the order of the name, run together. */
  readonly ordered: string;
  /** Its words in the order of the alphabet, apart. */
  readonly bag: string;
}

/**
 * The form of a name: separators, case, look-alike characters (UTS #39), digits for letters, plurals and what is said of every
 * server (`mcp`, `server`, `official`) do not count. null where nothing is left: `mcp-server` is nobody's name.
 */
export function nameForm(name: string): NameForm | null {
  const words = runs(name)
    .flatMap(({ parts }) => parts)
    .filter((word) => !AFFIXES.has(word))
    .map(folded)
    .filter((word) => word !== '' && !AFFIXES.has(word));
  const ordered = words.join('');
  if (ordered === '' || ordered.length > MAX_CHARACTERS) return null;
  return { ordered, bag: words.toSorted().join(' ') };
}

/** A word without what looks alike, and without its plural. */
function folded(word: string): string {
  const alike = /[a-z]/.test(word) ? word.replaceAll(/[013457]/g, (digit) => DIGIT_LETTERS.get(digit) ?? digit) : word;
  const plain = /^[a-z0-9]*$/.test(alike) ? alike : skeleton(alike).toLowerCase();
  return plain.length > 3 && plain.endsWith('s') && !plain.endsWith('ss') ? plain.slice(0, -1) : plain;
}
