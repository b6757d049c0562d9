/**
 * Invented names of publishers, leaves and titles, in the shapes that real ones have.
 *
 * Logins: median 10 characters, 28 % with an upper-case letter, 30 % with a hyphen, 18 % with a digit. Leaves: one word 34 %,
 * two 38 %, three 21 %; `mcp` somewhere in 49 %.
 */
import { between, happens, pick, weighted, type Chance, type Weighted } from './random.ts';
import { GIVEN, NOUNS, OBJECTS, PLACES, QUALITIES, SYLLABLES, TOPICS, TRADES } from './words.ts';

/** A GitHub-like login. */
export function login(chance: Chance): string {
  const [one, two] = weighted(chance, LOGIN_SHAPES)(chance);
  const joined = happens(chance, 0.33) ? `${one}-${two}` : `${one}${two}`;
  const cased = happens(chance, 0.28) ? capitals(chance, joined) : joined;
  return happens(chance, 0.15) ? `${cased}${between(chance, 1, happens(chance, 0.5) ? 99 : 2030)}` : cased;
}

const LOGIN_SHAPES: Weighted<(chance: Chance) => [string, string]> = [
  [(chance) => [coined(chance, 2), coined(chance, 1)], 45],
  [(chance) => [pick(chance, GIVEN), coined(chance, 2)], 25],
  [(chance) => [pick(chance, PLACES), pick(chance, TRADES)], 15],
  [(chance) => [pick(chance, GIVEN), pick(chance, PLACES)], 15],
];

/** Words of a company's name: the label of its domain is made of them. */
export function company(chance: Chance): readonly [string, string] {
  if (happens(chance, 0.45)) return [coined(chance, 2), pick(chance, TRADES)];
  if (happens(chance, 0.4)) return [coined(chance, 1), coined(chance, 2)];
  return [pick(chance, PLACES), pick(chance, TRADES)];
}

function coined(chance: Chance, syllables: number): string {
  return Array.from({ length: syllables }, () => pick(chance, SYLLABLES)).join('');
}

function capitals(chance: Chance, name: string): string {
  if (happens(chance, 0.15)) return name.toUpperCase();
  return name.split('-').map(capital).join('-');
}

export function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

const LEAF_SHAPES: Weighted<(chance: Chance, subject: string) => string> = [
  [() => 'mcp', 5],
  [() => 'mcp-server', 2.9],
  [() => 'server', 0.2],
  [(_chance, subject) => `${subject}-mcp`, 17],
  [(chance, subject) => `${subject}-${pick(chance, NOUNS)}-mcp`, 8],
  [(_chance, subject) => `${subject}-mcp-server`, 5],
  [(_chance, subject) => `mcp-${subject}`, 6],
  [(chance, subject) => `mcp-${subject}-${pick(chance, NOUNS)}`, 3],
  [(chance, subject) => `mcp-server-${pick(chance, QUALITIES)}-${subject}`, 1.1],
  [(_chance, subject) => subject, 12],
  [(chance) => coined(chance, 2), 11],
  [(chance) => coined(chance, 3), 4],
  [(chance, subject) => `${subject}-${pick(chance, NOUNS)}`, 12],
  [(chance, subject) => `${subject}-${pick(chance, OBJECTS)}`, 7],
  [(chance, subject) => `${pick(chance, QUALITIES)}-${subject}-${pick(chance, NOUNS)}`, 6],
  [(chance, subject) => `${coined(chance, 2)}-${subject}`, 4],
];

/** The last part of a server's name, about `subject`. */
export function leaf(chance: Chance, subject: string): string {
  const made = weighted(chance, LEAF_SHAPES)(chance, subject);
  if (happens(chance, 0.0055)) return made.replaceAll('-', '_');
  if (happens(chance, 0.013)) return made.split('-').map(capital).join('-');
  return happens(chance, 0.02) ? `${made}${between(chance, 2, 4)}` : made;
}

export function topic(chance: Chance): string {
  return pick(chance, TOPICS);
}

const BRAND_SHAPES: Weighted<(chance: Chance, brand: string) => string> = [
  [(_chance, brand) => `${brand}-mcp`, 40],
  [(_chance, brand) => `${brand}-mcp-server`, 16],
  [(_chance, brand) => `mcp-${brand}`, 14],
  [(chance, brand) => `${brand}-${pick(chance, NOUNS)}`, 16],
  [(chance, brand) => `${brand}-${pick(chance, OBJECTS)}-mcp`, 14],
];

export function brandLeaf(chance: Chance, brand: string): string {
  return weighted(chance, BRAND_SHAPES)(chance, brand);
}

/** What a registry shows instead of a leaf: `tide-tables-mcp` becomes `Tide Tables MCP`. */
export function title(leafName: string): string {
  return leafName
    .split(/[-_.]/)
    .filter((word) => word !== '')
    .map((word) =>
      /^(mcp|api|pdf|sql|csv|json|dns|seo|sms|crm|sdk|cli)$/i.test(word) ? word.toUpperCase() : capital(word),
    )
    .join(' ');
}
