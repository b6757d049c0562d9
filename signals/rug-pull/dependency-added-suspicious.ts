import { cite } from '../../src/evidence/cite.ts';
import { acrossTimelines, releaseLabel, shortened, successive, type Looked } from '../../src/evidence/history.ts';
import { pointer } from '../../src/evidence/pointer.ts';
import type { Packument, Release } from '../../src/model/release.ts';
import type { RugPullContext } from '../../src/pipelines/rug-pull.ts';
import { defineSignal } from '../../src/signal.ts';

/** Of npm and of a PyPI requirement ("@ git+https://…"): an address, a path, or GitHub's `owner/repository`. */
const OUTSIDE =
  /^\s*(?:@\s*)?(?:git[+:@]|git\+|https?:|ssh:|file:|link:|github:|gitlab:|bitbucket:|gist:|\.{1,2}\/|~?\/|[\w.-]{1,100}\/[\w.-]{1,100}(?:#|$))/i;
/** The beginning of nearly every range. */
const ORDINARY = /^[~^<>=]?=?\d[\d.]*$/;
const MAX_SPECIFIER_CHARACTERS = 500;

export const dependencyAddedSuspicious = defineSignal({
  id: 'rug-pull/dependency-added-suspicious',
  title: 'Dependency from outside the package registry appears',
  family: 'X',
  needs: 'package',
  weight: 40,
  rationale:
    "A dependency from git, an address or a path is not the registry's to review, pin or withdraw, and runs its own install scripts; also within the project's own repository, since commits of forks can be reached there.",
  falsePositives:
    'Forks used while a fix waits for its release, and paths published by mistake. Look at who owns the address and whether the next release takes it back.',
  baseRate: {
    value: '0 of 727 release pairs',
    population: 'neighbouring releases of 43 popular MCP packages on npm',
    date: '2026-10',
  },
  references: [
    'https://docs.npmjs.com/cli/configuring-npm/package-json#dependencies',
    'https://osv.dev/vulnerability/MAL-2026-3448',
  ],

  detect({ packuments }, _context: RugPullContext) {
    return acrossTimelines(packuments, addedOutside);
  },
});

function addedOutside(packument: Packument): Looked {
  const known = packument.releases.filter(({ dependencies }) => dependencies !== null);
  const [first] = known;
  if (first === undefined || (known.length === 1 && packument.releases.length > 1)) {
    return {
      unseen: `the history of the ${packument.ecosystem} package does not show the dependencies of earlier releases`,
    };
  }
  if (!known.some(namesOutside)) return [];
  const seen = new Set(outsideOf(first).map(({ name }) => name));
  return successive(known).flatMap(({ before, after }) => {
    const added = outsideOf(after).filter(({ name }) => !seen.has(name));
    for (const { name } of added) seen.add(name);
    return added.map(({ kind, name, specifier }) =>
      cite(packument.place, placeOf(packument, after, [kind, name]), {
        statement: `${releaseLabel(packument, after)} came to depend on ${shortened(name)} from outside the registry, which no earlier release did`,
        observed: specifier,
        expected: rangeOf(before, kind, name),
      }),
    );
  });
}

/** npm installs both kinds. */
const KINDS = ['dependencies', 'optionalDependencies'] as const;
type Kind = (typeof KINDS)[number];

interface Outside {
  readonly kind: Kind;
  readonly name: string;
  readonly specifier: string;
}

function outsideOf(release: Release): Outside[] {
  return KINDS.flatMap((kind) =>
    Object.entries(release[kind] ?? {}).flatMap(([name, specifier]) =>
      isOutside(specifier) ? [{ kind, name, specifier }] : [],
    ),
  );
}

function namesOutside(release: Release): boolean {
  return KINDS.some((kind) => Object.values(release[kind] ?? {}).some(isOutside));
}

function isOutside(specifier: string): boolean {
  return !ORDINARY.test(specifier) && OUTSIDE.test(specifier.slice(0, MAX_SPECIFIER_CHARACTERS));
}

function rangeOf(release: Release, kind: Kind, name: string): string | null {
  const named = release[kind];
  return named !== null && Object.hasOwn(named, name) ? (named[name] ?? null) : null;
}

/** PyPI's requirements are lines of a list, so the release is as near as a pointer by name can come. */
function placeOf({ ecosystem }: Packument, { at }: Release, path: readonly [Kind, string]): string {
  return ecosystem === 'npm' ? at + pointer(...path) : at;
}
