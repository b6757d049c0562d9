import { cite } from '../../src/evidence/cite.ts';
import { acrossHistories, shortened } from '../../src/evidence/history.ts';
import { holdingOf } from '../../src/intel/holding.ts';
import type { IntelContext } from '../../src/intel/port.ts';
import { defineSignal } from '../../src/signal.ts';

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

  detect({ packuments }, _context: IntelContext) {
    return acrossHistories(packuments, (packument) => {
      const held = holdingOf(packument);
      const { ecosystem, distTags, releases } = packument;
      if (held === null && ecosystem === 'npm' && distTags === null && releases.length > 0) {
        return { unseen: 'the history of the npm package does not say which release is the latest' };
      }
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
