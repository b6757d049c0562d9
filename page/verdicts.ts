import type { Decision, Verdict } from '../src/model/verdict.ts';
import type { PageRow } from '../src/report/page-data.ts';
import { inertJson } from '../src/text/inert.ts';
import { rows } from './data.ts';

const KEY = 'registry-audit/verdicts';
const known = new Map<string, Verdict>(kept());
const given = new Map(
  rows.flatMap(({ fingerprint, verdict }) => (verdict === null ? [] : [[fingerprint, verdict] as const])),
);
const listeners = new Set<() => void>();

export function verdictOn(fingerprint: string): Verdict | undefined {
  return known.get(fingerprint) ?? given.get(fingerprint);
}

/** Decided in this page, not given to the scan. */
export function isHere(fingerprint: string): boolean {
  return known.has(fingerprint);
}

/** The decision that stands: the one made here, else the one the scan was given. */
export function decisionOn(fingerprint: string): Decision | undefined {
  return (known.get(fingerprint) ?? given.get(fingerprint))?.verdict;
}

export function verdicts(): readonly Verdict[] {
  return [...known.values()];
}

export interface Decided extends Pick<Verdict, 'verdict' | 'reason' | 'reviewer' | 'date' | 'expires'> {}

/** Keeps a decision for this browser, or until the page is closed where it keeps nothing for files. */
export function decide({ fingerprint, id, pipeline }: PageRow, decided: Decided): void {
  known.set(fingerprint, { schemaVersion: 1, fingerprint, entry: id, pipeline, ...decided });
  changed();
}

export function withdraw(fingerprint: string): void {
  known.delete(fingerprint);
  changed();
}

export function onVerdict(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The file that `registry-audit review --import` reads: one verdict a line. */
export function exported(): string {
  return [...known.values()].map((each) => `${verdictLine(each)}\n`).join('');
}

/** In the order of fields in which the program writes them. */
function verdictLine({
  schemaVersion,
  fingerprint,
  entry,
  pipeline,
  verdict,
  reason,
  reviewer,
  date,
  expires,
}: Verdict) {
  return inertJson({ schemaVersion, fingerprint, entry, pipeline, verdict, reason, reviewer, date, expires });
}

function changed(): void {
  try {
    localStorage.setItem(KEY, JSON.stringify([...known]));
  } catch {
    // A browser that keeps nothing for files: the export is what lasts.
  }
  for (const listener of listeners) listener();
}

function kept(): [string, Verdict][] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? stored : [];
  } catch {
    return [];
  }
}
