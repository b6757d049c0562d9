import { describe, expect, test } from 'vitest';
import type { Verdict } from '../model/verdict.ts';
import type { Listed } from '../review/report-folder.ts';
import { candidate, cited, fired } from '../testing/candidates.ts';
import { entry } from '../testing/subjects.ts';
import { verdict, verdictOn } from '../testing/verdicts.ts';
import { type Asker, reviewOnTerminal } from './review-terminal.ts';
import { candidateText, evidenceText } from './review-text.ts';

const NASTY = '\u001B[2Jtide\u202Ewater\u200B';

/** As a report file holds it. */
function listed(fields: Parameters<typeof candidate>[0] = {}): Listed {
  return JSON.parse(JSON.stringify(candidate(fields)));
}

const town = ['tidewatr', 'quaysid', 'lantern-bakry'].map((name, index) =>
  listed({ rank: index + 1, entry: entry({ name: `io.github.quayside/${name}` }) }),
);

/** A person who answers by a script; `null` for a reason is a change of mind. */
async function played(answers: readonly (string | null)[], verdicts: readonly Verdict[] = []) {
  const waiting = [...answers];
  const [shown, kept]: [string[], Verdict[]] = [[], []];
  const asker: Asker = {
    show: (text) => shown.push(text),
    choose: async () => {
      const choice = waiting.shift();
      if (choice !== 'dismissed' && choice !== 'confirmed' && choice !== 'open' && choice !== 'skip') return 'quit';
      return choice;
    },
    reason: async () => waiting.shift() ?? null,
  };
  await reviewOnTerminal(
    {
      reports: { folder: 'reports', asOf: '2026-06-29', pipelines: ['lookalike'], candidates: town },
      verdicts,
      only: null,
      made: (about, said) => verdict({ entry: about.entry.id, ...said }),
      keep: (each) => kept.push(each),
    },
    asker,
  );
  return { shown, kept: kept.map(({ entry: id, verdict: said, reason }) => [id.split('/')[1], said, reason]) };
}

describe('at the terminal', () => {
  test('one decides, skips, opens the evidence and quits, and each verdict is kept at once', async () => {
    const { shown, kept } = await played(['open', 'dismissed', 'our own', 'skip', 'confirmed', 'takes keys']);
    expect(kept).toEqual([
      ['tidewatr', 'dismissed', 'our own'],
      ['lantern-bakry', 'confirmed', 'takes keys'],
    ]);
    expect(shown[1]).toContain('at: https://official.example/servers /servers/4/name');
    expect(shown.at(-1)).toBe('2 decided, 1 left without a verdict in force.');
  });

  test('a change of mind while giving the reason asks again', async () => {
    expect((await played(['dismissed', null, 'confirmed', 'looked again', 'quit'])).kept).toEqual([
      ['tidewatr', 'confirmed', 'looked again'],
    ]);
  });

  test('what is decided already is not asked again, what expired is', async () => {
    const [first, second] = [town[0], town[1]].map((each) =>
      candidate({ entry: entry({ name: each?.entry.name ?? '' }) }),
    );
    if (first === undefined || second === undefined) throw new Error('two were made');
    const { shown, kept } = await played(
      ['skip', 'skip'],
      [verdictOn(first), verdictOn(second, { expires: '2026-06-29' })],
    );
    expect(kept).toEqual([]);
    expect(shown.join('\n')).not.toContain('quayside/tidewatr\nlookalike');
    expect(shown[0]).toContain('dismissed on 2026-06-01 by Harbour Master, expired since');
  });
});

test('nothing from outside acts on the terminal', () => {
  const hostile = listed({
    entry: entry({ name: `io.github.quayside/${NASTY}` }),
    fired: [fired('lookalike/brand-typo', cited({ statement: NASTY, observed: [NASTY], expected: NASTY }))],
    shown: { description: NASTY, version: NASTY, repository: NASTY, packages: [NASTY], remotes: [NASTY], reach: 1 },
  });
  const lapsed = { verdict: verdict({ reason: NASTY, reviewer: NASTY }), because: 'expired' } as const;
  const text = `${candidateText(hostile, lapsed)}\n${evidenceText(hostile)}`;
  expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
  expect(text).toContain('\\u{1B}[2Jtide\\u{202E}water');
});
