import { cite } from '../../src/evidence/cite.ts';
import { shortened } from '../../src/evidence/history.ts';
import type { PackageReference } from '../../src/model/entry.ts';
import { defineSignal, unseen } from '../../src/signal.ts';

/** Elsewhere the version is part of the identifier (OCI tags, addresses of bundles). */
const VERSIONED = new Set(['npm', 'pypi', 'nuget', 'cargo']);
const RANGE = /^(?:latest|next|auto|\*|x|[\^~<>=].{0,200}|.{0,200}(?:\|\||\s-\s|\.[xX*]).{0,200})$/i;

export const unpinnedVersion = defineSignal({
  id: 'hygiene/unpinned-version',
  title: 'Package version not fixed',
  role: 'fact',
  family: 'X',
  needs: 'metadata',
  weight: 0,
  rationale:
    'Without a fixed version a client installs whatever was published last, including what nobody has looked at yet.',
  falsePositives: 'Authors who want their users on the newest release.',
  baseRate: {
    value: '15 of 576 packages say "latest"',
    population: '964 servers of the official registry',
    date: '2026-01',
  },
  references: [
    'https://github.com/modelcontextprotocol/registry/blob/main/docs/modelcontextprotocol-io/versioning.mdx',
  ],

  detect({ record }) {
    if (record.packages === null) return unseen('the registry does not list packages');
    return record.packages.filter(isUnpinned).map(({ at, ecosystem, identifier, version }) =>
      cite(record.place, version === null ? at : `${at}/version`, {
        statement: `The record fixed no version of the ${ecosystem} package ${shortened(identifier)}`,
        observed: version,
      }),
    );
  },
});

function isUnpinned({ ecosystem, version }: PackageReference): boolean {
  if (!VERSIONED.has(ecosystem)) return false;
  return version === null || (version.length <= 200 && RANGE.test(version));
}
