// Prints how the lookalike pipeline does on whole snapshots and on labelled names: the shipped snapshot, and recorded listings where they are there.
// node scripts/lookalike-table.ts [--snapshot FOLDER] [--pairs]   [default: the shipped snapshot, then two dates of ../shared/data]
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { feedFromDumps } from '../test/registries/dumps.ts';
import { baseUrlFlags, CAPTURE_ENVIRONMENT, run } from '../test/program/run.ts';
import { startRegistries } from '../test/registries/server.ts';
import { markdownTable } from './measured/asked-packages.ts';
import { labelsAreThere } from './measured/labelled-servers.ts';
import { type Judged, judged, NEAR_AND_FAR } from './measured/lookalikes.ts';

const ROOT = join(import.meta.dirname, '..');
const SHIPPED = join(ROOT, 'snapshots', '2026-06-29');
const DUMPS = join(ROOT, '..', 'shared', 'data');
/** The last day with raw records, which name packages, and the last with an index of names and repositories. */
const DATES = ['2025-12-12', '2026-05-23'];

/** What the measures are held to. */
const MOST_FIRST_PER_20_000 = 50;
const MOST_UNOFFICIAL_REVIEWED = 0.05;
const LEAST_RECALL = 0.45;
const MOST_RAISED = 0.002;

/** One column a snapshot. */
export function lookalikeTable(all: readonly Judged[]): string {
  const row = (measure: string, aim: string, of: (each: Judged) => string) => [measure, aim, ...all.map(of)];
  return markdownTable([
    ['measure', 'aim', ...all.map(({ name }) => name)],
    row('entries judged', '', ({ entries }) => String(entries)),
    row(
      'review-first per 20,000 entries',
      `≤ ${MOST_FIRST_PER_20_000}`,
      ({ entries, tiers }) => `${((20_000 * tiers['review-first']) / entries).toFixed(1)} (${tiers['review-first']})`,
    ),
    row(
      'entries in the two upper tiers',
      `≤ ${percent(MOST_RAISED)}`,
      ({ entries, tiers }) =>
        `${percent((tiers['review-first'] + tiers.review) / entries)} (${tiers['review-first'] + tiers.review})`,
    ),
    row('watch, noted', '', ({ tiers }) => `${tiers.watch}, ${tiers.noted}`),
    row(
      'community servers named after brands: review-first',
      '0',
      ({ community }) => `${community['review-first']} of ${community.all}`,
    ),
    row('community servers named after brands: review', `≤ ${percent(MOST_UNOFFICIAL_REVIEWED)}`, ({ community }) =>
      share([community.review, community.all]),
    ),
    row("vendors' own servers that are candidates", '0', ({ vendors }) => `${vendors.raised} of ${vendors.all}`),
    row(
      'recall at depth name: disclosed names with "mcp" that their label calls imitations',
      `≥ ${percent(LEAST_RECALL)}`,
      ({ recall }) => share(recall.mcp),
    ),
    row('the same, mean of campaigns', '', ({ recall }) => share(recall.campaigns)),
    row('the same with imitations of other tools', '', ({ recall }) => share(recall.imitations)),
    row(
      'recall at depth name: all labels made for harm from the start, and canaries',
      `≥ ${percent(LEAST_RECALL)}`,
      ({ recall }) => share(recall.labels),
    ),
    row('all names disclosed as made for harm', '', ({ recall }) => share(recall.all)),
    row('of these, names that have anything of the protected lists', '', ({ recall }) => share(recall.ceiling)),
    row('established servers', '', ({ established }) => String(established)),
    row('pairs: an established name under another publisher', '', ({ pairs }) =>
      NEAR_AND_FAR.map((how) => `${pairs.filter((pair) => pair.how === how).length} ${how}`).join(', '),
    ),
    row('servers after joining entries of one server', '', ({ distinctServers }) => String(distinctServers)),
    row('contradictions: packages, names', '', ({ conflicts }) => `${conflicts.packages}, ${conflicts.names}`),
  ]);
}

function share([part, whole]: readonly [number, number]): string {
  return whole === 0
    ? '–'
    : `${percent(part / whole)} (${Number.isInteger(part) ? part : part.toFixed(1)} of ${whole})`;
}

function percent(part: number): string {
  return `${(100 * part).toFixed(part < 0.01 ? 2 : 1)} %`;
}

/** Recorded listings as the program captures them from loopback; [] where there are none. */
async function captured(dates: readonly string[], home: string): Promise<readonly string[]> {
  if (!existsSync(DUMPS)) return [];
  const folders: string[] = [];
  for (const date of dates) {
    const feed = feedFromDumps(DUMPS, { date });
    if (feed === undefined) continue;
    const registries = await startRegistries(feed);
    const flags = ['--snapshots', home, '--cache', join(home, 'cache'), ...baseUrlFlags(registries)];
    const { code, stderr } = await run(['capture', '--date', date, '--no-progress', ...flags], {
      env: CAPTURE_ENVIRONMENT,
    });
    await registries.close();
    if (code !== 0) throw new Error(stderr);
    folders.push(join(home, date));
  }
  return folders;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { snapshot: { type: 'string', multiple: true }, pairs: { type: 'boolean', default: false } },
  });
  const home = mkdtempSync(join(tmpdir(), 'registry-audit-lookalikes-'));
  try {
    const folders = values.snapshot ?? [SHIPPED, ...(await captured(DATES, home))];
    if (!existsSync(DUMPS)) console.log('Without recorded listings: there is no ../shared/data.\n');
    if (!labelsAreThere) console.log('Without labels: there is no ../shared/ground-truth.\n');
    const all: Judged[] = [];
    for (const folder of folders) all.push(await judged(folder));
    console.log(lookalikeTable(all));
    for (const { name, raised, pairs } of values.pairs ? all : []) {
      console.log(`\n${name}: raised\n\n${raised.join('\n')}\n\n${name}: pairs\n`);
      for (const { how, entry, server } of pairs) console.log(`${how}: ${entry} ~ ${server}`);
    }
  } finally {
    rmSync(home, { recursive: true });
  }
}

if (import.meta.main) await main();
