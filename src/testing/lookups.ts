import { keysOf, nameKey, namespaceKey } from '../lookup/keys.ts';
import type { Lookup, IndexedEntry } from '../lookup/port.ts';
import type { Candidate } from '../model/candidate.ts';
import type { EntryId } from '../model/entry.ts';
import type { Manifest } from '../model/snapshot.ts';
import type { Subject } from '../model/subject.ts';
import { hostOf } from '../text/domains.ts';
import { repositoryPath } from '../text/repository-path.ts';

/** Entries as a lookup has them, for tests; linked by the package of the harbour where they are twins. */
export function indexed(
  id: EntryId,
  { twins = [], ...fields }: Partial<IndexedEntry> & { readonly twins?: readonly EntryId[] } = {},
): IndexedEntry {
  const colon = id.indexOf(':');
  const name = id.slice(colon + 1);
  const slash = name.lastIndexOf('/');
  return {
    id,
    registry: id.slice(0, colon),
    name,
    title: null,
    description: 'Reads the tide tables of the harbour.',
    namespace: slash < 0 ? null : name.slice(0, slash).replace(/^@/, ''),
    depth: 'metadata',
    version: '1.0.0',
    status: 'active',
    publishedAt: '2026-05-04T09:00:00Z',
    updatedAt: null,
    repository: 'none',
    packages: [],
    remotes: [],
    marks: [],
    uses: null,
    brand: null,
    identity: {
      registries: 1 + twins.length,
      twins: twins.map((twin) => ({ id: twin, because: ['package pkg:npm/harbor-mcp'] })),
    },
    gateway: null,
    attested: null,
    tiers: { lookalike: null, 'rug-pull': null },
    ...fields,
  };
}

const MANIFEST: Manifest = {
  schemaVersion: 1,
  date: '2026-06-29',
  origin: 'captured',
  tool: 'registry-audit@0.0.0',
  startedAt: '2026-06-29T00:00:00Z',
  finishedAt: '2026-06-29T01:00:00Z',
  coverage: [],
  packages: [],
  files: [],
};

export interface Known {
  readonly subjects?: ReadonlyMap<EntryId, Subject>;
  readonly candidates?: readonly Candidate[];
}

/** A lookup of these entries alone. */
export function lookupOf(
  entries: readonly IndexedEntry[],
  { subjects = new Map(), candidates = [] }: Known = {},
): Lookup {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return {
    manifest: MANIFEST,
    size: entries.length,
    entries: () => entries,
    get: (id) => byId.get(id),
    byPackage: (purl) => entries.filter(({ packages }) => packages?.some((each) => each.purl === purl)),
    byRemote: (url) =>
      entries.filter(({ remotes }) =>
        remotes?.some((each) => hostOf(each.url) === hostOf(url) && hostOf(url) !== null),
      ),
    byRepository: (url) =>
      entries.filter(
        ({ repository }) =>
          repository !== null && repositoryPath(repository)?.repository === (repositoryPath(url)?.repository ?? ''),
      ),
    byName: (name) => entries.filter((entry) => keysOf(entry).includes(nameKey(name))),
    byNamespace: (namespace) => entries.filter((entry) => keysOf(entry).includes(namespaceKey(namespace))),
    async subject(id) {
      const subject = subjects.get(id);
      if (subject === undefined) throw new Error(`no subject "${id}"`);
      return subject;
    },
    candidates: (id) => candidates.filter(({ entry }) => entry.id === id),
    gateways: [],
    close: () => undefined,
  };
}
