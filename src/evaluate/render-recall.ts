import { code, table, text } from '../report/markdown.ts';
import type { Evaluation } from './evaluation.ts';
import type { Rates, Recall } from './recall.ts';
import { counted, named, percent } from './render-numbers.ts';

/** Rows of a list that a reader gets through; JSON has them all. */
const MOST_ROWS = 40;

export function recallLines({ recall, lists }: Evaluation): readonly string[] {
  if (recall.length === 0) return ['No labels.'];
  const rows = recall.flatMap((each) => [
    rateRow(each, 'signals alone', each.detected),
    ...(each.withLists === null ? [] : [rateRow(each, 'with lists', each.withLists)]),
  ]);
  const head = [
    'labels',
    'pipeline',
    'with',
    'cases',
    'campaigns',
    'as expected',
    'raised, of campaigns',
    'raised, of packages',
    'first, of campaigns',
    'first, of packages',
  ];
  const known = recall
    .filter(({ knownOnly }) => knownOnly > 0)
    .map(({ labels, pipeline, knownOnly }) => `${knownOnly} of ${text(labels, 80)} (${pipeline})`);
  return [
    ...table({ head, rows }),
    '',
    'As expected: every signal that the label names fired. Of campaigns: mean of the shares of campaigns (macro).' +
      (lists.length === 0
        ? ''
        : ' A match with a list of known records is not detection, so the two rows are never mixed.') +
      (known.length === 0
        ? ''
        : ` Cases that only a takedown or a list can show are counted with lists only: ${known.join(', ')}.`),
  ];
}

export function depthLines({ depths }: Evaluation): readonly string[] {
  if (depths.length === 0) return ['Without labels of this snapshot.'];
  const rows = depths.map(({ pipeline, depth, seen, raised, first, raisedOverCampaigns, attainable }) => [
    pipeline,
    depth,
    seen,
    raisedOverCampaigns === null ? '–' : percent(raisedOverCampaigns),
    counted(raised),
    counted(first),
    attainable === null ? '–' : counted(attainable),
  ]);
  return [
    ...table({
      head: ['pipeline', 'no deeper than', 'seen so deep', 'raised, of campaigns', 'raised', 'first', 'attainable'],
      rows,
    }),
    '',
    'Signals alone, on the labels of the snapshot, with nothing deeper known of the labelled entry; depths in which one was never seen show what is above them. ' +
      'Attainable, of cases whose label names signals: raised, or raised if all signals that the label names and that could look there fired with their largest weight; better signals of the same weights get no further.',
  ];
}

function rateRow({ labels, pipeline, campaigns }: Recall, how: string, rates: Rates): readonly (string | number)[] {
  return [
    labels,
    pipeline,
    how,
    rates.raised.of,
    campaigns,
    rates.asExpected === null ? '–' : counted(rates.asExpected),
    rates.raisedOverCampaigns === null ? '–' : percent(rates.raisedOverCampaigns),
    counted(rates.raised),
    rates.firstOverCampaigns === null ? '–' : percent(rates.firstOverCampaigns),
    counted(rates.first),
  ];
}

/** One set of labels by campaign, and what was missed; as the lines under a heading. */
export function campaignLines({ byCampaign, missed, withLists }: Recall): readonly string[] {
  const rows = byCampaign.map(({ campaign, cases, raised, first, raisedWithLists }) => [
    campaign,
    cases,
    raised,
    first,
    ...(raisedWithLists === null ? [] : [raisedWithLists]),
  ]);
  const head = [
    'campaign or pattern',
    'cases',
    'raised',
    'first',
    ...(withLists === null ? [] : ['raised with lists']),
  ];
  return [
    ...table({ head, rows }),
    ...(missed.length === 0
      ? []
      : [
          '',
          `Not raised by signals alone: ${missed.length}${missed.length > MOST_ROWS ? `, the first ${MOST_ROWS}` : ''}.`,
          '',
          ...missed
            .slice(0, MOST_ROWS)
            .map(
              ({ id, tier, score, silent, unseen }) =>
                `- ${code(id)}: ${tier ?? 'not a candidate'}, ${score}${named('silent', silent)}${named('unseen', unseen)}`,
            ),
        ]),
  ];
}
