import { code, table, text } from '../report/markdown.ts';
import type { Table } from '../report/tables.ts';
import { BANDS } from './spread.ts';
import type { Evaluation } from './evaluation.ts';
import { counted, named, percent } from './render-numbers.ts';
import { campaignLines, depthLines, recallLines } from './render-recall.ts';
import type { BudgetRow } from './budgets.ts';

const MAX_CHARACTERS = 400;
/** What `evaluate` prints and docs/evaluation.md holds: Markdown that also reads as it is. `long` adds what is behind the figures. */
export function renderEvaluation(all: Evaluation, { long }: { readonly long: boolean }): string {
  const sections = [
    section('Recall', recallLines(all)),
    section('Recall by depth', depthLines(all)),
    section('False alarms', [...table(alarmTable(all)), '', ALARMS_NOTE, ...(long ? exampleLines(all) : [])]),
    section('Firing budgets', budgetLines(all, long)),
    section('What there is to read', table(densityTable(all))),
    section('Precision of the first candidates', precisionLines(all)),
    ...(long ? [section('Scores by depth', table(scoresTable(all)))] : []),
    ...(long
      ? all.recall.flatMap((each) =>
          section(`Recall of ${text(each.labels, 100)}, ${each.pipeline}`, campaignLines(each)),
        )
      : []),
    ...(all.ablation === null ? [] : [section('What each signal adds', ablationLines(all))]),
    ...(long ? [section('What others published', publishedLines(all))] : []),
    ...(all.notMeasured.length === 0
      ? []
      : [
          section(
            'Not measured here',
            all.notMeasured.map((each) => `- ${text(each, MAX_CHARACTERS)}`),
          ),
        ]),
  ];
  return [...headLines(all), ...sections.flat()].join('\n').trimEnd();
}

/** The budgets that are exceeded, in one line each; for a failure's message. */
export function overLine({ signal, weighing, most, fired }: BudgetRow): string {
  return `${signal}: fired with ${weighing} points or more on ${counted(fired)}, and its budget is ${percent(most)}`;
}

const ALARMS_NOTE =
  'Raised: `review` or `review-first`. In brackets the exact binomial interval at 95 %. Unlabelled entries of a captured snapshot may hold real finds: there these rows are what is left to read.';

function headLines({ snapshot, entries, asOf, lists, baseline }: Evaluation): readonly string[] {
  const used = lists.map(({ title, date, records }) => `${text(title, 120)} of ${date}, ${records} records`).join('; ');
  return [
    `Snapshot ${text(snapshot.date, 20)} (${snapshot.origin}, ${entries} entries)${baseline === null ? '' : `, compared with ${text(baseline, 20)}`}; ` +
      `as of: ${asOf ?? 'everything it holds'}; lists of known records: ${used === '' ? 'none' : used}.`,
    '',
  ];
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return [`### ${title}`, '', ...lines, ''];
}

function alarmTable({ alarms }: Evaluation): Table {
  return {
    head: ['entries', 'pipeline', 'raised', 'review-first'],
    rows: alarms.map(({ corpus, pipeline, raised, first }) => [corpus, pipeline, counted(raised), counted(first)]),
  };
}

function exampleLines({ alarms }: Evaluation): readonly string[] {
  return alarms
    .filter(({ examples }) => examples.length > 0)
    .flatMap(({ corpus, pipeline, examples }) => [
      '',
      `Raised of ${text(corpus, 100)}, ${pipeline}, the first ${examples.length}:`,
      '',
      ...examples.map(({ id, score, fired }) => `- ${code(id)}: ${score}${named('fired', fired)}`),
    ]);
}

function budgetLines({ budgets, twinRates }: Evaluation, long: boolean): readonly string[] {
  const count = (standing: BudgetRow['standing']) => budgets.filter((each) => each.standing === standing).length;
  const shown = long ? budgets : budgets.filter(({ standing }) => standing === 'over');
  const twins = new Map(twinRates.map((each) => [`${each.signal} ${each.weighing}`, each.fired]));
  return [
    `Of ordinary entries at which a signal could look, firings of 25 points or more may be 1 %, of 10 or more 5 %: ` +
      `${count('within')} within, ${count('over')} over, ${count('too few')} looked at too few entries for a single firing to be within. ` +
      `Twins were chosen for being hard and are held against nothing.`,
    ...(shown.length === 0
      ? []
      : [
          '',
          ...table({
            head: ['signal', 'points', 'budget', 'ordinary entries', 'twins', 'standing'],
            rows: shown.map(({ signal, weighing, most, fired, standing }) => [
              signal,
              `≥ ${weighing}`,
              percent(most),
              counted(fired),
              counted(twins.get(`${signal} ${weighing}`) ?? { hits: 0, of: 0, low: 0, high: 1 }),
              standing,
            ]),
          }),
        ]),
  ];
}

function densityTable({ density }: Evaluation): Table {
  return {
    head: ['pipeline', 'tier', 'candidates', 'in 20,000 entries'],
    rows: density.map(({ pipeline, tier, candidates, per20000, low, high }) => [
      pipeline,
      tier,
      candidates,
      `${per20000.toFixed(1)} (${low.toFixed(1)} to ${high.toFixed(1)})`,
    ]),
  };
}

function precisionLines({ byLabels, byVerdicts }: Evaluation): readonly string[] {
  return [
    ...(byLabels.length === 0
      ? ['Without labels of this snapshot.']
      : table({
          head: ['pipeline', 'first', 'planted by its labels'],
          rows: byLabels.map(({ pipeline, top, positives }) => [pipeline, String(top), counted(positives)]),
        })),
    ...(byVerdicts.length === 0
      ? []
      : [
          '',
          ...table({
            head: ['pipeline', 'first', 'listed', 'judged by people', 'confirmed'],
            rows: byVerdicts.map(({ pipeline, top, listed, judged, confirmed }) => [
              pipeline,
              String(top),
              listed,
              judged,
              judged === 0 ? '–' : `${confirmed} (${percent(confirmed / judged)} of the judged)`,
            ]),
          }),
        ]),
  ];
}

function scoresTable({ scores }: Evaluation): Table {
  return {
    head: [
      'pipeline',
      'depth',
      'looked at',
      'silent',
      ...BANDS.map((from, at) => band(from, BANDS[at + 1])),
      'highest',
    ],
    rows: scores.map(({ pipeline, depth, looked, silent, bands, highest }) => [
      pipeline,
      depth,
      looked,
      silent,
      ...bands,
      highest ?? '–',
    ]),
  };
}

function band(from: number, to: number | undefined): string {
  return to === undefined ? `${from} to 100` : `${from} to <${to}`;
}

function ablationLines({ ablation }: Evaluation): readonly string[] {
  if (ablation === null || ablation.length === 0) return ['No signal changes anything by itself.'];
  return [
    'Each signal taken out alone, lists of known records left out throughout. A clearing signal shows what it holds back as less than 0.',
    '',
    ...table({
      head: [
        'pipeline',
        'signal',
        'role',
        'positives lost',
        'recall over campaigns lost',
        'ordinary entries no longer raised',
      ],
      rows: ablation.map(({ pipeline, signal, role, positivesLost, recallLost, ordinaryLost }) => [
        pipeline,
        signal,
        role,
        positivesLost,
        `${(100 * recallLost).toFixed(1)} points`,
        ordinaryLost,
      ]),
    }),
  ];
}

function publishedLines({ published }: Evaluation): readonly string[] {
  return [
    'Others measured other things on other populations, so this is not a ranking.',
    '',
    ...table({
      head: ['system', 'figure', 'source'],
      rows: published.map(({ system, figure, source }) => [system, figure, source]),
    }),
  ];
}
