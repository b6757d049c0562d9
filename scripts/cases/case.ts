/**
 * Release histories of invented packages that retell disclosed incidents, and their honest twins.
 *
 * All are reconstructed: nothing of a real archive is in them, destinations end in `.invalid`, payloads return before they begin.
 * They are read as bytes and never run. Honest hosts end in `.test`, which nobody sets aside as an example.
 */
import type { Json } from '../../src/model/place.ts';

export interface ReconstructedCase {
  /** `${technique}/${variant}`, with `/twin` in it for an honest one: `hard-coded-recipient/assigned`. */
  readonly id: string;
  /** The disclosed campaign, or the one package where there was no more; recall is averaged over campaigns. */
  readonly campaign: string;
  /** One sentence. */
  readonly technique: string;
  /** Advisory, or who described the incident and when. */
  readonly follows: string;
  readonly ecosystem: 'npm' | 'pypi';
  /** Of the package; nobody's. */
  readonly name: string;
  readonly description: string;
  /** Oldest first. */
  readonly releases: readonly [CaseRelease, ...CaseRelease[]];
  /** Other packages that the story needs, such as a dependency of a day's age. */
  readonly companions: readonly ReconstructedCase[];
  readonly label: CaseLabel;
}

export interface CaseLabel {
  readonly expected: 'positive' | 'twin';
  /** The release to ask about: where the change came, honest or not. */
  readonly version: string;
  /** Signals that should fire on a positive; on a twin those that may. */
  readonly signals: readonly `${string}/${string}`[];
  /** What this case differs in, for those who read the table. */
  readonly note: string;
  /** Why a positive is not raised, where it is known that it is not; null where it has to be. */
  readonly ceiling: string | null;
}

export interface Account {
  readonly name: string;
  readonly email: string;
}

export interface CaseRelease {
  readonly version: string;
  /** RFC 3339, UTC. */
  readonly publishedAt: string;
  readonly publisher: Account;
  readonly maintainers: readonly Account[];
  readonly attested: boolean;
  /** package.json as the archive has it (npm), or what METADATA and entry points say (PyPI); null: the archive has none. */
  readonly manifest: Manifest;
  /** What the registry's own document says otherwise. */
  readonly registrySide: Manifest;
  readonly files: CaseFiles;
}

export type Manifest = Readonly<Record<string, Json>>;
/** By path inside the archive, without npm's leading folder. */
export type CaseFiles = Readonly<Record<string, FileContent>>;

export type FileContent =
  | string
  | Buffer
  /** A symbolic link. */
  | { readonly linkTo: string }
  /** Made when it is asked for, for what is too large to be kept. */
  | { readonly make: () => Buffer };
