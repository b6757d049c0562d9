/** What is written can be read, and what was read is written as it was. */
import {
  array,
  assert,
  constantFrom,
  nat,
  option,
  property,
  record as fields,
  string,
  tuple,
  uint8Array,
} from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { AuditLock } from '../../src/audit/lock-schema.ts';
import { lockText, parsedLock } from '../../src/audit/lock.ts';
import type { Card } from '../../src/card/card.ts';
import { hashBytes, hashColumn, pieceBytes, pieceColumn } from '../../src/lookup/columns.ts';
import { readPrepared, writePrepared } from '../../src/lookup/prepared-file.ts';
import type { Drift } from '../../src/model/drift.ts';
import type { Trend } from '../../src/model/trend.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import { renderCardJson } from '../../src/report/card-json.ts';
import { CardReport } from '../../src/report/card-schema.ts';
import { renderDriftJson } from '../../src/report/drift-json.ts';
import { DriftReport } from '../../src/report/drift-schema.ts';
import { renderJson } from '../../src/report/json.ts';
import { CandidatesReport } from '../../src/report/schema.ts';
import { renderTrendJson } from '../../src/report/trend-json.ts';
import { TrendReport } from '../../src/report/trend-schema.ts';
import { kept, verdictFile } from '../../src/review/keep.ts';
import { parseVerdicts } from '../../src/review/lines.ts';
import { verdictLine } from '../../src/review/verdict.ts';
import { head } from '../../src/testing/candidates.ts';
import { hostileReport } from './arbitrary-reports.ts';
import { shaped } from './arbitrary-shapes.ts';
import { hostileText } from './arbitraries.ts';
import { UNSEEN } from './shown.ts';

const RUNS = { numRuns: 150 };

const said = hostileText.map((text) => `x${text}`.slice(0, 90));
const verdict = fields({
  schemaVersion: constantFrom(1 as const),
  fingerprint: string({ unit: constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 }),
  entry: hostileText.map((name) => `official:${name}`),
  pipeline: constantFrom('lookalike' as const, 'rug-pull' as const),
  verdict: constantFrom('dismissed' as const, 'confirmed' as const),
  reason: said,
  reviewer: said,
  date: constantFrom('2026-06-29', '2026-06-30'),
  expires: option(constantFrom('2026-07-29', '2027-01-01'), { nil: null }),
}) satisfies { generate: unknown };

describe('verdicts', () => {
  test('of hostile words are read as they were written, one a line', () => {
    assert(
      property(array(verdict, { maxLength: 5 }), (all: readonly Verdict[]) => {
        const text = verdictFile(all);
        expect(text.split('\n')).toHaveLength(all.length + 1);
        const read = parseVerdicts(text, 'reviews/x.ndjson');
        expect(read).toEqual(all.map((each) => JSON.parse(JSON.stringify(each))));
        expect(verdictFile(read)).toBe(text);
      }),
      { numRuns: 200 },
    );
  });

  test('that are kept again change nothing', () => {
    assert(
      property(tuple(array(verdict, { maxLength: 4 }), array(verdict, { maxLength: 4 })), ([before, further]) => {
        const once = kept(before, further).lines;
        const again = kept(once, further);
        expect(again.lines.map(verdictLine)).toEqual(once.map(verdictLine));
      }),
      { numRuns: 200 },
    );
  });
});

describe('reports', () => {
  test('have the published shape whatever stands in them, and lose nothing in it', () => {
    assert(
      property(hostileReport, (report) => {
        const written = [...renderJson(report)].join('');
        const read = CandidatesReport.parse(JSON.parse(written));
        expect(read).toEqual(JSON.parse(written));
      }),
      { numRuns: 150 },
    );
  });
});

describe('what is read from it is written as it was', () => {
  test('drift', () => {
    const written = (drift: Drift) => [...renderDriftJson({ head: head(), drift })].join('');
    assert(
      property(shaped<Drift>(DriftReport), (drift) => {
        const text = written(drift);
        DriftReport.parse(JSON.parse(text));
        const read: Drift = JSON.parse(text);
        expect(written(read)).toBe(text);
      }),
      RUNS,
    );
  });

  test('a trend', () => {
    const written = (trend: Trend) => renderTrendJson({ tool: 'registry-audit@0.0.0', attributions: [], trend });
    assert(
      property(shaped<Trend>(TrendReport), (trend) => {
        const text = written(trend);
        TrendReport.parse(JSON.parse(text));
        const read: Trend = JSON.parse(text);
        expect(written(read)).toBe(text);
      }),
      RUNS,
    );
  });

  test('a card', () => {
    assert(
      property(shaped<Card>(CardReport), (card) => {
        const text = renderCardJson(card);
        CardReport.parse(JSON.parse(text));
        const read: Card = JSON.parse(text);
        expect([read, renderCardJson(read)]).toEqual([card, text]);
      }),
      RUNS,
    );
  });

  test('a lock file, in which a reviewer sees every character', () => {
    assert(
      property(shaped<AuditLock>(AuditLock), (lock) => {
        const text = lockText(lock);
        expect(UNSEEN.test(text)).toBe(false);
        const read = parsedLock(text);
        if (typeof read === 'string') throw new Error(read);
        expect([read, lockText(read)]).toEqual([lock, text]);
      }),
      RUNS,
    );
  });
});

describe('what is prepared for lookups', () => {
  const home = mkdtempSync(join(tmpdir(), 'registry-audit-laws-'));
  afterAll(() => rmSync(home, { recursive: true, force: true }));
  const bytes = uint8Array({ maxLength: 400 }).map((each) => Buffer.from(each));

  test('is read piece by piece and section by section as it was written', () => {
    const path = join(home, 'lookup');
    assert(
      property(
        array(bytes, { maxLength: 8 }),
        array(bytes, { maxLength: 3 }),
        hostileText,
        (pieces, sections, headline) => {
          const file = writePrepared(path);
          const places = pieces.map((each) => file.piece(each));
          for (const [at, each] of sections.entries()) file.section(`s${at}`, each);
          file.finish(JSON.stringify(headline));
          const read = readPrepared(path);
          if (read === null) throw new Error('a file that was just written is not read');
          try {
            expect(JSON.parse(read.head)).toBe(headline);
            expect(read.run(places).map((each) => each.toString('hex'))).toEqual(
              pieces.map((each) => each.toString('hex')),
            );
            for (const [at, each] of sections.entries()) expect(read.section(`s${at}`).equals(each)).toBe(true);
          } finally {
            read.close();
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  test('says where the piece of each entry stands, and of none where it has none', () => {
    const piece = fields({ at: nat(2 ** 31), bytes: nat(2 ** 31 - 1).map((size) => size + 1), crc: nat(2 ** 31) });
    assert(
      property(array(option(piece, { nil: undefined }), { maxLength: 20 }), (pieces) => {
        const column = pieceColumn(pieceBytes(pieces));
        expect(pieces.map((_, entry) => column.of(entry))).toEqual(pieces);
        expect([column.size, column.of(pieces.length)]).toEqual([pieces.length, undefined]);
      }),
      RUNS,
    );
  });

  test('finds by a hash all entries of it and no others', () => {
    const pair = fields({ hash: nat(6), entry: nat(50) });
    assert(
      property(array(pair, { maxLength: 30 }), nat(7), (pairs, asked) => {
        const expected = pairs.flatMap(({ hash, entry }) => (hash === asked ? [entry] : []));
        expect(hashColumn(hashBytes(pairs)).of(asked)).toEqual(expected.toSorted((a, b) => a - b));
      }),
      RUNS,
    );
  });
});
