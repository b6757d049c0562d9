/** Precision on labelled servers, where the reference folder is there: vendors stay silent, community servers are never first. */
import { beforeAll, describe, expect, it } from 'vitest';
import {
  communityServers,
  disclosedNames,
  labelsAreThere,
  vendorServers,
} from '../../scripts/measured/labelled-servers.ts';
import type { Assessment } from '../../src/model/candidate.ts';
import type { Subject } from '../../src/model/subject.ts';
import { contextOf } from '../../src/pipelines/lookalike.ts';
import { type Assessor, assessor } from '../../src/scoring/assess.ts';
import { protectedNames } from '../data/index.ts';
import { lookalikeSignals } from './index.ts';

const MOST_REVIEWED = 0.05;
const LEAST_RECALL = 0.45;

describe.skipIf(!labelsAreThere)('labelled servers (skipped where the reference folder is not there)', () => {
  let lookalikes: Assessor;
  const assessed = (subject: Subject): Assessment | null => {
    const found = lookalikes.assess(subject);
    return typeof found === 'string' ? null : found;
  };
  beforeAll(() => {
    lookalikes = assessor(lookalikeSignals, contextOf(protectedNames, { asOf: '2026-11-20' }));
  });

  it.each([
    ['by name alone', 0],
    ['as deep as their labels', 1],
  ] as const)('community servers %s are never first, and at most one in twenty is for review', (_depth, place) => {
    const all = communityServers();
    const found = all.map(({ subjects }) => assessed(subjects[place]));
    expect(found.filter((each) => each !== null).length).toBeGreaterThan(80);
    expect(named(found, 'review-first')).toEqual([]);
    expect(named(found, 'review').length).toBeLessThanOrEqual(MOST_REVIEWED * all.length);
  });

  it('no official server of any brand is a candidate', () => {
    const subjects = vendorServers();
    expect(subjects.length).toBeGreaterThan(100);
    const found = subjects.map(assessed).filter((each) => each !== null);
    expect(found.map(({ entry, fired }) => [entry.id, fired.map(({ signal }) => signal)])).toEqual([]);
  });

  it('of disclosed imitations of MCP servers, by name alone, nearly half are for review', () => {
    const imitations = disclosedNames().filter(({ imitates }) => imitates === 'an MCP server');
    const found = imitations.map(({ subject }) => assessed(subject));
    expect(imitations.length).toBeGreaterThan(5);
    expect(named(found, 'review').length).toBeGreaterThanOrEqual(LEAST_RECALL * imitations.length);
  });
});

function named(found: readonly (Assessment | null)[], tier: string): string[] {
  return found.flatMap((each) => (each?.tier === tier ? [`${each.entry.id} ${each.score}`] : []));
}
