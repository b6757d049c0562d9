import { cite } from '../../src/evidence/cite.ts';
import type { Evidence } from '../../src/model/finding.ts';
import type { LookalikeContext, PackageName, SeenName } from '../../src/pipelines/lookalike.ts';
import { defineSignal, unseen } from '../../src/signal.ts';

/**
 * The unscoped name of a reference server, in an ecosystem where the real project has no such package.
 *
 * `mcp-server-fetch` is genuine on PyPI and was a squat on npm, so the same string is looked up by ecosystem.
 */
export const referenceNameSquat = defineSignal({
  id: 'lookalike/reference-name-squat',
  title: 'Takes the name of a reference server',
  family: 'N',
  needs: 'name',
  weight: 45,
  cases: {
    'own-namespace': { weight: 20, when: 'only the entry is so named, within its publisher’s own namespace' },
  },
  rationale:
    'Whoever types the name from a tutorial without its scope, or for the other ecosystem, installs this package.',
  falsePositives: 'Ports and forks that keep the name, in their own namespace.',
  baseRate: {
    value: '0 of 417 packages; 2 of 11,978 entries by name',
    population: 'npm and PyPI packages of the official registry; its entries',
    date: '2026-06-12',
  },
  references: [
    'https://github.com/modelcontextprotocol/servers',
    'https://github.com/modelcontextprotocol/servers-archived',
    'https://github.com/ossf/malicious-packages (MAL-2026-5476 to MAL-2026-5485)',
  ],

  detect(subject, context: LookalikeContext) {
    const view = context.view(subject);
    if (view.owners.length > 0) return [];
    const packages = view.packages ?? [];
    const squats = packages.flatMap((seen) => squat(seen, context));
    if (squats.length > 0) return squats;
    if (namesGenuine(packages, context)) return [];
    const named = view.names.flatMap((seen) => sameName(seen, context));
    return named.length === 0 && view.packages === null ? unseen('the registry does not show its packages') : named;
  },
});

function squat(seen: PackageName, { names }: LookalikeContext): Evidence[] {
  const found = names.referenceSquat(seen.ecosystem, seen.text);
  if (found === null) return [];
  return [
    cite(seen.place, seen.at, {
      statement: `The ${seen.ecosystem} package had the unscoped name of the reference server ${found.server.name}, whose package is ${found.genuine}`,
      observed: seen.text,
      expected: found.genuine,
    }),
  ];
}

/** An entry that leads to the genuine package only lists it. */
function namesGenuine(packages: readonly SeenName[], { names }: LookalikeContext): boolean {
  return packages.some(({ text }) => names.isGenuineReference(text));
}

function sameName(seen: SeenName, { names }: LookalikeContext): Evidence[] {
  const found = seen.kind === 'name' ? names.reference(seen.text) : null;
  if (found === null) return [];
  return [
    cite(seen.place, seen.at, {
      statement: `The entry had the name of the reference server ${found.server.name} under another publisher`,
      observed: seen.text,
      expected: found.genuine,
      case: 'own-namespace',
    }),
  ];
}
