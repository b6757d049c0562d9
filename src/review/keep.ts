import { createHash } from 'node:crypto';
import type { Verdict } from '../model/verdict.ts';
import { outranks } from './standing.ts';
import { verdictLine } from './verdict.ts';

/** What git is told of a folder of verdicts: lines of both sides are kept, since each stands for itself. */
export const GIT_ATTRIBUTES = '*.ndjson merge=union\n';

const MAX_SLUG_CHARACTERS = 40;
const DIGEST_CHARACTERS = 8;

/**
 * The file in which a reviewer's verdicts are kept: one for each, so that two people never write into the same.
 *
 * A name of which a file's name keeps little, such as one in another script, is told apart by a digest.
 */
export function fileOf(reviewer: string): string {
  const slug = reviewer
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_SLUG_CHARACTERS)
    .replace(/^-|-$/g, '');
  if (slug !== '' && reviewer.length <= MAX_SLUG_CHARACTERS && /^[\w .@+-]*$/.test(reviewer)) return `${slug}.ndjson`;
  const digest = createHash('sha256').update(reviewer).digest('hex').slice(0, DIGEST_CHARACTERS);
  return `${slug === '' ? 'reviewer' : slug}-${digest}.ndjson`;
}

export interface Kept {
  readonly lines: readonly Verdict[];
  readonly added: number;
  readonly replaced: number;
  /** Known already, or older than what is known. */
  readonly unchanged: number;
}

/**
 * A file's verdicts with further ones: one for each reviewer and fingerprint, sorted by fingerprint, so that lines which two
 * branches add stand apart and are seldom in conflict.
 *
 * Of the same reviewer on the same evidence the later day counts, and on one day what is decided now.
 */
export function kept(before: readonly Verdict[], further: readonly Verdict[]): Kept {
  const lines = new Map<string, Verdict>();
  for (const verdict of before) {
    const known = lines.get(keyOf(verdict));
    if (known === undefined || outranks(verdict, known)) lines.set(keyOf(verdict), verdict);
  }
  let [added, replaced, unchanged] = [0, 0, 0];
  for (const verdict of further) {
    const known = lines.get(keyOf(verdict));
    if (known !== undefined && (known.date > verdict.date || verdictLine(known) === verdictLine(verdict))) {
      unchanged += 1;
      continue;
    }
    lines.set(keyOf(verdict), verdict);
    if (known === undefined) added += 1;
    else replaced += 1;
  }
  return { lines: sorted([...lines.values()]), added, replaced, unchanged };
}

/** A file's text. */
export function verdictFile(lines: readonly Verdict[]): string {
  return lines.map((verdict) => `${verdictLine(verdict)}\n`).join('');
}

function sorted(verdicts: readonly Verdict[]): readonly Verdict[] {
  return verdicts.toSorted((a, b) => (verdictLine(a) < verdictLine(b) ? -1 : 1));
}

function keyOf({ fingerprint, reviewer }: Verdict): string {
  return `${fingerprint} ${reviewer}`;
}
