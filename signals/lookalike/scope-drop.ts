import { cite } from '../../src/evidence/cite.ts';
import type { LookalikeContext } from '../../src/pipelines/lookalike.ts';
import { inPackageNames } from '../../src/pipelines/package-names.ts';
import { defineSignal } from '../../src/signal.ts';

/** An unscoped npm package named like a vendor's scoped one: `auth0-mcp-server` beside `@auth0/auth0-mcp-server`. */
export const scopeDrop = defineSignal({
  id: 'lookalike/scope-drop',
  title: 'Has the name of a vendor package without its scope',
  family: 'N',
  needs: 'name',
  weight: 40,
  rationale:
    'Leaving out the scope is the slip that users and models make most easily, and the unscoped name is free to take.',
  falsePositives: 'Community packages that were there before the vendor’s. Compare the dates of the first releases.',
  baseRate: { value: '0.07 %', population: '4,108 listed MCP packages', date: '2026-08-05' },
  references: [
    'https://postmarkapp.com/blog/information-regarding-malicious-postmark-mcp-package',
    'https://github.com/ossf/malicious-packages (MAL-2025-15093)',
  ],

  detect(subject, { view, names }: LookalikeContext) {
    const seenAs = view(subject);
    return inPackageNames(seenAs, (seen) => {
      if (seen.ecosystem !== 'npm' || seen.text.startsWith('@')) return [];
      return names
        .scopeDropped(seen.text)
        .filter(({ brand }) => !seenAs.owners.includes(brand))
        .map(({ of, brand }) =>
          cite(seen.place, seen.at, {
            statement: `The npm package had the name of ${brand.name}'s ${of} without its scope`,
            observed: seen.text,
            expected: of,
          }),
        );
    });
  },
});
