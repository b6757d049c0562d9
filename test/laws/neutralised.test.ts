/** No text of a stranger reaches a reader as anything but text: every renderer, over reports made of hostile strings. */
import { array, assert, property, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recallOf } from '../../src/evaluate/recall.ts';
import { alarmsOnReleases } from '../../src/evaluate/release-pairs.ts';
import { renderEvaluation } from '../../src/evaluate/render.ts';
import { renderCoverageCsv } from '../../src/report/coverage-csv.ts';
import { renderCsv } from '../../src/report/csv.ts';
import { renderCoverage } from '../../src/report/coverage.ts';
import { renderGatewaysCsv } from '../../src/report/gateways-csv.ts';
import { gatewaysLines, gatewaysSection } from '../../src/report/gateways-table.ts';
import { renderGatewaysJson } from '../../src/report/gateways.ts';
import { renderPage } from '../../src/report/html.ts';
import { DATA_MARK, MORE_MARK } from '../../src/report/page-frame.ts';
import { renderJson } from '../../src/report/json.ts';
import { renderSarif } from '../../src/report/sarif.ts';
import { renderSummary } from '../../src/report/summary.ts';
import { renderSuppressed } from '../../src/report/suppressed.ts';
import { renderCoverageText, renderTerminal } from '../../src/report/terminal.ts';
import { head as plainHead } from '../../src/testing/candidates.ts';
import { hostileGateway, hostileReport } from './arbitrary-reports.ts';
import { hostileText } from './arbitraries.ts';
import { formulasIn, MARKUP, SELF_LINKING, UNSEEN, withoutCode } from './shown.ts';

/** The one piece of markup that a summary has beside tables and headings: it parts lists. */
const OWN_COMMENT = '<!-- hidden by a verdict -->';
const RUNS = { numRuns: 150 };
const reported = tuple(hostileReport, array(hostileGateway, { maxLength: 2 }));

/** Every text that the program writes, by where it is read. */
type Renderer = (
  report: Parameters<typeof renderTerminal>[0][0],
  gateways: Parameters<typeof gatewaysLines>[0]['gateways'],
) => string;

const TERMINAL: Readonly<Record<string, Renderer>> = {
  'the end of a scan': (report, gateways) => renderTerminal([report], ['out/summary.md'], gateways),
  'the end of a capture': (report) => renderCoverageText(report),
  'the list of gateways': (_report, gateways) => gatewaysLines({ gateways }).join('\n'),
};
const FILES: Readonly<Record<string, Renderer>> = {
  'candidates as JSON': (report) => [...renderJson(report)].join(''),
  'candidates as CSV': (report) => [...renderCsv(report)].join(''),
  'gateways as JSON': ({ head, coverage }, gateways) => [...renderGatewaysJson({ head, coverage, gateways })].join(''),
  'gateways as CSV': ({ head }, gateways) => [...renderGatewaysCsv({ head, gateways })].join(''),
  'coverage.json': ({ head, coverage, packages, sources }) => renderCoverage(head, { coverage, packages, sources }),
  'coverage.csv': ({ head, coverage }) => renderCoverageCsv(head, coverage),
  'suppressed.json': (report) => [...renderSuppressed([report])].join(''),
  SARIF: (report) => [...renderSarif([report])].join(''),
  'summary.md': (report, gateways) => renderSummary([report], gateways),
  'report.html': (report, gateways) => page(report, gateways),
};

describe('nothing that cannot be seen', () => {
  test.each(Object.entries({ ...TERMINAL, ...FILES }))('is written by %s', (_name, render) => {
    assert(
      property(reported, ([report, gateways]) => {
        expect(UNSEEN.exec(render(report, gateways))?.[0] ?? null).toBeNull();
      }),
      RUNS,
    );
  });
});

test('no text begins a line of its own on a terminal', () => {
  assert(
    property(reported, ([report, gateways]) => {
      const count = (text: string) => text.split('\n').length;
      const plain = { ...report, candidates: report.candidates };
      // What was shown with line breaks taken out beforehand has as many lines.
      const flat = JSON.parse(JSON.stringify(plain).replaceAll(/\\[rn]|\\u000[ad]|\\u202[89]/gi, ' '));
      const flatGateways = JSON.parse(JSON.stringify(gateways).replaceAll(/\\[rn]|\\u000[ad]|\\u202[89]/gi, ' '));
      expect(count(renderTerminal([report], [], gateways))).toBe(count(renderTerminal([flat], [], flatGateways)));
    }),
    RUNS,
  );
});

describe('as a table for spreadsheets', () => {
  test.each([
    ['candidates', FILES['candidates as CSV']],
    ['gateways', FILES['gateways as CSV']],
    ['coverage', FILES['coverage.csv']],
  ])('no cell of %s begins a formula', (_name, render) => {
    assert(
      property(reported, ([report, gateways]) => {
        expect(formulasIn(render?.(report, gateways) ?? '')).toEqual([]);
      }),
      RUNS,
    );
  });
});

describe('as Markdown', () => {
  test('there is no link, no picture, no markup and no heading of a stranger', () => {
    assert(
      property(reported, ([report, gateways]) => {
        const lines = renderSummary([report], gateways)
          .split('\n')
          .filter((line) => line !== OWN_COMMENT)
          .map(withoutCode);
        for (const line of lines) {
          expect(line).not.toMatch(MARKUP);
          expect(line).not.toMatch(SELF_LINKING);
        }
        const headings = lines.filter((line) => /^ {0,3}#/.test(line)).map((line) => line.replace(/^#+ /, ''));
        const own =
          /^(MCP registry audit|What was seen|Lookalike|Rug-pull|lookalike|rug-pull|Signals of|Gateways|gateways|What changed|Hosts|Precision)/;
        expect(headings.filter((heading) => !own.test(heading))).toEqual([]);
      }),
      RUNS,
    );
  });

  test('every row of a table has as many cells as its head', () => {
    assert(
      property(reported, ([report, gateways]) => {
        const lines = [...renderSummary([report], gateways).split('\n'), ...gatewaysSection({ gateways })];
        const uneven: string[] = [];
        let columns = 0;
        for (const line of lines) {
          if (!line.startsWith('|')) columns = 0;
          else {
            const found = bars(line);
            if (columns !== 0 && found !== columns) uneven.push(line);
            columns = found;
          }
        }
        expect(uneven).toEqual([]);
      }),
      RUNS,
    );
  });
});

test('in the page there is no tag but those of the page, and data cannot end their block', () => {
  assert(
    property(reported, ([report, gateways]) => {
      const empty = page({ ...report, candidates: [] }, []);
      const tags = (text: string) => text.match(/<[a-z/!]/gi)?.length ?? 0;
      expect(tags(page(report, gateways))).toBe(tags(empty));
    }),
    RUNS,
  );
});

test('the words of labels are shown like all others', () => {
  assert(
    property(hostileText, hostileText, (id, campaign) => {
      const found = { id, campaign, expects: [], unseen: [], found: null };
      const recall = [recallOf({ labels: campaign, pipeline: 'rug-pull', lists: false }, [found])];
      const pair = {
        id: `npm:${id}`,
        before: id,
        tier: 'review' as const,
        score: 30,
        fired: ['rug-pull/new-sink' as const],
      };
      const alarms = [alarmsOnReleases({ date: '2026-06-29', tool: campaign, read: 1, pairs: [pair] })];
      const nothing = {
        budgets: [],
        twinRates: [],
        density: [],
        scores: [],
        byLabels: [],
        byVerdicts: [],
        depths: [],
      };
      const all = {
        ...plainHead(),
        recall,
        alarms,
        ...nothing,
        ablation: null,
        published: [],
        notMeasured: [campaign],
      };
      const shown = renderEvaluation({ ...all, asOf: null, lists: [], entries: 0 }, { long: true });
      expect(UNSEEN.exec(shown)?.[0] ?? null).toBeNull();
      for (const line of shown.split('\n').map(withoutCode))
        expect(line).not.toMatch(/(?<!\\)[<\]](?=[(a-z!/])|https?:/i);
    }),
    RUNS,
  );
});

test('what JSON holds is what was received', () => {
  assert(
    property(reported, ([report]) => {
      const read = JSON.parse([...renderJson(report)].join(''));
      expect(read.candidates).toEqual(JSON.parse(JSON.stringify([...report.candidates])));
    }),
    RUNS,
  );
});

function page(report: Parameters<Renderer>[0], gateways: Parameters<Renderer>[1]): string {
  return [
    ...renderPage({
      template: `<!doctype html><title>x</title>${DATA_MARK}<p>middle</p>${MORE_MARK}<p>end</p>`,
      reports: [report],
      gateways,
      liveHosts: ['npm.example'],
      fingerprintOf: () => '0'.repeat(64),
      brandsOf: () => [],
      historyOf: () => null,
      drift: null,
      index: null,
    }),
  ].join('');
}

/** Bars that end a cell. */
function bars(line: string): number {
  return line.replaceAll(/\\./g, '').split('|').length;
}
