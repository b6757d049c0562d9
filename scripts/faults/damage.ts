import { cpSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { between, type Chance, pick, type Some } from '../population/random.ts';
import {
  type Campaign,
  capture,
  counting,
  DATE,
  type Field,
  isExplained,
  newHome,
  type Outcome,
  remove,
} from './campaign.ts';
import { digests } from './compare.ts';
import { program } from './program.ts';

const KINDS: Some<'flipped bit' | 'truncated' | 'zeroed'> = ['flipped bit', 'truncated', 'zeroed'];
const ZEROED_BYTES = 64;

/** Files that are not as they were written: kept answers, and snapshots. */
export const damage: Campaign = async (field) => [await ofSnapshots(field), await ofCaches(field)];

/** A scan names the damage or says what it would have said; never anything else. */
async function ofSnapshots(field: Field): Promise<Outcome> {
  const counted = counting('damaged snapshot, then scanned', field.undisturbed);
  const chance = field.chance('damaged snapshots');
  const rounds = field.long ? 100 : 4;
  const expected = await scanned(field.undisturbed.snapshots);
  if (expected.code !== 0)
    throw new Error(`the scan of the undisturbed snapshot ended with ${expected.code}: ${expected.stderr}`);
  const files = filesIn(field.undisturbed.snapshot);
  for (let round = 0; round < rounds; round += 1) {
    const home = newHome();
    cpSync(field.undisturbed.snapshots, home.snapshots, { recursive: true });
    // The manifest is what all else is checked by, so every other one is damage to it.
    const path = round % 2 === 0 ? 'manifest.json' : pick(chance, files);
    const what = damaged(join(home.snapshot, path), chance);
    const label = `${path}, ${what}:`;
    const { code, stderr, reports } = await scanned(home.snapshots);
    if (code !== 0 && isExplained(code, stderr)) counted.verdict({ ended: 'stopped' });
    else if (code !== 0) counted.fail(`${label} ended with ${code}: ${stderr.slice(0, 300)}`);
    else if (isSame(expected.reports, reports)) counted.verdict({ ended: 'same' });
    else counted.fail(`${label} other reports, and no word of the damage`);
    remove(home);
  }
  return counted.outcome(rounds);
}

/** A capture asks again for what is not whole; a cache that is no database any more is named, and moved away here. */
async function ofCaches(field: Field): Promise<Outcome> {
  const counted = counting('damaged cache, then captured from it', field.undisturbed);
  const chance = field.chance('damaged caches');
  const rounds = field.long ? 60 : 2;
  for (let round = 0; round < rounds; round += 1) {
    const home = newHome();
    cpSync(field.undisturbed.cache, home.cache, { recursive: true });
    const what = damaged(join(home.cache, 'responses.sqlite'), chance);
    const first = await capture(field.registries, home);
    counted.ended(first, home, { label: `${what}:`, mayStop: true });
    if (first.code !== 0) {
      rmSync(home.cache, { recursive: true });
      const again = await capture(field.registries, home, { more: ['--replace'] });
      if (again.code !== 0) counted.fail(`${what}, with the cache moved away: ${again.stderr.slice(0, 300)}`);
    }
    remove(home);
  }
  return counted.outcome(rounds);
}

async function scanned(snapshots: string) {
  const home = newHome();
  const out = join(home.folder, 'reports');
  const ended = await program(['scan', '--snapshot', DATE, '--snapshots', snapshots, '--out', out, '--no-progress']);
  const reports = digests(out);
  remove(home);
  return { ...ended, reports };
}

function isSame(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  return one.size === other.size && one.entries().every(([path, digest]) => other.get(path) === digest);
}

function filesIn(folder: string): Some<string> {
  const [first = 'manifest.json', ...rest] = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.gz'))
    .toSorted();
  return [first, ...rest];
}

/** Damages a file at a random place and says how. */
function damaged(path: string, chance: Chance): string {
  const bytes = readFileSync(path);
  const at = between(chance, 0, Math.max(0, bytes.length - 1));
  const kind = pick(chance, KINDS);
  if (kind === 'truncated') truncateSync(path, at);
  else {
    if (kind === 'zeroed') bytes.fill(0, at, Math.min(at + ZEROED_BYTES, bytes.length));
    else bytes[at] = (bytes[at] ?? 0) ^ (1 << between(chance, 0, 7));
    writeFileSync(path, bytes);
  }
  return `${kind} at byte ${at} of ${bytes.length}`;
}
