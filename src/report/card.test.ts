import { describe, expect, test } from 'vitest';
import type { Card } from '../card/card.ts';
import { renderCardJson } from './card-json.ts';
import { renderCardMarkdown } from './card-markdown.ts';
import { CardReport } from './card-schema.ts';
import { renderChoice } from './card-choice.ts';
import { renderCardTerminal } from './card-terminal.ts';
import { renderChecks } from './checks.ts';

const PLAIN = { style: { bold: String, dim: String, alert: String }, width: 100 };
const EMPTY: Card = {
  schemaVersion: 1,
  tool: 'registry-audit@0.0.0',
  query: 'harbor-mcp',
  asOf: '2026-11-21',
  snapshot: { date: '2026-06-29', origin: 'captured' },
  packagesReadAt: null,
  name: 'io.github.tidewater/harbor-mcp',
  title: null,
  description: null,
  version: null,
  status: null,
  listings: [],
  alsoNamedBy: [],
  publisher: {
    namespace: null,
    portfolio: null,
    firstSeen: null,
    firstSeenDays: null,
    publishedBy: null,
    maintainers: null,
  },
  repository: { url: null, canonical: null, packages: 'unseen', saidByPackages: [], host: null },
  packages: null,
  remotes: null,
  gateway: null,
  inputs: [],
  undeclaredSecrets: [],
  tools: { from: 'unseen', tools: [] },
  capabilities: null,
  authentication: { declared: [], outcome: 'unseen' },
  provenance: [],
  findings: [],
  changes: [],
  organisation: null,
  recalls: [],
  recallLists: [],
  unseen: [],
};

/** Hides, moves the cursor, breaks lines, makes links, tables, code and mentions. */
const HOSTILE = '\u001B[2J\u202E\u200B\r\n\u0007@everyone [x](https://evil.invalid) `|</details><img src=x>';
const FULL: Card = {
  ...EMPTY,
  name: HOSTILE,
  title: HOSTILE,
  description: HOSTILE,
  version: HOSTILE,
  status: HOSTILE,
  listings: [
    { id: HOSTILE, registry: 'official', because: [] },
    { id: HOSTILE, registry: HOSTILE, because: [HOSTILE] },
  ],
  alsoNamedBy: [HOSTILE],
  publisher: {
    namespace: HOSTILE,
    portfolio: [{ registry: 'official', entries: 3 }],
    firstSeen: '2025-04-02T00:00:00Z',
    firstSeenDays: 598,
    publishedBy: [HOSTILE],
    maintainers: [HOSTILE],
  },
  repository: {
    url: HOSTILE,
    canonical: null,
    packages: 'different',
    saidByPackages: [HOSTILE],
    host: {
      readAt: HOSTILE,
      id: HOSTILE,
      fullName: HOSTILE,
      renamed: true,
      numberOfRecord: 'another',
      ownerType: HOSTILE,
      createdAt: HOSTILE,
      ageDays: 1,
      pushedAt: HOSTILE,
      pushedDays: 1,
      archived: true,
      fork: true,
      forkOf: [HOSTILE],
      stars: 1,
      license: HOSTILE,
    },
  },
  packages: [
    {
      ecosystem: HOSTILE,
      identifier: HOSTILE,
      purl: null,
      named: HOSTILE,
      version: HOSTILE,
      newest: HOSTILE,
      publishedAt: HOSTILE,
      ageDays: 1,
      firstPublishedAt: null,
      releases: 1,
      bytes: 1_234_567,
      deprecated: HOSTILE,
      yanked: true,
      transport: HOSTILE,
      launch: `npx -y '${HOSTILE}'`,
      notRead: null,
    },
  ],
  remotes: [{ type: HOSTILE, url: HOSTILE, host: null }],
  gateway: HOSTILE,
  inputs: [
    {
      name: HOSTILE,
      kind: HOSTILE,
      description: HOSTILE,
      secret: true,
      required: true,
      default: HOSTILE,
      goesTo: { hosts: [{ host: HOSTILE, by: 'code' }], said: HOSTILE },
    },
  ],
  undeclaredSecrets: [{ name: HOSTILE, goesTo: { hosts: [], said: HOSTILE } }],
  tools: { from: 'source', tools: [{ name: HOSTILE, description: HOSTILE, annotations: null }] },
  capabilities: {
    read: [{ purl: HOSTILE, version: HOSTILE, filename: HOSTILE, sha256: 'a', files: 1, unread: 0 }],
    permissions: [{ class: 'reads-files', places: 9, because: [{ by: HOSTILE, value: HOSTILE, at: HOSTILE }] }],
    hosts: [{ host: HOSTILE, domain: HOSTILE, kind: 'other', how: 'asked', secrets: [HOSTILE], at: HOSTILE }],
    secrets: [HOSTILE],
    environment: [HOSTILE],
    tools: [{ name: HOSTILE, description: HOSTILE, inputSchema: null, annotations: null, at: HOSTILE }],
    installHooks: [HOSTILE],
    exposure: { privateData: [HOSTILE], untrustedInput: [HOSTILE], wayOut: [HOSTILE], allThree: true },
    unseen: [HOSTILE],
  },
  authentication: { declared: [HOSTILE], outcome: 'declared' },
  provenance: [{ purl: HOSTILE, version: HOSTILE, attestation: 'named', trustedPublisher: true, archive: 'differs' }],
  findings: [
    {
      pipeline: 'rug-pull',
      from: 'packages',
      outcome: 'fired',
      tier: 'review-first',
      score: 62.5,
      fired: [{ id: 'rug-pull/new-host', weight: 40, statements: [HOSTILE], clearedBy: HOSTILE }],
      cleared: [HOSTILE],
      facts: [HOSTILE],
    },
    {
      pipeline: 'lookalike',
      from: 'snapshot',
      outcome: 'not fired',
      tier: null,
      score: null,
      fired: [],
      cleared: [],
      facts: [],
    },
  ],
  changes: [
    {
      purl: HOSTILE,
      from: HOSTILE,
      to: HOSTILE,
      days: 3,
      capabilities: {
        permissions: { added: ['sends-messages'], removed: [HOSTILE] },
        hosts: { added: [HOSTILE], removed: [] },
        secrets: { added: [HOSTILE], removed: [] },
        tools: { added: [HOSTILE], removed: [HOSTILE], changed: [HOSTILE] },
        installHooks: { added: [HOSTILE], removed: [] },
        doubts: [HOSTILE],
      },
      dependencies: { added: [HOSTILE], removed: [] },
      publisherChanged: { from: HOSTILE, to: HOSTILE },
    },
  ],
  organisation: { file: HOSTILE, listed: { list: 'block', by: HOSTILE, reason: HOSTILE } },
  recalls: [{ kind: 'listed', statement: HOSTILE }],
  recallLists: [{ ecosystem: HOSTILE, date: HOSTILE, ageDays: 1 }],
  unseen: [{ what: HOSTILE, why: HOSTILE }],
};

describe('hostile text on a card', () => {
  test('neither hides, moves the cursor nor breaks a line on a terminal', () => {
    // oxlint-disable-next-line no-control-regex -- it is what must not be there
    expect(renderCardTerminal(FULL, PLAIN)).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F\u200B\u202A-\u202E]/);
  });

  test('is neither markup nor a live link in Markdown', () => {
    const page = renderCardMarkdown(FULL);
    // What is escaped, and what stands in code spans, is text.
    const prose = page.replaceAll(/\\[^\n]/g, '').replaceAll(/`[^`\n]*`/g, '');
    expect(prose).not.toMatch(/https?:|@everyone|<img|\]\(/);
    expect(prose.match(/<\/details>/g)).toHaveLength(prose.match(/<details>/g)?.length ?? 0);
    // oxlint-disable-next-line no-control-regex -- it is what must not be there
    expect(page).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F\u200B\u202A-\u202E]/);
  });

  test('is in JSON what it was, escaped', () => {
    const json = renderCardJson(FULL);
    expect(JSON.parse(json)).toEqual(FULL);
    expect(json).not.toContain('\u202E');
  });

  test('is inert among choices and checks', () => {
    const choice = renderChoice([{ id: HOSTILE, title: HOSTILE, description: HOSTILE }], PLAIN);
    const check = { id: 'ownership-marker', outcome: 'holds', contradicts: false, said: HOSTILE, facts: null } as const;
    const checks = renderChecks([{ ecosystem: 'npm', name: HOSTILE, version: HOSTILE, checks: [check] }], PLAIN);
    // oxlint-disable-next-line no-control-regex -- it is what must not be there
    for (const text of [choice, checks]) expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F\u202A-\u202E]/);
  });
});

describe('a card', () => {
  test.each([
    ['of all that there is', FULL],
    ['of nothing', EMPTY],
  ])('%s has the shape of its schema', (_case, card) => {
    expect(CardReport.parse(JSON.parse(renderCardJson(card)))).toEqual(card);
  });

  test('of which nothing is known calls nothing safe, clean or none', () => {
    const text = renderCardTerminal(EMPTY, PLAIN);
    expect(text).toContain('no code was read, so this is not known');
    expect(text).toContain('not seen: neither its code nor its registry names one');
    expect(`${text}\n${renderCardMarkdown(EMPTY)}`).not.toMatch(/\b(?:safe|clean|trusted|verified|malicious)\b/i);
  });

  test('marks tools that only a registry names as claimed', () => {
    const card: Card = {
      ...EMPTY,
      tools: { from: 'claimed', tools: [{ name: 'read_tide', description: null, annotations: null }] },
    };
    expect(renderCardTerminal(card, PLAIN)).toContain('Tools (1)  claimed, not observed');
    expect(renderCardMarkdown(card)).toContain('claimed, not observed');
  });

  test('tells a recall that stands from one that was taken back', () => {
    const saying = (kind: Card['recalls'][number]['kind']) =>
      renderCardTerminal(
        {
          ...EMPTY,
          recalls: [{ kind, statement: 'It was listed' }],
          recallLists: [{ ecosystem: 'npm', date: '2026-11-20', ageDays: 1 }],
        },
        PLAIN,
      );
    expect(saying('listed')).toMatch(/RECALLED +It was listed[^]*1 found, see above/);
    expect(saying('withdrawn-record')).toMatch(
      /taken back +It was listed[^]*none found · npm: list of 2026-11-20, 1 day old/,
    );
  });

  test.each([60, 100])('keeps its words within %d columns', (width) => {
    const words = 'tide '.repeat(60).trim();
    const card: Card = {
      ...EMPTY,
      description: words,
      unseen: [{ what: words, why: words }],
      recalls: [{ kind: 'listed', statement: words }],
    };
    const lines = renderCardTerminal(card, { ...PLAIN, width }).split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
  });
});
