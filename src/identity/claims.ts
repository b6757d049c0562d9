import type { EntryId, RegistryId } from '../model/entry.ts';
import type { ReadableDepth, SubjectAt } from '../model/subject.ts';
import { folderOf, repositoryPath } from '../text/repository-path.ts';

/** What may say that two entries are one server. Names are not among them. */
export type ClaimKind = 'package' | 'repository' | 'repository id' | 'remote' | 'ownership marker';

/** One thing an entry says of itself; equal claims of two entries may make them one server. */
export interface Claim {
  readonly kind: ClaimKind;
  readonly value: string;
}

/** An entry as far as its identity goes: strings only, since a population may have a million. */
export interface Claimant {
  readonly id: EntryId;
  readonly registry: RegistryId;
  readonly name: string;
  /** Whom the registry shows as its publisher: the namespace, else the owner of its repository; null where neither is known. */
  readonly publisher: string | null;
  readonly claims: readonly Claim[];
}

const MAX_URL_CHARACTERS = 500;
/** Registries that give names which packages then carry as their ownership marker (`mcpName`). */
const NAMING_REGISTRY = 'official';

/** What an entry claims: its packages, its repository with folder, its remotes, and the ownership marker its package carries. */
export function claimantOf(subject: SubjectAt[ReadableDepth]): Claimant {
  const { entry } = subject;
  const { id, registry, name } = entry;
  const own: Claim[] = registry === NAMING_REGISTRY ? [{ kind: 'ownership marker', value: name }] : [];
  if (!('record' in subject)) return { id, registry, name, publisher: entry.namespace, claims: own };

  const { repository, packages, remotes } = subject.record;
  const place = repository === null || repository === 'none' ? null : repositoryPath(repository.url);
  const claims = [
    ...own,
    ...(packages ?? []).flatMap(({ purl }) => (purl === null ? [] : [{ kind: 'package', value: purl } as const])),
    ...(place === null || repository === null || repository === 'none'
      ? []
      : repositoryClaims(place.repository, folderOf(repository.subfolder) ?? place.folder, repository.id)),
    ...(remotes ?? []).flatMap(({ url }) => remoteClaim(url)),
    ...('packuments' in subject ? markersOf(subject) : []),
  ];
  const publisher = entry.namespace ?? place?.repository.split('/').slice(0, 2).join('/') ?? null;
  return { id, registry, name, publisher, claims: distinct(claims) };
}

/** The code host's numeric id outlives a rename; the folder tells servers of one repository apart. */
function repositoryClaims(repository: string, folder: string | null, id: string | null): readonly Claim[] {
  const at = folder === null ? '' : `/${folder}`;
  const host = repository.slice(0, repository.indexOf('/'));
  const byPath = { kind: 'repository', value: `${repository}${at}` } as const;
  return id === null ? [byPath] : [byPath, { kind: 'repository id', value: `${host}#${id}${at}` }];
}

/** A URL with a variable in it is an address form for many; what follows `?` is the user's. */
function remoteClaim(url: string): readonly Claim[] {
  if (url.length > MAX_URL_CHARACTERS || /[{}<>$]/.test(url)) return [];
  const parsed = URL.parse(url);
  if (parsed === null) return [];
  return [{ kind: 'remote', value: `${parsed.host}${parsed.pathname.replace(/\/$/, '')}` }];
}

/** The marker of the newest release: an earlier one may name another server. */
function markersOf(subject: SubjectAt['package']): readonly Claim[] {
  return subject.packuments.flatMap(({ releases }) => {
    const marker = releases.at(-1)?.mcpName ?? null;
    return marker === null ? [] : [{ kind: 'ownership marker', value: marker } as const];
  });
}

function distinct(claims: readonly Claim[]): readonly Claim[] {
  return [...new Map(claims.map((claim) => [`${claim.kind} ${claim.value}`, claim])).values()];
}
