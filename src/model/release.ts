import type { Purl } from './entry.ts';
import type { Place, Pointer } from './place.ts';

/**
 * A package's release history as its ecosystem's registry publishes it.
 *
 * `null` is unknown: mirrors strip publishers, maintainers and attestations, and PyPI never had some of them.
 */
export interface Packument {
  /** Without a version. */
  readonly purl: Purl;
  readonly ecosystem: 'npm' | 'pypi';
  readonly name: string;
  readonly place: Place;
  readonly description: string | null;
  /** null where the document has none, or something else in their place. */
  readonly distTags: Readonly<Record<string, string>> | null;
  /** In publishing order where every time is known, by version where the times are a mirror's, else as listed; see `ordered`. */
  readonly releases: readonly Release[];
  readonly ordered: 'by time' | 'by version' | 'as listed';
  readonly createdAt: string | null;
  readonly maintainers: readonly Person[] | null;
  /** Versions that have a publishing time but no release any more; null where the document has no times. */
  readonly missing: readonly { readonly version: string; readonly publishedAt: string; readonly at: Pointer }[] | null;
  /** The whole package was unpublished (npm's `time.unpublished`). */
  readonly unpublishedAt: string | null;
}

export interface Release {
  readonly version: string;
  /** `/versions/1.0.16` (npm) or `/releases/1.0.16` (PyPI), relative to the document. */
  readonly at: Pointer;
  /** RFC 3339. */
  readonly publishedAt: string | null;
  readonly publishedBy: Person | null;
  /** Published by a CI identity through trusted publishing (npm's `_npmUser.trustedPublisher`). */
  readonly trustedPublisher: boolean | null;
  readonly maintainers: readonly Person[] | null;
  /** preinstall, install, postinstall, prepare; null where scripts are not part of the document. */
  readonly installScripts: Readonly<Record<string, string>> | null;
  /** Name to range, path or URL. PyPI: the requirement's name to the rest of its line. */
  readonly dependencies: Readonly<Record<string, string>> | null;
  /** npm installs these too, where it can; null where the ecosystem has none of their kind. */
  readonly optionalDependencies: Readonly<Record<string, string>> | null;
  /** Executable names; null where not part of the document. */
  readonly bin: Readonly<Record<string, string>> | null;
  readonly repository: string | null;
  /** npm's ownership marker. */
  readonly mcpName: string | null;
  readonly deprecated: string | null;
  readonly yanked: boolean | null;
  /** `attested` or `absent` only where the document shows that its registry serves attestations at all. */
  readonly provenance: 'attested' | 'absent' | null;
  /** npm: unpacked size. PyPI: the sum of the files' sizes. */
  readonly totalBytes: number | null;
  readonly fileCount: number | null;
  readonly integrity: string | null;
}

export interface Person {
  readonly name: string;
  readonly email: string | null;
}
