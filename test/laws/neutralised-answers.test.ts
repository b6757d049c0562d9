/** No text of a stranger reaches a reader as anything but text: what the verbs beside `scan` print, over values of their published shapes. */
import { assert, constantFrom, property, type Arbitrary } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AuditReport } from '../../src/audit/report.ts';
import { auditSarif } from '../../src/audit/sarif.ts';
import { AuditReportSchema, StatusReportSchema } from '../../src/audit/schema.ts';
import type { ServerStatus } from '../../src/audit/status.ts';
import { renderStatus } from '../../src/audit/status-terminal.ts';
import { renderAudit } from '../../src/audit/terminal.ts';
import type { Card } from '../../src/card/card.ts';
import { candidateText, evidenceText } from '../../src/commands/review-text.ts';
import type { Drift } from '../../src/model/drift.ts';
import type { Trend } from '../../src/model/trend.ts';
import { renderChoice } from '../../src/report/card-choice.ts';
import { renderCardJson } from '../../src/report/card-json.ts';
import { renderCardMarkdown } from '../../src/report/card-markdown.ts';
import { CardReport, ChoicesReport, VerifyReport } from '../../src/report/card-schema.ts';
import { renderCardTerminal } from '../../src/report/card-terminal.ts';
import { renderChecks, type VerifiedPackage } from '../../src/report/checks.ts';
import { renderDriftCsv } from '../../src/report/drift-csv.ts';
import { renderDriftJson } from '../../src/report/drift-json.ts';
import { DriftReport } from '../../src/report/drift-schema.ts';
import { driftLines, driftSection } from '../../src/report/drift-section.ts';
import { renderPage } from '../../src/report/html.ts';
import { DATA_MARK, MORE_MARK } from '../../src/report/page-frame.ts';
import { Candidate } from '../../src/report/schema.ts';
import { renderTrendPage } from '../../src/report/trend-html.ts';
import { renderTrendJson } from '../../src/report/trend-json.ts';
import { TrendReport } from '../../src/report/trend-schema.ts';
import { renderTrend } from '../../src/report/trend-tables.ts';
import { SearchReport } from '../../src/search/report.ts';
import { renderSearch } from '../../src/search/render.ts';
import { head, report } from '../../src/testing/candidates.ts';
import { inertJson } from '../../src/text/inert.ts';
import { shaped } from './arbitrary-shapes.ts';
import { formulasIn, MARKUP, SELF_LINKING, UNSEEN, withoutCode } from './shown.ts';

const RUNS = { numRuns: 150 };
const PLAIN = { bold: (text: string) => text, dim: (text: string) => text, alert: (text: string) => text };
const PAGE = { style: PLAIN, width: 80 };
const SETTINGS = {
  looked: 30,
  updated: false,
  home: '/home/tide',
  paint: (_level: string, text: string) => text,
} as const;
const TEMPLATE = `<!doctype html><title>x</title>${DATA_MARK}<p>middle</p>${MORE_MARK}<p>end</p>`;

/** The program's own words, whatever the data are: today's date, its name and version, and what it says of itself. */
const OWN = {
  tool: constantFrom('mcp-registry-audit@0.1.0'),
  asOf: constantFrom('2026-06-29'),
  packagesReadAt: constantFrom(null, '2026-06-29T12:00:00Z'),
  notice: constantFrom('A notice.'),
  date: constantFrom('2026-06-22'),
  origin: constantFrom('captured', 'synthetic'),
};
const card = shaped<Card>(CardReport, OWN);
const choices = shaped<{ choices?: Listed[]; near?: Listed[] }>(ChoicesReport).map(
  (each) => each.choices ?? each.near ?? [],
);
type Listed = Parameters<typeof renderChoice>[0][number];
const candidate = shaped<Parameters<typeof candidateText>[0]>(Candidate).map((each) => ({
  ...each,
  pipeline: 'lookalike' as const,
}));
const verified = shaped<{ packages: VerifiedPackage[] }>(VerifyReport, OWN).map(({ packages }) => packages);
const found = shaped<SearchReport>(SearchReport, OWN);
const audited = shaped<AuditReport>(AuditReportSchema, OWN);
const configured = shaped<{ servers: ServerStatus[] }>(StatusReportSchema, OWN).map(({ servers }) => servers);
const drift = shaped<Drift>(DriftReport, OWN);
const trend = shaped<Trend>(TrendReport, OWN);

interface Shown {
  readonly plain: () => string;
  /** With line breaks in its texts. */
  readonly broken: () => string;
}

function answer<T>(of: Arbitrary<T>, shown: (value: T) => string): Arbitrary<Shown> {
  return of.map((value) => ({ plain: () => shown(value), broken: () => shown(marked(value)) }));
}

const STATUS = { asOf: '2026-06-29', lists: null, notRead: [], unseen: [], snapshot: null };
const TERMINAL = {
  'a card': answer(card, (each) => renderCardTerminal(each, PAGE)),
  'servers to choose from': answer(choices, (each) => renderChoice(each, PAGE)),
  'checks of packages': answer(verified, (each) => renderChecks(each, PAGE)),
  'hits of a search': answer(found, (each) => renderSearch(each, { columns: 140, style: (_format, text) => text })),
  'hits of a search, narrow': answer(found, (each) =>
    renderSearch(each, { columns: 60, style: (_format, text) => text }),
  ),
  'an audit': answer(audited, (each) => renderAudit(each, SETTINGS)),
  'what is set up': answer(configured, (each) => renderStatus(each, { ...STATUS, security: false })),
  'what is set up, with who is trusted': answer(configured, (each) =>
    renderStatus(each, { ...STATUS, security: true }),
  ),
  drift: answer(drift, (each) => driftLines(each).join('\n')),
  'a trend': answer(trend, (each) => renderTrend(trending(each))),
  'a candidate under review': answer(candidate, (each) => `${candidateText(each, null)}\n${evidenceText(each)}`),
};
const MARKDOWN = {
  'a card': answer(card, renderCardMarkdown),
  drift: answer(drift, (each) => driftSection(each).join('\n')),
};
const FILES = {
  'a card as JSON': answer(card, renderCardJson),
  'an audit as SARIF': answer(audited, (each) => inertJson(auditSarif(each, '/work/quay'), 1)),
  'drift as JSON': answer(drift, (each) => [...renderDriftJson({ head: head(), drift: each })].join('')),
  'drift as CSV': answer(drift, csvOf),
  'drift in the page': answer(drift, pageOf),
  'a trend as JSON': answer(trend, (each) => renderTrendJson(trending(each))),
  'a trend as a page': answer(trend, trendPageOf),
};

describe('nothing that cannot be seen', () => {
  test.each([
    ...Object.entries(TERMINAL),
    ...Object.entries(MARKDOWN).map(([name, each]) => [`${name} as Markdown`, each] as const),
    ...Object.entries(FILES),
  ])('is written by %s', (_name, answers) => {
    assert(
      property(answers, ({ plain }) => {
        expect(linesWithUnseen(plain())).toEqual([]);
      }),
      RUNS,
    );
  });
});

describe('on a terminal no text begins a line of its own', () => {
  test.each(Object.entries(TERMINAL))('in %s', (_name, answers) => {
    assert(
      property(answers, ({ broken }) => {
        // A line break of a stranger is either spelled out or a blank: no line is what it would have begun.
        const lines = broken().split('\n');
        expect(lines.filter((line) => line.startsWith(MARK))).toEqual([]);
      }),
      RUNS,
    );
  });
});

describe('as Markdown there is no link, no picture, no markup and no heading of a stranger', () => {
  test.each(Object.entries(MARKDOWN))('in %s', (_name, answers) => {
    assert(
      property(answers, ({ plain }) => {
        const lines = plain()
          .split('\n')
          .filter((line) => !OWN_MARKUP.test(line))
          .map(withoutCode);
        for (const line of lines) {
          expect(line).not.toMatch(MARKUP);
          expect(line).not.toMatch(SELF_LINKING);
        }
        expect(lines.filter((line) => /^ {0,3}#/.test(line) && !/^(?:###\s+|## Drift$)/.test(line))).toEqual([]);
      }),
      RUNS,
    );
  });
});

test('no cell of drift begins a formula', () => {
  assert(
    property(drift, (each) => {
      expect(formulasIn(csvOf(each))).toEqual([]);
    }),
    RUNS,
  );
});

test('in pages there is no tag but those of the page', () => {
  const tags = (text: string) => text.match(/<[a-z/!]/gi)?.length ?? 0;
  const nothing = { before: null, after: null, registries: [], groups: [], lines: [], snapshots: [] };
  assert(
    property(drift, trend, (changes, series) => {
      expect(tags(pageOf(changes))).toBe(tags(pageOf({ ...changes, ...nothing, ...sidesOf(changes) })));
      expect(tags(trendPageOf(series))).toBe(tags(trendPageOf({ snapshots: [] })));
    }),
    RUNS,
  );
});

/** As code points, so that a failure reads well. */
function linesWithUnseen(text: string): readonly string[] {
  return text
    .split('\n')
    .filter((line) => UNSEEN.test(line))
    .map((line) => inertJson(line));
}

const MARK = '\u2693harbour';
/** What the program folds and says at the end of a card. */
const OWN_MARKUP = /^(?:<details><summary>[^<]*<\/summary>|<\/details>|<sub>[^<]*<\/sub>)$/;

/** The same value in which every text goes on, after a line break, with the mark. */
function marked<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (_key, inner) =>
    typeof inner === 'string' && UNSEEN.test(inner) ? `x\r\n${MARK}\n${MARK}` : inner,
  );
}

function sidesOf({ before, after }: Drift): Pick<Drift, 'before' | 'after'> {
  return { before, after };
}

function csvOf(each: Drift): string {
  return [...renderDriftCsv({ head: head(), drift: each })].join('');
}

function trending(each: Trend): Parameters<typeof renderTrend>[0] {
  return { tool: OWN_TOOL, attributions: [], trend: each };
}

const OWN_TOOL = 'mcp-registry-audit@0.1.0';

function trendPageOf(each: Trend): string {
  return [...renderTrendPage(trending(each), { template: TEMPLATE, liveHosts: ['npm.example'] })].join('');
}

function pageOf(each: Drift): string {
  return [
    ...renderPage({
      template: TEMPLATE,
      reports: [report()],
      gateways: null,
      liveHosts: ['npm.example'],
      fingerprintOf: () => '0'.repeat(64),
      brandsOf: () => [],
      historyOf: () => null,
      drift: each,
      index: null,
    }),
  ].join('');
}
