/** The reconstructed packages of scripts/cases, each with an entry of the official registry that names it. */
import { type PackageFeed, feedOf } from '../../cases/feed.ts';
import { CASES } from '../../cases/index.ts';
import type { ReconstructedCase } from '../../cases/case.ts';
import { CASES_AS_OF_MS } from '../../cases/story.ts';
import type { Label } from '../labels.ts';
import type { Server } from '../model.ts';
import { type Bench, draft, npmPackage, rows } from './bench.ts';
import { person } from '../publishers.ts';

export interface Reconstructed {
  readonly servers: readonly Server[];
  readonly packages: PackageFeed;
  /** `npm:NAME`, those that have an entry. */
  readonly named: readonly string[];
  readonly labels: readonly Label[];
}

const DAY_MS = 86_400_000;
/** A record follows its package within the quarter of an hour. */
const BEHIND_DAYS = 0.01;

/** Every case once, whatever the scale: their archives are the point, and those are the same in every population. */
export function reconstructed({ seed, asOfMs }: { seed: string; asOfMs: number }): Reconstructed {
  const cases = CASES.map((each) => moved(each, asOfMs - CASES_AS_OF_MS));
  return {
    servers: cases.map((each) => serverOf(each, { seed, asOfMs })),
    packages: feedOf(cases),
    named: cases.map(({ ecosystem, name }) => `${ecosystem}:${name}`),
    labels: cases.map(labelOf),
  };
}

/** The same releases as many days before this population's end as they are before their own. */
function moved(of: ReconstructedCase, byMs: number): ReconstructedCase {
  if (byMs === 0) return of;
  const [first, ...rest] = of.releases.map((release) => ({
    ...release,
    publishedAt: new Date(Date.parse(release.publishedAt) + byMs).toISOString(),
  }));
  return first === undefined
    ? of
    : { ...of, releases: [first, ...rest], companions: of.companions.map((each) => moved(each, byMs)) };
}

function serverOf(of: ReconstructedCase, { seed, asOfMs }: { seed: string; asOfMs: number }): Server {
  const [{ publisher, publishedAt: firstAt }] = of.releases;
  const key = `${seed}/reconstructed/${of.id}`;
  const bench: Bench = { key, nth: 0, seed, asOfMs, word: publisher.name, login: publisher.name };
  const server = draft(bench, person(key, publisher.name), {
    leaf: leafOf(of),
    description: of.description,
    firstMs: Date.parse(firstAt),
    packages: [{ ...npmPackage(of.name), kind: of.ecosystem }],
  });
  const last = of.releases.at(-1) ?? of.releases[0];
  const daysAgo = (asOfMs - Date.parse(last.publishedAt)) / DAY_MS - BEHIND_DAYS;
  return rows(bench, server, [{ version: last.version, daysAgo }]);
}

function labelOf(of: ReconstructedCase): Label {
  const [{ publisher }] = of.releases;
  const [pattern = of.id] = of.id.split('/');
  return {
    id: `official:io.github.${publisher.name}/${leafOf(of)}`,
    pipeline: 'rug-pull',
    truth: of.label.expected,
    pattern,
    expects: of.label.signals,
    note: of.label.note,
  };
}

function leafOf({ name }: ReconstructedCase): string {
  return name.slice(name.lastIndexOf('/') + 1);
}
