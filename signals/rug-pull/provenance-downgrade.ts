import { cite } from '../../src/evidence/cite.ts';
import { acrossTimelines, releaseLabel, shortened, type Looked } from '../../src/evidence/history.ts';
import { isPrerelease, releaseLine } from '../../src/evidence/release-line.ts';
import type { Evidence } from '../../src/model/finding.ts';
import type { Packument, Release } from '../../src/model/release.ts';
import type { RugPullContext } from '../../src/pipelines/rug-pull.ts';
import { defineSignal } from '../../src/signal.ts';

const ATTESTED_PREDECESSORS = 2;

/**
 * A release without the provenance attestation that the releases of its line had.
 *
 * Within one line only, since a maintained older line is often published from a laptop, and never for prereleases. Unknown is not
 * gone. The reverse is not said: valid provenance was present in attacks of 2026, so it lowers no score.
 */
export const provenanceDowngrade = defineSignal({
  id: 'rug-pull/provenance-downgrade',
  title: 'Provenance attestation disappears',
  family: 'P',
  needs: 'package',
  weight: 30,
  cases: {
    'same-publisher': {
      weight: 15,
      when: 'the same account published the release before, or it is not known who published one of them',
    },
  },
  rationale:
    'An attestation ties a release to a workflow of a repository; a release without it, after several with it, did not come out of that workflow, which is what a stolen publishing token looks like.',
  falsePositives:
    'A release made by hand while the pipeline was broken, and projects that gave up their workflow. Look whether the repository has a tag and a run for this version.',
  baseRate: {
    value: '5 of 6,707 release pairs (0.07 %)',
    population: 'neighbouring releases on npm, read by a public differential scanner',
    date: '2026',
  },
  references: [
    'https://docs.npmjs.com/generating-provenance-statements',
    'https://osv.dev/vulnerability/MAL-2026-2307',
  ],

  detect({ packuments }, _context: RugPullContext) {
    return acrossTimelines(packuments, downgrades);
  },
});

interface Line {
  attested: number;
  last: Release;
}

function downgrades(packument: Packument): Looked {
  if (packument.releases.every(({ provenance }) => provenance === null)) {
    return { unseen: `the history of the ${packument.ecosystem} package does not show attestations` };
  }
  if (!packument.releases.some(({ provenance }) => provenance === 'absent')) return [];
  const lines = new Map<string, Line>();
  return packument.releases.flatMap((release) => {
    const name = releaseLine(release.version);
    if (release.provenance === null || name === null || isPrerelease(release.version)) return [];
    const line = lines.get(name);
    const attested = (line?.attested ?? 0) + Number(release.provenance === 'attested');
    lines.set(name, { attested, last: release });
    const isDowngrade = line?.last.provenance === 'attested' && release.provenance === 'absent';
    return isDowngrade && line.attested >= ATTESTED_PREDECESSORS ? [evidence(packument, line, release)] : [];
  });
}

function evidence(packument: Packument, { last, attested }: Line, release: Release): Evidence {
  const [before, after] = [last.publishedBy?.name ?? null, release.publishedBy?.name ?? null];
  return cite(packument.place, `${release.at}/dist`, {
    statement: `${releaseLabel(packument, release)} was published without the provenance attestation that ${shortened(last.version)} and ${attested - 1} more of its line had`,
    observed: { provenance: 'absent', publishedBy: after },
    expected: { provenance: 'attested', publishedBy: before },
    ...(before === null || after === null || before === after ? { case: 'same-publisher' } : {}),
  });
}
