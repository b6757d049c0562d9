import { cite } from '../../src/evidence/cite.ts';
import type { Evidence } from '../../src/model/finding.ts';
import type { Packument } from '../../src/model/release.ts';
import type { Brand } from '../../src/pipelines/brands.ts';
import type { LookalikeContext, View } from '../../src/pipelines/lookalike.ts';
import { defineSignal } from '../../src/signal.ts';

/**
 * A package that gives a vendor's repository as its source and is not the vendor's package.
 *
 * The registry entry may say nothing of it: postmark-mcp copied the vendor's code and its package file.
 */
export const packageRepoClaim = defineSignal({
  id: 'lookalike/package-repo-claim',
  title: 'Its package names a vendor’s repository as its source',
  family: 'P',
  needs: 'package',
  weight: 30,
  rationale:
    'Package pages show the repository as if it were where the package comes from, and nothing checks that it is.',
  falsePositives: 'Forks that kept the vendor’s package file. Compare the published files with the repository.',
  baseRate: null,
  references: ['https://postmarkapp.com/blog/information-regarding-malicious-postmark-mcp-package'],

  detect(subject, context: LookalikeContext) {
    const view = context.view(subject);
    return subject.packuments.flatMap((packument) => claimOf(packument, view, context));
  },
});

function claimOf(packument: Packument, view: View, { owners }: LookalikeContext): Evidence[] {
  const latest = packument.releases.at(-1);
  if (latest === undefined || latest.repository === null) return [];
  const [vendor] = owners.ofRepository(latest.repository);
  const isTheirs = owners.ofPackage(packument.ecosystem, packument.name).length > 0 || view.owners.length > 0;
  if (vendor === undefined || isTheirs) return [];
  return [
    cite(packument.place, packument.ecosystem === 'pypi' ? '/info/project_urls' : `${latest.at}/repository`, {
      statement: `The ${packument.ecosystem} package ${packument.name} gave a repository of ${vendor.name} as its source and is not among its packages`,
      observed: latest.repository,
      expected: ownPackages(vendor, packument.ecosystem),
    }),
  ];
}

/** In the ecosystem that the package is of. */
function ownPackages({ identities }: Brand, ecosystem: string): readonly string[] {
  const { npmScopes, npmPackages, pypiProjects } = identities;
  return ecosystem === 'pypi' ? pypiProjects : [...npmScopes, ...npmPackages];
}
