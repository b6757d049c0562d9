import type { Candidate } from '../model/candidate.ts';
import type { EntryId } from '../model/entry.ts';
import { cut } from './bounded.ts';
import type { PageAnswers, PageDetail, PageHistory, PageIndex, PageRow } from './page-data.ts';
import { pageDetail, pageRow } from './page-detail.ts';
import { type FactsInput, type Listed, pageFacts } from './page-facts.ts';
import { block, lineBlock, parted } from './page-frame.ts';
import type { PipelineReport } from './report.ts';

/** The beginning of each list; what is beyond stands in the JSON file, and the page says so. */
const MAX_CANDIDATES = 10_000;
const MAX_REASON_CHARACTERS = 300;

/** A built page, and what is put into every one of them. */
export interface Built {
  /** Its own scripts and styles are allowed by their digests and nothing else is. */
  readonly template: string;
  /** Hosts that the program itself may ask: only addresses there become links. */
  readonly liveHosts: readonly string[];
}

export interface PageInput extends Pick<FactsInput, 'reports' | 'gateways' | 'drift'>, Built {
  readonly fingerprintOf: (candidate: Candidate) => string;
  readonly brandsOf: (candidate: Candidate) => readonly string[];
  /** null where it was not kept. */
  readonly historyOf: (id: EntryId) => PageHistory | null;
  /** null where entries were not listed. */
  readonly index: PageIndex | null;
}

/**
 * report.html: the built page with what a scan found put into it as JSON.
 *
 * Nothing else is put in, so that text from outside is never markup: `<` is written as an escape, and the blocks are not scripts.
 * Candidates are walked twice, so that their rows come before their details. Throws where the template has no place for data.
 */
export function* renderPage(input: PageInput): Generator<string> {
  const [before, script, after] = parted(input.template);
  const rows: PageRow[] = [];
  const lists: Listed[] = [];
  for (const { candidates } of input.reports) {
    let listed = 0;
    for (const candidate of candidates) {
      listed += 1;
      if (listed > MAX_CANDIDATES) continue;
      rows.push(rowOf(candidate, rows.length, input));
    }
    lists.push({ listed, shown: Math.min(listed, MAX_CANDIDATES) });
  }

  yield before;
  yield block('hosts', input.liveHosts);
  yield block('facts', pageFacts({ ...input, lists }));
  yield block('rows', rows);
  yield script;
  const answers = new Map<string, number>();
  yield* lineBlock('details', details(input, answers));
  yield* lineBlock('answers', parsed(answers.keys()));
  yield block('index', input.index);
  yield after;
}

function* details({ reports, historyOf }: PageInput, answers: Map<string, number>): Generator<PageDetail> {
  for (const report of reports) {
    for (const candidate of first(report)) {
      yield pageDetail(candidate, answerNumber(candidate, answers), historyOf(candidate.entry.id));
    }
  }
}

function* parsed(keys: Iterable<string>): Generator<PageAnswers> {
  for (const key of keys) yield JSON.parse(key);
}

function first({ candidates }: PipelineReport): IteratorObject<Candidate> {
  return Iterator.from(candidates).take(MAX_CANDIDATES);
}

/** Candidates seen as deep have the same answers but for a few, so each list of them stands once. */
function answerNumber({ silent, unseen }: Candidate, answers: Map<string, number>): number {
  const cutShort = unseen.map(({ signal, reason }) => ({ signal, reason: cut(reason, MAX_REASON_CHARACTERS) }));
  const key = JSON.stringify({ silent, unseen: cutShort } satisfies PageAnswers);
  const known = answers.get(key) ?? answers.size;
  answers.set(key, known);
  return known;
}

function rowOf(candidate: Candidate, line: number, { fingerprintOf, brandsOf }: PageInput): PageRow {
  return pageRow(candidate, { line, fingerprint: fingerprintOf(candidate), brands: brandsOf(candidate) });
}
