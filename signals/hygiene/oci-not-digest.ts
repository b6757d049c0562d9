import { cite } from '../../src/evidence/cite.ts';
import { shortened } from '../../src/evidence/history.ts';
import { defineSignal, unseen } from '../../src/signal.ts';

export const ociNotDigest = defineSignal({
  id: 'hygiene/oci-not-digest',
  title: 'Container image named by tag and not by digest',
  role: 'fact',
  family: 'X',
  needs: 'metadata',
  weight: 0,
  rationale: 'A tag can be pointed at another image at any time; a digest cannot.',
  falsePositives: 'Practically all entries with images: none of 77 named a digest.',
  baseRate: { value: '77 of 77 images', population: '964 servers of the official registry', date: '2026-01' },
  references: ['https://github.com/opencontainers/image-spec/blob/main/descriptor.md#digests'],

  detect({ record }) {
    if (record.packages === null) return unseen('the registry does not list packages');
    return record.packages
      .filter(({ ecosystem, identifier, version }) => {
        return ecosystem === 'oci' && !identifier.includes('@sha256:') && version?.startsWith('sha256:') !== true;
      })
      .map(({ at, identifier }) =>
        cite(record.place, `${at}/identifier`, {
          statement: `The image ${shortened(identifier)} was named without a digest`,
          observed: identifier,
        }),
      );
  },
});
