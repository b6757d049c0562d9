// Every kind of input that is known to trouble such programs: `node scripts/hostile/index.ts [--long] [--only NAME] [--write]`.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bombTrials } from './bombs.ts';
import { confusableTrials } from './confusables.ts';
import { listingTrials } from './listings.ts';
import { packageNameTrials } from './paths.ts';
import { type Checked, patternTrials } from './pattern-costs.ts';
import { shownTrials } from './shown.ts';
import { renderTried, type Trial, type Tried, tryAll } from './trial.ts';
import { urlTrials } from './urls.ts';
import { wireTrials } from './wire.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const CHECKED = join(import.meta.dirname, 'checked-patterns.json');

const { values } = parseArgs({
  options: {
    /** Checks every pattern anew, which takes minutes. */
    long: { type: 'boolean', default: false },
    only: { type: 'string' },
    /** Keeps what was found of the patterns, so that the short form need not look again. */
    write: { type: 'boolean', default: false },
  },
});
const known: Checked = values.long ? {} : JSON.parse(readFileSync(CHECKED, 'utf8'));
const patterns = patternTrials(ROOT, known);
const corpora: Readonly<Record<string, () => readonly Trial[]>> = {
  'JSON as a registry’s answer': listingTrials,
  'strings, shown': shownTrials,
  'names in disguise': confusableTrials,
  'package names in addresses': packageNameTrials,
  'URLs at the door': urlTrials,
  'answers on the wire': wireTrials,
  archives: bombTrials,
  'regular expressions': () => patterns.trials,
};
const chosen = Object.entries(corpora).filter(([name]) => values.only === undefined || name.includes(values.only));

const tried: Tried[] = [];
for (const [name, trials] of chosen) tried.push(await tryAll(name, trials()));
console.log(renderTried(tried));
const failures = tried.flatMap((each) => each.failures);
for (const failure of failures) console.log(`FAILED ${failure}`);
if (values.write && patterns.found.size > 0) {
  const inOrder = [...patterns.found].toSorted(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(CHECKED, `${JSON.stringify(Object.fromEntries(inOrder), null, 2)}\n`);
}
// The checker's own process would keep this one alive.
process.exit(failures.length === 0 ? 0 : 1);
