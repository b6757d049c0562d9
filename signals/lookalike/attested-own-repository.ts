import { cite } from '../../src/evidence/cite.ts';
import { taggedVersion } from '../../src/evidence/dist-tag.ts';
import type { Evidence } from '../../src/model/finding.ts';
import type { Packument } from '../../src/model/release.ts';
import type { LookalikeContext } from '../../src/pipelines/lookalike.ts';
import { defineSignal, unseen } from '../../src/signal.ts';
import { githubOwner } from '../../src/text/repository.ts';

/**
 * The newest release of every package was built, with a provenance attestation, from a repository of the entry's publisher.
 *
 * It says who built it, not what it does: attested releases have carried malware.
 */
export const attestedOwnRepository = defineSignal({
  id: 'lookalike/attested-own-repository',
  title: 'Built from the publisher’s own repository, with an attestation',
  role: 'clears',
  family: 'P',
  needs: 'package',
  weight: 10,
  rationale: 'The publisher shows under its own name how the package was made, which an imitation avoids.',
  falsePositives: 'Attestation is identity, not intent: valid ones were present in several attacks of 2026.',
  baseRate: null,
  references: ['https://slsa.dev/spec/v1.0/provenance', 'npm docs: generating provenance statements'],

  detect(subject, { view }: LookalikeContext) {
    const { account } = view(subject);
    if (account === null) return unseen('the registry does not say who publishes it');
    const evidence: Evidence[] = [];
    for (const packument of subject.packuments) {
      const latest = newest(packument);
      if (latest === undefined || latest.provenance === null) {
        return unseen(`whether ${packument.name} is attested is not known`);
      }
      if (latest.provenance === 'absent' || latest.repository === null) return [];
      if (githubOwner(latest.repository) !== account.toLowerCase()) return [];
      evidence.push(
        cite(packument.place, `${latest.at}/repository`, {
          statement: `${packument.name} ${latest.version} had a provenance attestation and a repository of "${account}"`,
          observed: latest.repository,
          expected: account,
        }),
      );
    }
    return evidence;
  },
});

function newest(packument: Packument) {
  const { releases } = packument;
  const tagged = taggedVersion(packument, 'latest');
  return releases.find(({ version }) => version === tagged) ?? releases.at(-1);
}
