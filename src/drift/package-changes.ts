import type { PackageReference } from '../model/entry.ts';
import type { ChangeKind } from '../model/drift.ts';
import { type Change, change, saidAtAll } from './change.ts';

interface Pair {
  readonly before: PackageReference;
  readonly after: PackageReference;
}

/** By package-url, so that another spelling of the same package is none; one change of each kind for a record. */
export function packageChanges(
  before: readonly PackageReference[] | null,
  after: readonly PackageReference[] | null,
): readonly Change[] {
  const said = saidAtAll('packages', before, after, shown);
  if (said !== null || before === null || after === null) return said ?? [];
  if (before.length === 0 && after.length === 0) return [];
  if (before.length === 0) return [change('packages/added', null, after.map(shown))];
  if (after.length === 0) return [change('packages/removed', before.map(shown), null)];
  const [was, is] = [byKey(before), byKey(after)];
  const pairs: Pair[] = [];
  for (const [key, list] of was) {
    for (const [index, each] of list.entries()) {
      const other = is.get(key)?.[index];
      if (other !== undefined) pairs.push({ before: each, after: other });
    }
  }
  return [
    ...setChange(unmatched(was, is), unmatched(is, was)),
    ...of('packages/version', pairs.filter(hasOtherVersion)),
    ...of('packages/version-field-dropped', pairs.filter(lostVersionField)),
    ...of('packages/version-field-filled', pairs.filter(gainedVersionField)),
    ...of('packages/file-hash', pairs.filter(hasOtherHash), hashed),
    ...of('packages/launch', pairs.filter(startsOtherwise), launched),
  ];
}

function setChange(gone: readonly PackageReference[], came: readonly PackageReference[]): readonly Change[] {
  if (gone.length === 0 && came.length === 0) return [];
  const kind = gone.length === 0 ? 'package-added' : came.length === 0 ? 'package-dropped' : 'other-package';
  return [change(`packages/${kind}`, gone.map(identified), came.map(identified))];
}

function of(kind: ChangeKind, pairs: readonly Pair[], show = shown): readonly Change[] {
  if (pairs.length === 0) return [];
  return [
    change(
      kind,
      pairs.map(({ before }) => show(before)),
      pairs.map(({ after }) => show(after)),
    ),
  ];
}

function hasOtherVersion({ before, after }: Pair): boolean {
  const [was, is] = [pinned(before), pinned(after)];
  return was !== null && is !== null && was !== is;
}

function lostVersionField({ before, after }: Pair): boolean {
  return before.version !== null && after.version === null && !hasOtherVersion({ before, after });
}

function gainedVersionField({ before, after }: Pair): boolean {
  return lostVersionField({ before: after, after: before });
}

function hasOtherHash(pair: Pair): boolean {
  const { before, after } = pair;
  return before.fileSha256 !== null && before.fileSha256 !== after.fileSha256 && !isOtherFile(pair);
}

/** Another file is bound to have another hash. */
function isOtherFile({ before, after }: Pair): boolean {
  return before.identifier !== after.identifier || pinned(before) !== pinned(after);
}

function startsOtherwise({ before, after }: Pair): boolean {
  return launched(before) !== launched(after);
}

/** Images carry their version behind a colon since October 2025, in a field of its own before. */
function pinned({ ecosystem, identifier, version }: PackageReference): string | null {
  return version === null && ecosystem === 'oci' ? imageOf(identifier).version : version;
}

/** `acme/harbor` and `1.0.0` of `acme/harbor:1.0.0`; the registry has also written digests behind the colon. */
function imageOf(identifier: string): { readonly image: string; readonly version: string | null } {
  const end = identifier.slice(identifier.lastIndexOf('/') + 1).search(/[:@]/);
  if (end === -1) return { image: identifier, version: null };
  const start = identifier.lastIndexOf('/') + 1 + end;
  return { image: identifier.slice(0, start), version: identifier.slice(start + 1) };
}

function byKey(packages: readonly PackageReference[]): ReadonlyMap<string, readonly PackageReference[]> {
  const all = new Map<string, PackageReference[]>();
  for (const each of packages) {
    const key = keyOf(each);
    const known = all.get(key);
    if (known === undefined) all.set(key, [each]);
    else known.push(each);
  }
  return all;
}

function keyOf({ ecosystem, identifier, purl }: PackageReference): string {
  if (ecosystem !== 'oci') return purl ?? `${ecosystem}:${identifier}`;
  const named = purl?.split('?repository_url=')[1];
  if (named !== undefined) return decodeURIComponent(named);
  const { image } = imageOf(identifier);
  return /^[^/.:]*[.:][^/]*\//.test(image) ? image.toLowerCase() : `docker.io/${image.toLowerCase()}`;
}

function unmatched(
  all: ReadonlyMap<string, readonly PackageReference[]>,
  others: ReadonlyMap<string, unknown>,
): readonly PackageReference[] {
  return [...all].flatMap(([key, list]) => (others.has(key) ? [] : list));
}

function shown({ ecosystem, identifier, version }: PackageReference): string {
  return version === null ? `${ecosystem} ${identifier}` : `${ecosystem} ${identifier} ${version}`;
}

/** By what tells packages apart: an image's host may stand beside its identifier. */
function identified(reference: PackageReference): string {
  const { ecosystem, identifier } = reference;
  const name = ecosystem === 'oci' ? keyOf(reference) : identifier;
  return [ecosystem, name, pinned(reference) ?? ''].join(' ').trimEnd();
}

function hashed(reference: PackageReference): string {
  return `${shown(reference)} sha256 ${reference.fileSha256 ?? 'not said'}`;
}

function launched({ ecosystem, runtimeHint, transport }: PackageReference): string {
  const reached = transport === null ? '' : `${transport.type} ${transport.url ?? ''}`.trimEnd();
  return [ecosystem, runtimeHint ?? '', reached].filter((part) => part !== '').join(' ');
}
