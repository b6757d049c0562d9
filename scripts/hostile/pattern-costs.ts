import { hash } from 'node:crypto';
import { check } from 'recheck';
import { type Pattern, patternsOf } from './patterns.ts';
import { attackMs } from './pattern-times.ts';
import { must, type Trial } from './trial.ts';

/** Patterns that have been checked, by a digest of what is written, to what was found; the long form checks them anew. */
export type Checked = Readonly<Record<string, string>>;

/** Patterns whose cost grows faster than their input, whose input is cut before. `recheck` finds the worst text for each. */
const BOUNDED: readonly { readonly source: string; readonly mostCharacters: number; readonly why: string }[] = [
  {
    source: '[.:!?*\'"]+$',
    mostCharacters: 1_100,
    why: 'addresses are taken out of text by a pattern that ends after 1,000 characters',
  },
  { source: '\\B(?=(?:\\d{3})+$)', mostCharacters: 20, why: 'numbers of this program’s own' },
];
const CHECK_TIMEOUT_MS = 120_000;
const SIZES = [8_000, 32_000] as const;
/** What four times the text may cost: four times the time, and room for a busy machine. */
const MOST_GROWTH = 8;
const QUICK_MS = 60;

/** Every pattern of the program: it costs no more than its text is long, or its text is bounded and the worst such text is quick. */
export function patternTrials(
  root: string,
  known: Checked,
): { trials: readonly Trial[]; found: ReadonlyMap<string, string> } {
  const { literals, constructed } = patternsOf(root);
  const found = new Map<string, string>();
  const trials = literals.map((pattern) => ({
    name: `/${pattern.source.slice(0, 100)}/${pattern.flags} at ${pattern.places.join(', ')}`,
    async run() {
      const key = keyOf(pattern);
      const verdict = known[key] ?? (await judged(pattern));
      found.set(key, verdict);
      return verdict;
    },
  }));
  const putTogether = constructed.map((place) => ({
    name: place,
    run(): string {
      throw new Error('a pattern that is put together at run time, which nobody can check');
    },
  }));
  return { trials: [...trials, ...putTogether], found };
}

function keyOf({ source, flags }: Pattern): string {
  return hash('sha256', `${flags}/${source}`).slice(0, 16);
}

async function judged({ source, flags }: Pattern): Promise<string> {
  const found = await check(source, flags, { timeout: CHECK_TIMEOUT_MS });
  if (found.status === 'unknown') throw new Error(`cannot be checked: ${JSON.stringify(found.error)}`);
  if (found.status === 'safe')
    return found.complexity.isFuzz ? 'linear: no attack was found' : `${found.complexity.type}, by its automaton`;

  const { attack, complexity } = found;
  const bound = BOUNDED.find((each) => each.source === source);
  if (bound !== undefined) {
    const ms = await attackMs({ source, flags, attack, characters: bound.mostCharacters });
    must(ms < QUICK_MS, `${complexity.summary}: ${Math.round(ms)} ms for ${bound.mostCharacters} characters`);
    return 'its text is short, and the worst such text is quick';
  }
  const [small, large] = [
    await attackMs({ source, flags, attack, characters: SIZES[0] }),
    await attackMs({ source, flags, attack, characters: SIZES[1] }),
  ];
  const isLinear = large < QUICK_MS || large < small * MOST_GROWTH;
  must(
    isLinear,
    `${complexity.summary}: ${Math.round(small)} ms for ${SIZES[0]} characters, ${Math.round(large)} ms for ${SIZES[1]}`,
  );
  return 'linear: measured on the worst text, since its repeats are bounded';
}
