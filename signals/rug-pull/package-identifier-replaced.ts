import { cite } from '../../src/evidence/cite.ts';
import {
  acrossRecords,
  historiesOf,
  recordLabel,
  shortened,
  type Looked,
  type Pair,
} from '../../src/evidence/history.ts';
import type { PackageReference, ServerRecord } from '../../src/model/entry.ts';
import type { SubjectAt } from '../../src/model/subject.ts';
import type { RugPullContext } from '../../src/pipelines/rug-pull.ts';
import { defineSignal } from '../../src/signal.ts';

/**
 * The entry names another package than it did.
 *
 * Compared by package-url, which leaves out what registries have moved about on their own: tags and versions folded into
 * identifiers, hosts of images, the case and separators of PyPI names.
 */
export const packageIdentifierReplaced = defineSignal({
  id: 'rug-pull/package-identifier-replaced',
  title: 'Entry names another package than before',
  family: 'V',
  needs: 'metadata',
  weight: 30,
  cases: {
    'other-ecosystem': { weight: 10, when: 'the old package was of another ecosystem (npm to OCI, say)' },
    'other-host': { weight: 10, when: 'it is an image of the same path on another host' },
    'names-this-server': {
      weight: 15,
      when: "the new npm package bears this server's name in its `mcpName`, so that both sides of a rename agree",
    },
  },
  rationale:
    "Clients that update the entry install the new package, which may be somebody else's, under the name they approved.",
  falsePositives:
    "Renamed packages and moves into an organisation's scope. Images and bundles of the account that the namespace was proved with are not counted.",
  baseRate: {
    value: '3 of 1,062 servers at its full weight, 1 in a lighter case',
    population: 'official registry, 1,591 pairs of version rows',
    date: '2025-12-12',
  },
  references: [
    'https://github.com/modelcontextprotocol/registry/blob/main/docs/reference/server-json/generic-server-json.md',
  ],

  detect(subject, context: RugPullContext) {
    return acrossRecords(subject, context, (pair) => replacedIn(pair, subject));
  },
});

/** Images and bundles whose address begins with the account that the namespace was proved with. */
const OF_ACCOUNT = /^(?:ghcr\.io|https:\/\/github\.com)\/([\w.-]{1,100})\//i;
const GITHUB_NAMESPACE = /^io\.github\.([\w-]{1,100})$/i;

type Subject = SubjectAt['metadata'] | SubjectAt['package'];

function replacedIn(pair: Pair<ServerRecord>, subject: Subject): Looked {
  const { before, after } = pair;
  if (before.packages === null || after.packages === null) return { unseen: 'the registry does not list packages' };
  return replacedPackages(pair)
    .filter(({ reference }) => !isOfNamespace(reference, subject.entry.namespace))
    .map(({ reference, gone }) => {
      const old = gone.find(({ ecosystem }) => ecosystem === reference.ecosystem) ?? gone[0];
      return cite(after.place, `${reference.at}/identifier`, {
        statement: `${recordLabel(after)} names the ${reference.ecosystem} package ${shortened(reference.identifier)}, which ${recordLabel(before)} did not`,
        observed: reference.identifier,
        expected: old?.identifier ?? null,
        ...caseOf(reference, { old, subject }),
      });
    });
}

function isOfNamespace({ identifier }: PackageReference, namespace: string | null): boolean {
  const account = OF_ACCOUNT.exec(identifier)?.[1]?.toLowerCase();
  return account !== undefined && account === GITHUB_NAMESPACE.exec(namespace ?? '')?.[1]?.toLowerCase();
}

function caseOf(
  reference: PackageReference,
  { old, subject }: { readonly old: PackageReference | undefined; readonly subject: Subject },
): { case?: string } {
  if (old?.ecosystem !== reference.ecosystem) return { case: 'other-ecosystem' };
  if (isMarkedFor(subject, reference)) return { case: 'names-this-server' };
  const path = imagePath(reference);
  return path !== null && path === imagePath(old) ? { case: 'other-host' } : {};
}

/**
 * Whether the newest release of a package says that it is this server. The publisher of the package writes the marker, so it says
 * nothing where one person took over both sides: lighter, not silent.
 */
function isMarkedFor(subject: Subject, reference: PackageReference): boolean {
  return historiesOf(subject).some(
    ({ purl, releases }) => purl === reference.purl && releases.at(-1)?.mcpName === subject.entry.name,
  );
}

/** `tidewater/harbor` of `ghcr.io/tidewater/harbor:1.2.0`, by the package-url, which has the host in `repository_url`. */
function imagePath({ ecosystem, purl }: PackageReference): string | null {
  if (ecosystem !== 'oci' || purl === null) return null;
  const [, address = ''] = purl.split('repository_url=', 2);
  const [, ...path] = decodeURIComponent(address).split('/');
  return path.length === 0 ? null : path.join('/');
}

interface Replacement {
  readonly reference: PackageReference;
  /** Packages that the earlier record named and the later does not. */
  readonly gone: readonly PackageReference[];
}

/** Packages that are new in a record from which others went; nothing where packages were only added or only taken away. */
function replacedPackages({ before, after }: Pair<ServerRecord>): readonly Replacement[] {
  if (before.packages === null || after.packages === null || before.packages.length === 0) return [];
  if (nameSamePackages(before.packages, after.packages)) return [];
  const [was, is] = [byIdentity(before.packages), byIdentity(after.packages)];
  const gone = [...was].filter(([identity]) => !is.has(identity)).map(([, reference]) => reference);
  if (gone.length === 0) return [];
  return [...is].filter(([identity]) => !was.has(identity)).map(([, reference]) => ({ reference, gone }));
}

/** The usual case. */
function nameSamePackages(was: readonly PackageReference[], is: readonly PackageReference[]): boolean {
  return was.length === is.length && was.every((each, index) => identityOf(each) === identityOf(is[index] ?? each));
}

function byIdentity(packages: readonly PackageReference[]): ReadonlyMap<string, PackageReference> {
  return new Map(packages.map((each) => [identityOf(each), each]));
}

function identityOf({ purl, ecosystem, identifier }: PackageReference): string {
  return purl ?? `${ecosystem}:${identifier}`;
}
