import type { Json, Place, Pointer, ResourceDescriptor } from './place.ts';

/** What code hosts say of the repositories and accounts of one entry: an optional facet beside the depths, asked for a few. */
export interface CodeHostSeen {
  readonly repositories: readonly SeenRepository[];
  readonly accounts: readonly SeenAccount[];
}

/** The same by key. null: nobody asked for it, which is neither there nor absent. */
export interface CodeHostFacts {
  /** By `github.com/owner/name`, in lower case. */
  repository(this: void, key: string): SeenRepository | null;
  /** By `github.com/login`, in lower case. */
  account(this: void, key: string): SeenAccount | null;
}

export type SeenRepository =
  | {
      readonly key: string;
      readonly outcome: 'read';
      readonly facts: RepositoryFacts;
      readonly tags: SeenTags;
    }
  | NotSeen;

export type SeenAccount = { readonly key: string; readonly outcome: 'read'; readonly facts: AccountFacts } | NotSeen;

/** `absent`: the host says that there is nothing of that name which everybody may see. */
export interface NotSeen {
  readonly key: string;
  readonly outcome: 'absent' | 'not-read';
  /** Short and without names, so that equal ones count as one. */
  readonly reason: string;
}

/** Texts of strangers, bounded; null is not said. */
export interface RepositoryFacts {
  readonly place: Place;
  /** It stays when a repository is renamed or transferred; another repository of that name has another. */
  readonly id: string;
  /** `owner/name` as it is called now, which is another one after a rename. */
  readonly fullName: string;
  readonly owner: Pick<AccountFacts, 'login' | 'id' | 'type'> | null;
  readonly createdAt: string | null;
  readonly pushedAt: string | null;
  readonly archived: boolean | null;
  readonly fork: boolean | null;
  /** `owner/name` of what a fork was made from, and of where that began; [] where it is no fork or the host does not say. */
  readonly forkOf: readonly { readonly fullName: string; readonly at: Pointer }[];
  readonly stars: number | null;
  /** SPDX. */
  readonly license: string | null;
}

export interface AccountFacts {
  readonly place: Place;
  readonly login: string;
  readonly id: string | null;
  /** `User`, `Organization`. */
  readonly type: string | null;
  readonly createdAt: string | null;
}

/** Not complete: there are more than were asked for, so that one that is not among them may be there. */
export type SeenTags =
  | { readonly outcome: 'read'; readonly complete: boolean; readonly tags: readonly Tag[] }
  | { readonly outcome: 'not-read'; readonly reason: string };

export interface Tag {
  readonly place: Place;
  readonly name: string;
  /** Hex; of an annotated tag the commit that it leads to. */
  readonly commit: string | null;
}

/** One line of repositories/<host>.ndjson.gz: a repository or an account. */
export type StoredHosted =
  | {
      readonly key: string;
      readonly outcome: 'read';
      /** The document cut to the fields this program reads: every path in it is a path in the original. */
      readonly document: Json;
      readonly resource: ResourceDescriptor;
      /** Of repositories. */
      readonly tags?: StoredTags;
    }
  | NotSeen;

export type StoredTags =
  | {
      readonly outcome: 'read';
      readonly complete: boolean;
      readonly pages: readonly { readonly document: Json; readonly resource: ResourceDescriptor }[];
    }
  | { readonly outcome: 'not-read'; readonly reason: string };
