// Asks the program about real releases that are known to be honest, at npm's own registry, and prints what it raised.
// node scripts/false-alarms.ts [FILE] [--out FOLDER]   [default: ../shared/ground-truth/benign-upgrades.json]; FOLDER is what `evaluate --labels` reads
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { tool } from '../src/commands/tool.ts';
import { ReleasePairs } from '../src/evaluate/release-pairs.ts';
import {
  type Answers,
  askedPackages,
  firedOf,
  isRaised,
  markdownTable,
  short,
  type Suspected,
} from './measured/asked-packages.ts';

const FILE = join(import.meta.dirname, '..', '..', 'shared', 'ground-truth', 'benign-upgrades.json');
/** What the program needs to find npm's configuration, beside what every run has. */
const CONFIGURED = [
  'HOME',
  'NPM_CONFIG_REGISTRY',
  'npm_config_registry',
  'NPM_CONFIG_USERCONFIG',
  'NODE_EXTRA_CA_CERTS',
];

/** Packages with neighbouring releases of each; the rest of the file is what was measured on them by hand. */
const Upgrades = z.looseObject({
  packages: z.array(
    z.looseObject({ name: z.string(), pairs: z.array(z.looseObject({ from: z.string(), to: z.string() })) }),
  ),
});

export interface Pair {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/** null where there is no such file. Throws ZodError where it has another shape. */
export function pairsOf(path: string): readonly Pair[] | null {
  if (!existsSync(path)) return null;
  const { packages } = Upgrades.parse(JSON.parse(readFileSync(path, 'utf8')));
  return packages.flatMap(({ name, pairs }) => pairs.map(({ from, to }) => ({ name, from, to })));
}

/** Throws where the registry cannot be reached. */
export async function answersTo(pairs: readonly Pair[]): Promise<Answers> {
  const env = Object.fromEntries(
    CONFIGURED.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  );
  return askedPackages({ packages: pairs.map(askedAs), env });
}

/** Every pair in which something fired, the most suspected first, as Markdown. */
export function falseAlarmTable(pairs: readonly Pair[], { candidates, packages, sources }: Answers): string {
  const rows = pairs
    .map((pair) => ({ pair, candidate: candidates.get(askedAs(pair)) }))
    .toSorted((a, b) => (b.candidate?.score ?? 0) - (a.candidate?.score ?? 0));
  const raised = rows.filter(({ candidate }) => isRaised(candidate));
  const first = raised.filter(({ candidate }) => candidate?.tier === 'review-first');
  return [
    `${pairs.length} real release pairs of ${new Set(pairs.map(({ name }) => name)).size} packages; read: ${packages.map(({ read, named }) => `${read} of ${named} histories`).join(', ')}, ${sources.read} of ${sources.archives} archives.`,
    '',
    `- \`review-first\`: ${first.length}`,
    `- \`review\` or above: ${raised.length} (${((100 * raised.length) / Math.max(1, pairs.length)).toFixed(1)} %)`,
    '',
    markdownTable([
      ['package', 'from', 'to', 'tier', 'score', 'fired'],
      ...rows.filter(({ candidate }) => candidate !== undefined).map(rowOf),
    ]),
    '',
    markdownTable([['signal', 'pairs'], ...signalCounts(rows.map(({ candidate }) => candidate))]),
  ].join('\n');
}

/** What `evaluate` reads as `release-pairs.json`; throws ZodError where the answers do not fit into it. */
export function releasePairs(
  pairs: readonly Pair[],
  { candidates, packages }: Answers,
  date: string,
): z.infer<typeof ReleasePairs> {
  return ReleasePairs.parse({
    date,
    tool: tool(),
    read: packages.reduce((sum, { read }) => sum + read, 0),
    pairs: pairs.map((pair) => {
      const candidate = candidates.get(askedAs(pair));
      const { tier = null, score = 0 } = candidate ?? {};
      return { id: askedAs(pair), before: pair.from, tier, score, fired: firedOf(candidate) };
    }),
  });
}

function rowOf({
  pair: { name, from, to },
  candidate,
}: {
  pair: Pair;
  candidate: Suspected | undefined;
}): readonly string[] {
  return [name, from, to, candidate?.tier ?? '–', candidate?.score.toFixed(1) ?? '–', short(firedOf(candidate))];
}

function signalCounts(candidates: readonly (Suspected | undefined)[]): readonly (readonly string[])[] {
  const fired = Map.groupBy(candidates.flatMap(firedOf), (signal) => signal);
  return [...fired]
    .map(([signal, all]) => [signal, String(all.length)])
    .toSorted((a, b) => Number(b[1]) - Number(a[1]));
}

function askedAs({ name, to }: Pair): string {
  return `npm:${name}@${to}`;
}

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { out: { type: 'string' } } });
  const [path = FILE] = positionals;
  const pairs = pairsOf(path);
  if (pairs === null) {
    console.log(`Skipped: there is no ${path}.`);
    return;
  }
  try {
    const answers = await answersTo(pairs);
    console.log(falseAlarmTable(pairs, answers));
    if (values.out === undefined) return;
    mkdirSync(values.out, { recursive: true });
    const said = releasePairs(pairs, answers, new Date().toISOString().slice(0, 10));
    writeFileSync(join(values.out, 'release-pairs.json'), `${JSON.stringify(said, null, 1)}\n`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (!/none of the packages could be read|UNREACHABLE/.test(reason)) throw error;
    console.log(`Skipped: npm's registry does not answer.\n${reason}`);
  }
}

if (import.meta.main) await main();
