// Serves the reconstructed cases on loopback, asks the program about each, and prints what it found.
// node scripts/recall.ts [--only TEXT]
import { parseArgs } from 'node:util';
import { harbourFeed } from '../test/registries/harbour.ts';
import { startRegistries } from '../test/registries/server.ts';
import type { ReconstructedCase } from './cases/case.ts';
import { feedOf } from './cases/feed.ts';
import { CASES } from './cases/index.ts';
import { askedPackages, firedOf, isRaised, markdownTable, short, type Suspected } from './measured/asked-packages.ts';

/** What the program says of a case at the release where the change came. */
export interface Answered {
  readonly of: ReconstructedCase;
  readonly candidate: Suspected | undefined;
}

/** Intel has no part in it: no list knows these names. */
export async function answered(cases: readonly ReconstructedCase[]): Promise<readonly Answered[]> {
  const registries = await startRegistries(harbourFeed(feedOf(cases)));
  try {
    const { npm, pypi } = registries.baseUrls;
    const { candidates } = await askedPackages({
      packages: cases.map(askedAs),
      flags: ['--base-url', `npm=${npm}`, '--base-url', `pypi=${pypi}`],
      env: { SOURCE_DATE_EPOCH: String(Date.UTC(2026, 5, 29) / 1000) },
    });
    return cases.map((of) => ({ of, candidate: candidates.get(askedAs(of)) }));
  } finally {
    await registries.close();
  }
}

/** Recall by campaign, then every case, as Markdown. */
export function recallTables(all: readonly Answered[]): string {
  const positives = all.filter(({ of }) => of.label.expected === 'positive');
  const twins = all.filter(({ of }) => of.label.expected === 'twin');
  const updates = positives.filter(({ of }) => of.label.version !== of.releases[0].version);
  const campaigns = Map.groupBy(positives, ({ of }) => of.campaign);
  const shares = [...campaigns.values()].map((cases) => share(cases));
  const macro = shares.reduce((sum, each) => sum + each, 0) / Math.max(1, shares.length);
  return [
    `${positives.length} reconstructed positives of ${campaigns.size} campaigns, ${twins.length} honest twins; raised: \`review\` or \`review-first\`.`,
    '',
    `- recall over campaigns (macro): ${percent(macro)}`,
    `- recall over cases: ${percent(share(positives))}; where there is a release before: ${percent(share(updates))}`,
    `- twins raised: ${twins.filter(({ candidate }) => isRaised(candidate)).length} of ${twins.length}`,
    `- not raised, and why: ${ceilings(positives)}`,
    '',
    markdownTable([
      ['campaign', 'follows', 'raised', 'review-first'],
      ...[...campaigns].map(([campaign, cases]) => [
        campaign,
        [...new Set(cases.map(({ of }) => of.follows))].join('; '),
        `${cases.filter(({ candidate }) => isRaised(candidate)).length} of ${cases.length}`,
        `${cases.filter(({ candidate }) => candidate?.tier === 'review-first').length} of ${cases.length}`,
      ]),
    ]),
    '',
    markdownTable([
      ['case', 'tier', 'score', 'fired', 'expected and silent'],
      ...[...positives, ...twins].map(({ of, candidate }) => [
        of.id,
        candidate?.tier ?? '–',
        candidate?.score.toFixed(1) ?? '–',
        short(firedOf(candidate)),
        of.label.expected === 'twin'
          ? ''
          : short(of.label.signals.filter((each) => !firedOf(candidate).includes(each))),
      ]),
    ]),
  ].join('\n');
}

function ceilings(positives: readonly Answered[]): string {
  const missed = positives.filter(({ candidate }) => !isRaised(candidate));
  return missed.map(({ of }) => `\`${of.id}\` (${of.label.ceiling ?? 'not known'})`).join('; ') || 'none';
}

function share(cases: readonly Answered[]): number {
  return cases.length === 0 ? 0 : cases.filter(({ candidate }) => isRaised(candidate)).length / cases.length;
}

function percent(part: number): string {
  return `${(100 * part).toFixed(1)} %`;
}

function askedAs({ ecosystem, name, label }: ReconstructedCase): string {
  return `${ecosystem}:${name}@${label.version}`;
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } });
  console.log(recallTables(await answered(CASES.filter(({ id }) => id.includes(values.only)))));
}
