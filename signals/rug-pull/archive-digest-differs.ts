import { shortened } from '../../src/evidence/history.ts';
import { acrossReleases, citeArchive, stepLabel } from '../../src/evidence/source-looked.ts';
import type { RugPullContext } from '../../src/pipelines/rug-pull.ts';
import { defineSignal } from '../../src/signal.ts';

export const archiveDigestDiffers = defineSignal({
  id: 'rug-pull/archive-digest-differs',
  title: "Archive is not the one that the registry's document describes",
  family: 'P',
  needs: 'source',
  weight: 45,
  rationale:
    'The digest in the document is what lock files and attestations rest on; other bytes under the same version were put there by somebody else than who published them, or on the way.',
  falsePositives:
    'A mirror or proxy that repacks archives, or one that was cut off. Ask for the archive again from its registry.',
  baseRate: {
    value: '0 of 170 release pairs',
    population: '170 pairs of archives of 25 popular MCP packages on npm',
    date: '2026-11-21',
  },
  references: ['https://w3c.github.io/webappsec-subresource-integrity/', 'https://slsa.dev/spec/v1.0/threats-overview'],

  detect(subject, _context: RugPullContext) {
    const field = {
      isGiven: ({ release }: Parameters<typeof stepLabel>[0]) =>
        release.archives.some(({ digest }) => digest.outcome !== 'not given'),
      lacking: 'the registry gives no digests of its archives',
    };
    return acrossReleases(subject, { read: 'archives', looksAt: 'each', field }, (step) =>
      step.release.archives.flatMap((archive) => {
        const { digest } = archive;
        if (digest.outcome !== 'differs') return [];
        return [
          citeArchive(archive, '/', {
            statement: `The archive ${shortened(archive.filename)} of ${stepLabel(step)} did not have the ${shortened(digest.algorithm)} digest that its registry gives`,
            observed: digest.observed,
            expected: digest.expected,
          }),
        ];
      }),
    );
  },
});
