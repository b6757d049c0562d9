import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Candidate } from '../model/candidate.ts';
import { DEPTHS } from '../model/depth.ts';
import type { EntryId, ServerRecord } from '../model/entry.ts';
import type { Json } from '../model/place.ts';
import type { Packument } from '../model/release.ts';
import type { Subject } from '../model/subject.ts';
import { ecosystems } from '../packages/index.ts';
import type { Brand } from '../pipelines/brands.ts';
import type { Survey } from '../pipelines/port.ts';
import { registries } from '../registries/index.ts';
import { codeHosts } from '../repositories/index.ts';
import { cut } from '../report/bounded.ts';
import type { Built, PageInput } from '../report/html.ts';
import type { PageHistory, PageIndex, PagePackage, PageVersion } from '../report/page-data.ts';
import { fingerprint } from '../review/fingerprint.ts';
import { protectedNames } from '../../signals/data/index.ts';
import { openScratch, READ_BACK_BUFFER_BYTES } from '../snapshot/scratch.ts';
import { hostsOf, sources } from './sources.ts';
import { packageFolder } from './tool.ts';

/** What the page needs of a scan beside its reports. */
export interface PageSource extends Pick<PageInput, 'historyOf' | 'index'> {}

/** Where every entry is listed, what a page has of it is not much: beyond this many they are counted only. */
const MAX_INDEXED = 200_000;
const MAX_NAME_CHARACTERS = 300;
const MAX_VERSION_CHARACTERS = 100;
const NEWEST_RELEASES = 12;
const NEWEST_RECORDS = 12;
const MAX_PACKAGES = 4;

/** Sees every entry of a scan: its name for the index, and on disk what came out of it over time. */
export function pageSurvey(): Survey<PageSource> {
  const publishers = new Map<string, number>();
  const rows = new Map<string, (string | number)[]>();
  const lines = openScratch(tmpdir(), READ_BACK_BUFFER_BYTES);
  const positions = new Map<EntryId, number>();
  let indexed = 0;
  let more = 0;

  function publisherNumber(publisher: string | null): number {
    if (publisher === null) return -1;
    const name = cut(publisher, MAX_NAME_CHARACTERS);
    const known = publishers.get(name) ?? publishers.size;
    publishers.set(name, known);
    return known;
  }

  return {
    see(subject) {
      const { entry, depth } = subject;
      const history = historyIn(subject);
      if (history !== null) positions.set(entry.id, lines.append(JSON.stringify(history)));
      if (indexed >= MAX_INDEXED) {
        more += 1;
        return;
      }
      indexed += 1;
      const known = rows.get(entry.registry) ?? [];
      rows.set(entry.registry, known);
      known.push(cut(entry.name, MAX_NAME_CHARACTERS), publisherNumber(entry.namespace), DEPTHS.indexOf(depth));
    },
    result: () => ({
      index: {
        publishers: [...publishers.keys()],
        registries: [...rows].map(([registry, each]) => ({ registry, rows: each })),
        more,
      } satisfies PageIndex,
      historyOf(id) {
        const position = positions.get(id);
        return position === undefined ? null : JSON.parse(lines.read(position));
      },
    }),
  };
}

function historyIn(subject: Subject): PageHistory | null {
  if (subject.depth === 'name') return null;
  const packuments = 'packuments' in subject ? subject.packuments : [];
  const { record, earlier } = subject;
  if (packuments.length === 0 && earlier.length === 0) return null;
  return {
    records: [...earlier, record].slice(-NEWEST_RECORDS).map(recordVersion),
    packages: packuments.slice(0, MAX_PACKAGES).map(packageHistory),
  };
}

function recordVersion({ version, publishedAt }: ServerRecord): PageVersion {
  return { version: cut(version ?? 'no version', MAX_VERSION_CHARACTERS), publishedAt, by: null };
}

function packageHistory({ purl, releases }: Packument): PagePackage {
  return {
    purl: cut(purl, MAX_NAME_CHARACTERS),
    older: Math.max(0, releases.length - NEWEST_RELEASES),
    releases: releases.slice(-NEWEST_RELEASES).map(({ version, publishedAt, publishedBy }) => ({
      version: cut(version, MAX_VERSION_CHARACTERS),
      publishedAt,
      by: publishedBy === null ? null : cut(publishedBy.name, MAX_VERSION_CHARACTERS),
    })),
  };
}

/** Everything `renderPage` wants but the reports; `seen` is null where single packages were scanned. */
export function pageInput(seen: PageSource | null): Omit<PageInput, 'reports' | 'gateways' | 'drift'> {
  return {
    ...builtPage('report.html'),
    fingerprintOf: (candidate) => candidate.fingerprint ?? fingerprint(candidate),
    brandsOf: brandFinder(protectedNames.brands),
    historyOf: seen?.historyOf ?? (() => null),
    index: seen?.index ?? null,
  };
}

/** A page that the build left for a command to fill. */
export function builtPage(name: 'report.html' | 'trend.html'): Built {
  const path = join(packageFolder(), 'dist', 'page', name);
  try {
    return { template: readFileSync(path, 'utf8'), liveHosts: liveHosts() };
  } catch (error) {
    throw new Error(`the page is not built (${path}): run "npm run build"`, { cause: error });
  }
}

/** To which a page may link: the program’s own hosts, not those of `--base-url`, since a page outlives the mirror it was made from. */
export function liveHosts(): string[] {
  const asked = sources([...registries, ...ecosystems, ...codeHosts], { overrides: [], environment: {} });
  return [...new Set(hostsOf(asked).map(({ baseUrl }) => new URL(baseUrl).host))];
}

/**
 * The brands whose names or identities a candidate's evidence is compared with.
 *
 * Products of one company share its identities, so what several brands have names one of them only where nothing else does.
 */
function brandFinder(brands: readonly Brand[]): PageInput['brandsOf'] {
  const known = new Map<string, Set<string>>();
  for (const { name, aliases, ordinaryWords, servers, domains, remoteHosts, identities } of brands) {
    const { namespaces, npmScopes, npmPackages, pypiProjects } = identities;
    const named = [aliases, ordinaryWords, servers, domains, remoteHosts, namespaces, npmScopes, npmPackages];
    for (const each of [name, ...named.flat(), ...pypiProjects]) {
      const key = each.toLowerCase();
      known.set(key, (known.get(key) ?? new Set()).add(name));
    }
  }
  return ({ pipeline, fired }: Candidate) => {
    if (pipeline !== 'lookalike') return [];
    const compared = fired.flatMap(({ evidence }) => evidence.flatMap(({ expected }) => stringsOf(expected)));
    const found = compared.flatMap((each) => known.get(each.toLowerCase()) ?? []);
    const certain = found.filter(({ size }) => size === 1);
    return [...new Set((certain.length > 0 ? certain : found).flatMap((each) => [...each]))];
  };
}

function stringsOf(value: Json): string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}
