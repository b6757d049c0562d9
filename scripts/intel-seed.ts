// Makes the list of recalls that comes with the program (src/intel/data/seed.json) from the labels of public incidents.
// node scripts/intel-seed.ts GROUND-TRUTH/malicious.json && npx oxfmt src/intel/data/seed.json
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ecosystemOf } from '../src/intel/ecosystems.ts';
import { countsOf, feedOf } from '../src/intel/feed.ts';
import type { Affected, FeedHead, IntelRecord } from '../src/intel/port.ts';
import { toStored } from '../src/intel/record.ts';

const TARGET = join(import.meta.dirname, '../src/intel/data/seed.json');

/** What users are warned of; canaries, addresses and mere claims of brands are no recalls. */
const LISTED_KINDS = new Set(['rugpull-own-publisher', 'vendor-account-compromise', 'malicious-from-start']);
const CONTESTED_KIND = 'contested-remote-control';
const CONFIDENT = new Set(['high', 'medium']);

const GroundTruth = z.object({
  generated: z.iso.date(),
  entries: z.array(
    z.object({
      name: z.string(),
      ecosystem: z.string(),
      kind: z.string(),
      maliciousVersions: z.array(z.string()),
      advisories: z.array(z.string()),
      sources: z.array(z.string()),
      labelConfidence: z.string(),
    }),
  ),
});
type GroundTruth = z.infer<typeof GroundTruth>;
type Label = GroundTruth['entries'][number];

export interface Seed {
  readonly head: FeedHead;
  readonly records: readonly object[];
}

/** The list of recalls that labels of incidents come to; the same labels make the same list. Throws ZodError. */
export function seedOf(groundTruth: unknown): Seed {
  const { generated, entries } = GroundTruth.parse(groundTruth);
  const records = entries.filter(isListed).flatMap((label) => recordsOf(label, generated));
  const title = 'Seed: public incidents of MCP servers and of packages around them, a few of all that are recorded';
  const ecosystems = ['npm', 'pypi'];
  const source = { complete: false, uri: null, through: null, refused: {}, failed: null, date: generated, ecosystems };
  const head: FeedHead = {
    schemaVersion: 1,
    origin: 'seed',
    date: generated,
    title,
    sources: [{ ...source, title: 'Labels of public incidents, each with its sources', records: records.length }],
    counts: countsOf(records, 0),
  };
  return { head, records: [...feedOf(head, records).all()].map(toStored) };
}

function isListed({ kind, labelConfidence }: Label): boolean {
  return kind === CONTESTED_KIND || (LISTED_KINDS.has(kind) && CONFIDENT.has(labelConfidence));
}

function recordsOf(label: Label, generated: string): IntelRecord[] {
  const { advisories, sources, kind } = label;
  const ids = advisories.filter((id) => /^(?:MAL-\d{4}-\d+|GHSA(?:-[0-9a-z]{4}){3})$/.test(id));
  const ecosystem = ecosystemOf(label.ecosystem);
  return namesOf(label.name).map((name) => {
    const [id = ownId(ecosystem, name), ...aliases] = ids;
    return {
      id,
      modified: `${generated}T00:00:00Z`,
      published: disclosedOn(sources),
      withdrawn: null,
      aliases,
      summary: null,
      affected: [{ ecosystem, name, ...versionsOf(label.maliciousVersions) }],
      references: [],
      origins: sources,
      labels: kind === CONTESTED_KIND ? ['CONTESTED'] : [],
    };
  });
}

/** `postmark-mcp`, or all names of `SOME cluster (2 names: a, b)`. */
function namesOf(name: string): readonly string[] {
  const listed = /\(\d+ names: ([^()]+)\)$/.exec(name)?.[1];
  return listed === undefined ? [name] : listed.split(',').map((each) => each.trim());
}

/** `1.0.16`, `>=1.0.6`, `(all)`; other words do not say which versions. */
function versionsOf(texts: readonly string[]): Pick<Affected, 'versions' | 'ranges'> {
  const from = texts.flatMap((text) => (text === '(all)' ? '0' : (/^>=(\d\S*)$/.exec(text)?.[1] ?? [])));
  return {
    versions: texts.flatMap((text) => /^\d+(?:\.\d+)+(?=$| )/.exec(text)?.[0] ?? []),
    ranges: from.map((version) => ({ type: 'ECOSYSTEM', events: [{ kind: 'introduced', version }] })),
  };
}

/** The first day that a source is dated with; a month alone is no day. */
function disclosedOn(sources: readonly string[]): string | null {
  const days = sources.flatMap((source) => /\b\d{4}-\d{2}-\d{2}\b/.exec(source)?.[0] ?? []).toSorted();
  return days[0] === undefined ? null : `${days[0]}T00:00:00Z`;
}

/** Of what no advisory was written about. */
function ownId(ecosystem: string, name: string): string {
  return `SEED-${ecosystem}-${name.replaceAll(/[^A-Za-z0-9._-]+/g, '-').replace(/^-/, '')}`;
}

/** What the file holds, or in one line why it was not read. */
function read(path: string): { readonly json: unknown } | { readonly failed: string } {
  try {
    return { json: JSON.parse(readFileSync(path, 'utf8')) };
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) };
  }
}

const [, script, path] = process.argv;
if (script === import.meta.filename && path !== undefined) {
  const labels = read(path);
  if ('failed' in labels) {
    console.error(`The labels were not read: ${labels.failed}`);
    process.exitCode = 2;
  } else {
    const seed = seedOf(labels.json);
    writeFileSync(TARGET, `${JSON.stringify(seed, null, 1)}\n`);
    console.log(`${seed.head.counts.records} records of ${seed.head.date}`);
  }
}
