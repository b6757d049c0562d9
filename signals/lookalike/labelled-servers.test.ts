/** Precision on labelled servers, where the reference folder is there: vendors stay silent, community servers are never first. */
import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { protectedNames } from '../data/index.ts';
import { lookalikeSignals } from './index.ts';
import type { Assessment } from '../../src/model/candidate.ts';
import type { Subject } from '../../src/model/subject.ts';
import { contextOf } from '../../src/pipelines/lookalike.ts';
import { type Assessor, assessor } from '../../src/scoring/assess.ts';
import { type Listing, listed, packageNamed, remoteAt, repositoryAt } from '../../src/testing/subjects.ts';

const FOLDER = new URL('../../../shared/ground-truth/', import.meta.url);
const isThere = existsSync(new URL('brands.json', FOLDER));
const MOST_REVIEWED = 0.05;

const Unofficial = z.object({
  entries: z.array(
    z.object({ id: z.string(), ecosystem: z.string(), repo: z.string().nullish(), notes: z.string().nullish() }),
  ),
});
const OfficialServer = z.object({
  registryName: z.string().optional(),
  remoteUrl: z.string().optional(),
  repo: z.string().optional(),
  npm: z.string().optional(),
  pypi: z.string().optional(),
});
const Brands = z.array(z.object({ brand: z.string(), officialServers: z.array(OfficialServer) }));

describe.skipIf(!isThere)('labelled servers (skipped where the reference folder is not there)', () => {
  let lookalikes: Assessor;
  const assessed = (subject: Subject): Assessment | null => {
    const found = lookalikes.assess(subject);
    return typeof found === 'string' ? null : found;
  };
  beforeAll(() => {
    lookalikes = assessor(lookalikeSignals, contextOf(protectedNames, { asOf: '2026-11-20' }));
  });

  it('130 community servers are never first, and at most one in twenty is for review', () => {
    const { entries } = Unofficial.parse(read('unofficial.json'));
    const found = entries.map(communityServer).map(assessed);
    expect(found.filter((each) => each !== null).length).toBeGreaterThan(80);
    expect(named(found, 'review-first')).toEqual([]);
    expect(named(found, 'review').length).toBeLessThanOrEqual(MOST_REVIEWED * entries.length);
  });

  it('no official server of any brand is a candidate', () => {
    const subjects = Brands.parse(read('brands.json')).flatMap(({ officialServers }) =>
      officialServers.flatMap(vendorServer),
    );
    expect(subjects.length).toBeGreaterThan(100);
    const found = subjects.map(assessed).filter((each) => each !== null);
    expect(found.map(({ entry, fired }) => [entry.id, fired.map(({ signal }) => signal)])).toEqual([]);
  });
});

function named(found: readonly (Assessment | null)[], tier: string): string[] {
  return found.flatMap((each) => (each?.tier === tier ? [`${each.entry.id} ${each.score}`] : []));
}

/** Labels name a registry entry, a package, or a repository that Glama lists. */
function communityServer({ id, ecosystem, repo, notes }: z.infer<typeof Unofficial>['entries'][number]): Subject {
  const common: Listing = { description: notes ?? null, repository: repo ? repositoryAt(repo) : 'none' };
  if (ecosystem === 'mcp-registry') return listed({ ...common, name: id });
  if (ecosystem === 'github')
    return listed({ ...common, registry: 'glama', name: id.replace('github:', ''), packages: null });
  const packages = [packageNamed(ecosystem, id)];
  return listed({
    ...common,
    registry: ecosystem,
    name: id,
    namespace: id.startsWith('@') ? (id.slice(1).split('/')[0] ?? null) : 'npm',
    packages,
  });
}

function vendorServer({ registryName, remoteUrl, repo, npm, pypi }: z.infer<typeof OfficialServer>): Subject[] {
  const packages = [
    ...(npm === undefined ? [] : [packageNamed('npm', npm)]),
    ...(pypi === undefined ? [] : [packageNamed('pypi', pypi, { at: '/packages/1' })]),
  ];
  const fields: Listing = {
    packages,
    remotes: remoteUrl === undefined ? [] : [remoteAt(remoteUrl)],
    repository: repo === undefined ? 'none' : repositoryAt(repo),
  };
  const subjects: Subject[] = [];
  if (registryName !== undefined) subjects.push(listed({ ...fields, name: registryName }));
  for (const { ecosystem, identifier } of packages)
    subjects.push(listed({ registry: ecosystem, name: identifier, namespace: identifier }));
  const slug = /^https:\/\/github\.com\/(.+)$/.exec(repo ?? '')?.[1];
  if (slug !== undefined)
    subjects.push(listed({ ...fields, registry: 'glama', name: slug, packages: null, remotes: null }));
  return subjects;
}

function read(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'));
}
