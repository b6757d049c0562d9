/** Reports in which every text that can come from outside was made to be shown wrongly. */
import { array, constantFrom, integer, nat, option, record as fields, tuple, type Arbitrary } from 'fast-check';
import type { Candidate } from '../../src/model/candidate.ts';
import type { Evidence, Fired } from '../../src/model/finding.ts';
import type { GatewayWithFacts } from '../../src/model/gateway.ts';
import type { PipelineReport } from '../../src/report/report.ts';
import { candidate, cited, coverage, head, report } from '../../src/testing/candidates.ts';
import { entry } from '../../src/testing/subjects.ts';
import { hostileText } from './arbitraries.ts';

const evidence: Arbitrary<Evidence> = tuple(hostileText, hostileText, hostileText, hostileText, hostileText).map(
  ([statement, observed, key, uri, pointer]) => ({
    ...cited({ statement, observed, expected: Object.fromEntries([[`k${key}`, [observed, null, 7]]]) }),
    at: {
      resource: { uri: `https://quay.invalid/${uri}`, sha256: '5'.repeat(64), retrievedAt: '2026-06-29T00:00:00Z' },
      pointer: `/${pointer}`,
    },
  }),
);
const fired: Arbitrary<Fired> = tuple(
  constantFrom('lookalike/brand-typo', 'rug-pull/new-host'),
  integer({ min: 1, max: 100 }),
  evidence,
).map(([signal, weight, first]) => ({ signal, family: 'N', outcome: 'fired', weight, evidence: [first] }));

export const hostileCandidate: Arbitrary<Candidate> = fields({
  name: hostileText,
  title: option(hostileText, { nil: null }),
  namespace: option(hostileText, { nil: null }),
  fired: array(fired, { minLength: 1, maxLength: 2 }),
  cleared: array(fired, { maxLength: 1 }),
  facts: array(fired, { maxLength: 1 }),
  reasons: array(hostileText, { maxLength: 2 }),
  description: option(hostileText, { nil: null }),
  version: option(hostileText, { nil: null }),
  repository: option(hostileText, { nil: null }),
  packages: option(array(hostileText, { maxLength: 2 }), { nil: null }),
  remotes: option(array(hostileText, { maxLength: 2 }), { nil: null }),
  reach: option(nat(), { nil: null }),
  twins: array(hostileText, { maxLength: 2 }),
}).map(({ name, title, namespace, fired: hits, cleared, facts, reasons, twins, ...shown }) =>
  candidate({
    entry: entry({ name, title, namespace }),
    fired: hits,
    cleared,
    facts,
    shown,
    unseen: reasons.map((reason) => ({ signal: 'lookalike/scope-drop', reason })),
    notRead: reasons.map((reason) => ({ ecosystem: 'npm', identifier: reason, reason })),
    identity: { registries: 2, twins: twins.map((id) => ({ id, because: [id] })) },
  }),
);

export const hostileReport: Arbitrary<PipelineReport> = fields({
  candidates: array(hostileCandidate, { maxLength: 3 }),
  tool: hostileText,
  reason: hostileText,
  ecosystem: hostileText,
}).map(({ candidates, tool, reason, ecosystem }) =>
  report({
    // Of the head, dates are checked where they are read and the last `tool` is this program's own.
    head: { ...head({ baseline: '2026-05-29', tool }), intel: [{ title: tool, date: '2026-06-29', records: 1 }] },
    coverage: [coverage('official'), coverage('glama', { enumeration: { ended: 'failed', reason } })],
    packages: [{ ecosystem, named: 1, read: 0, notRead: Object.fromEntries([[`r${reason}`, 1]]) }],
    candidates,
  }),
);

export const hostileGateway: Arbitrary<GatewayWithFacts> = tuple(
  hostileText,
  hostileText,
  hostileText,
  hostileText,
).map(([id, host, field, publisher]) => ({
  id,
  class: 'not statically falsifiable',
  name: host,
  kind: null,
  found: 'by structure',
  reasons: [{ by: 'structure', rule: 'servers', unit: host, measured: 25, threshold: 20 }],
  hosts: [{ name: host, entries: 25 }],
  moreHosts: 0,
  publishers: [{ name: publisher, entries: 30 }],
  morePublishers: 0,
  servers: [{ registry: 'official', entries: 25 }],
  serversAtLeast: 25,
  brands: [{ name: publisher, entries: 3 }],
  credentials: [
    {
      brand: publisher,
      brandFrom: 'field',
      field,
      to: host,
      toKind: 'host',
      toBrand: false,
      hostsOwn: false,
      entries: 3,
    },
  ],
  publishedCode: { packages: 'none', repositories: 'some' },
  facts: [],
}));
