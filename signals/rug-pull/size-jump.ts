import { cite } from '../../src/evidence/cite.ts';
import { acrossTimelines, releaseLabel, shortened, type Looked } from '../../src/evidence/history.ts';
import { linewise } from '../../src/evidence/release-line.ts';
import type { Packument } from '../../src/model/release.ts';
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
  if (sized.every(({ totalBytes }) => (totalBytes ?? 0) < MORE_BYTES)) return [];
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
