import { cite } from '../../src/evidence/cite.ts';
import { acrossHistories, shortened } from '../../src/evidence/history.ts';
import type { Pointer } from '../../src/model/place.ts';
import type { Packument } from '../../src/model/release.ts';
import type { RugPullContext } from '../../src/pipelines/rug-pull.ts';
import { defineSignal } from '../../src/signal.ts';

const HOLDING_VERSION = /^0\.0\.1-security(?:\.\d{1,6})?$/;
const HOLDING_DESCRIPTION = /^security holding package\.?$/i;

/** The registry itself took the name away and put a placeholder in its place; why is for its advisory to say. */
export const securityHolding = defineSignal({
  id: 'intel/security-holding',
  title: 'The package name is held by the registry',
  family: 'I',
  needs: 'package',
  weight: 70,
  rationale:
    'npm replaces a package with the version 0.0.1-security after removing it for unwanted code, so an entry that still names it sends its users to a name that was taken away for a reason.',
  falsePositives:
    'Names that npm holds because they resemble a core module or after an unrelated dispute. The placeholder says that the name was removed by the registry, and nothing about what was in it.',
  baseRate: null,
  references: ['https://github.com/npm/security-holder'],

  detect({ packuments }, _context: RugPullContext) {
    return acrossHistories(packuments, (packument) => {
      const held = packument.ecosystem === 'npm' ? placeholderOf(packument) : null;
      if (held === null) return [];
      return [
        cite(packument.place, held.at, {
          statement: `The name ${shortened(packument.name)} was removed by the registry, which put a holding package in its place`,
          observed: held.observed,
        }),
      ];
    });
  },
});

function placeholderOf({ distTags, description }: Packument): { at: Pointer; observed: string } | null {
  const latest = Object.hasOwn(distTags, 'latest') ? distTags['latest'] : undefined;
  if (latest !== undefined && HOLDING_VERSION.test(latest)) return { at: '/dist-tags/latest', observed: latest };
  if (description !== null && HOLDING_DESCRIPTION.test(description.trim()))
    return { at: '/description', observed: description };
  return null;
}
