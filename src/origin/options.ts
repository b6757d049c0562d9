import type { RegistryKey } from './registry-keys.ts';
import type { TrustRoot } from './trust-root.ts';

export interface OriginOptions {
  /** Of the registry that served the release's document; attestations are asked for there and nowhere else. */
  readonly baseUrl: string;
  /** Instead of the embedded one. */
  readonly root?: TrustRoot;
  /** Instead of the embedded ones of npm. */
  readonly keys?: readonly RegistryKey[];
}
