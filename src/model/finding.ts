import type { Json, Place } from './place.ts';

/** `${pipeline or group}/${what-was-observed}`. */
export type SignalId = `${string}/${string}`;

/**
 * Corroboration families: N name, P publisher identity and attestation, C declared content, V release history,
 * X what runs at install or launch, H host, I intel, B behaviour in code.
 */
export type Family = 'N' | 'P' | 'C' | 'V' | 'X' | 'H' | 'I' | 'B';

/** A citation: where, what stands there, what it is compared with. Made only by src/evidence/cite.ts. */
export interface Evidence {
  /** One sentence, past tense, no verdict. */
  readonly statement: string;
  readonly observed: Json;
  /** The earlier or canonical value, where there is one. */
  readonly expected: Json;
  readonly at: Place;
  /** A case of the signal's declaration that weighs differently; absent for its plain weight. */
  readonly case?: string;
}

/** What came of asking one signal about one subject. */
export type Finding =
  | Fired
  | { readonly signal: SignalId; readonly outcome: 'silent' }
  | { readonly signal: SignalId; readonly outcome: 'unseen'; readonly reason: string };

export interface Fired {
  readonly signal: SignalId;
  readonly family: Family;
  readonly outcome: 'fired';
  readonly weight: number;
  readonly evidence: readonly [Evidence, ...Evidence[]];
}
