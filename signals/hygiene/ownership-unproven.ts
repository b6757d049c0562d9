import { cite } from '../../src/evidence/cite.ts';
import { instantMs } from '../../src/evidence/time.ts';
import type { Evidence } from '../../src/model/finding.ts';
import type { PackageReference } from '../../src/model/entry.ts';
import { asksForMarker } from '../../src/model/publishers.ts';
import type { Packument, Release } from '../../src/model/release.ts';
import { defineSignal, unseen } from '../../src/signal.ts';

/** The registry has asked since mid-2025; the oldest row that it made public is of this day. */
const ASKED_SINCE_MS = Date.UTC(2025, 8, 8);

/** Looks at npm only: what PyPI packages say stands in their README, which is not part of a release history. */
export const ownershipUnproven = defineSignal({
  id: 'hygiene/ownership-unproven',
  title: 'Its npm package does not name it',
  role: 'fact',
  family: 'P',
  needs: 'package',
  weight: 0,
  rationale: 'Without the marker nothing shows that whoever published the entry may speak for the package.',
  falsePositives: 'Entries from before the registry asked, and packages of which a later release lost the marker.',
  baseRate: null,
  references: ['https://github.com/modelcontextprotocol/registry/blob/main/docs/guides/publishing/publish-server.md'],

  detect({ entry, record, packuments }) {
    if (!asksForMarker(entry.registry)) return unseen('this registry gives no names that a package could bear');
    const publishedMs = instantMs(record.publishedAt);
    if (publishedMs !== null && publishedMs < ASKED_SINCE_MS) return [];
    const histories = packuments.filter(({ ecosystem }) => ecosystem === 'npm');
    if (histories.length === 0) return unseen('no npm package was read');
    return histories.flatMap((packument): Evidence[] => {
      const release = namedRelease(packument, record.packages ?? []);
      if (release === undefined || release.mcpName?.toLowerCase() === entry.name.toLowerCase()) return [];
      return [
        cite(packument.place, release.mcpName === null ? release.at : `${release.at}/mcpName`, {
          statement: `${packument.name} ${release.version} ${release.mcpName === null ? 'named no server' : 'named another server'}`,
          observed: release.mcpName,
          expected: entry.name,
        }),
      ];
    });
  },
});

/** The release that the record names, which is the one the registry looked at; else the newest. */
function namedRelease({ name, releases }: Packument, packages: readonly PackageReference[]): Release | undefined {
  const named = packages.find(({ ecosystem, identifier }) => ecosystem === 'npm' && identifier === name)?.version;
  return releases.find(({ version }) => version === named) ?? releases.at(-1);
}
