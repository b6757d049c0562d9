import type { RegistryId } from './entry.ts';
import type { DriftSide, ListingSeen } from './drift.ts';

/** All snapshots of a folder, oldest first. */
export interface Trend {
  readonly snapshots: readonly TrendSnapshot[];
}

export interface TrendSnapshot extends DriftSide {
  readonly registries: readonly TrendRegistry[];
  /** null where the snapshot was not scored. */
  readonly signals: readonly SignalRate[] | null;
}

/** One registry in one snapshot; rows of different registries are not to be added up. */
export interface TrendRegistry {
  readonly registry: RegistryId;
  readonly entries: number;
  readonly listing: ListingSeen;
  /** Distinct ones, where the registry says whose an entry is; null where it says so of none. */
  readonly publishers: number | null;
  /** Against the snapshot before; null for the first one, and where a listing is not complete. */
  readonly new: number | null;
  readonly gone: number | null;
  readonly authentication: Authentication;
  /** null where no entry says which tools it has. */
  readonly tools: ToolCounts | null;
  /** Entries of gateways, by the list or by structure; null where the snapshot was not scored. */
  readonly gatewayEntries: number | null;
}

/** What entries say of the secrets they ask for. Nothing declared is not the same as nothing asked for. */
export interface Authentication {
  /** A secret among its inputs or headers. */
  readonly declared: number;
  /** Inputs, and none of them a secret. */
  readonly otherInputs: number;
  readonly notDeclared: number;
  /** The registry shows no packages, remotes or inputs of them. */
  readonly unseen: number;
}

export interface ToolCounts {
  /** Entries that say which tools they have. */
  readonly entries: number;
  readonly tools: number;
  readonly median: number;
}

/** How often a signal fired where it could look. */
export interface SignalRate {
  readonly signal: string;
  readonly pipeline: string;
  readonly fired: number;
  readonly silent: number;
  readonly unseen: number;
}
