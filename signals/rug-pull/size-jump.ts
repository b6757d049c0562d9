import { cite } from '../../src/evidence/cite.ts';
import { acrossTimelines, releaseLabel, shortened, type Looked } from '../../src/evidence/history.ts';
import { linewise } from '../../src/evidence/release-line.ts';
import type { Evidence } from '../../src/model/finding.ts';
import type { Packument, Release } from '../../src/model/release.ts';
import type { RugPullContext } from '../../src/pipelines/rug-pull.ts';
import { defineSignal } from '../../src/signal.ts';

const TIMES = 5;
const MORE_BYTES = 1_000_000;

export const sizeJump = defineSignal({
  id: 'rug-pull/size-jump',
  title: 'Release many times the size of the one before',
  family: 'V',
  needs: 'package',
  weight: 15,
  rationale:
    'Bundled payloads are big: the worm of November 2025 added a file of some 10 MB to packages of a few hundred kilobytes.',
  falsePositives:
    'A change to a bundler, source maps or images in the package. Says something only beside another signal.',
  baseRate: {
    value: 'up to 4 % of release pairs',
    population: '110 pairs of archives of popular MCP packages on npm',
    date: '2026-10',
  },
  references: ['https://osv.dev/vulnerability/MAL-2025-191195'],

  detect({ packuments }, _context: RugPullContext) {
    return acrossTimelines(packuments, jumps);
  },
});

function jumps(packument: Packument): Looked {
  const sized = packument.releases.filter(({ totalBytes }) => totalBytes !== null);
  if (sized.length === 0 || (sized.length === 1 && packument.releases.length > 1)) {
    return { unseen: `the history of the ${packument.ecosystem} package does not show the sizes of earlier releases` };
  }
  // Registries do not tell the sizes of their oldest releases, and a jump over a gap is still one; what nobody sees is one at the end.
  const found = sized.some(({ totalBytes }) => (totalBytes ?? 0) >= MORE_BYTES) ? jumpsBetween(packument, sized) : [];
  return found.length > 0 || packument.releases.at(-1)?.totalBytes !== null
    ? found
    : { unseen: `the history of the ${packument.ecosystem} package does not show the size of its newest release` };
}

function jumpsBetween(packument: Packument, sized: readonly Release[]): readonly Evidence[] {
  return linewise(sized).flatMap(({ before, after }) => {
    const [was, is] = [before.totalBytes ?? 0, after.totalBytes ?? 0];
    if (is < was * TIMES || is - was < MORE_BYTES) return [];
    return [
      cite(packument.place, packument.ecosystem === 'npm' ? `${after.at}/dist/unpackedSize` : after.at, {
        statement: `${releaseLabel(packument, after)} held ${is} bytes where ${shortened(before.version)} held ${was}`,
        observed: is,
        expected: was,
      }),
    ];
  });
}
